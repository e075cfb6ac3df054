import { type Finding, type Location, locationsOf } from '../../finding.js'

/** A finding of several places, by its index among the findings, and the indices of its parts. */
export interface Several {
  readonly finding: Finding
  readonly index: number
  readonly parts: readonly number[]
}

/** Findings with those of several places taken apart, so that each place is looked for in its own file. */
export interface Parts {
  /** Findings of one place at most; those that need no taking apart keep their index. */
  readonly findings: readonly Finding[]
  readonly several: readonly Several[]
  /** The finding of several places that the element at the index is a part of, or null. */
  readonly wholeOf: (index: number) => Finding | null
}

const isSeveral = ({ location, otherLocations, placeProblem }: Finding): boolean =>
  otherLocations !== undefined || (location !== null && placeProblem !== null)

/** Takes findings of several places apart. A place that could not be mapped is a part, too. */
export function partsOf(findings: readonly Finding[]): Parts {
  if (!findings.some(isSeveral)) return { findings, several: [], wholeOf: () => null }
  const taken: Finding[] = [...findings]
  const several: Several[] = []
  const wholes = new Map<number, Finding>()
  for (const [index, finding] of findings.entries()) {
    if (!isSeveral(finding)) continue
    const parts = singles(finding).map((part, at) => {
      if (at > 0) return taken.push(part) - 1
      taken[index] = part
      return index
    })
    for (const part of parts) wholes.set(part, finding)
    several.push({ finding, index, parts })
  }
  return { findings: taken, several, wholeOf: index => wholes.get(index) ?? null }
}

/** What the finding would be at each of its places alone; the first place alone has the snippet and the trail. */
function singles(finding: Finding): readonly Finding[] {
  const { otherLocations, trail, ...shared } = finding
  const [first = null, ...others] = locationsOf(finding)
  const lead = { ...shared, location: first, placeProblem: null }
  const bare = { ...shared, clues: { ...finding.clues, snippet: null } }
  const at = (location: Location | null, placeProblem: string | null): Finding => ({ ...bare, location, placeProblem })
  return [
    trail === undefined ? lead : { ...lead, trail },
    ...others.map(location => at(location, null)),
    ...(finding.placeProblem === null ? [] : [at(null, finding.placeProblem)])
  ]
}
