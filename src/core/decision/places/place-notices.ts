import type { Notice } from '../../ground/notice.js'
import { isOfUnknownTree } from '../../identity/reach.js'
import type { Outcome } from '../decision.js'
import { isFromElsewhere, toolSetting, unmappedClaim } from './place-advice.js'

/** Groups of places that are told each by itself; the others are only counted. */
const TOLD = 5

/** Findings of one tool whose places fail, or were mended, in one way. */
interface Group {
  readonly tool: string
  /** What they share, such as the folder in which the tool ran. */
  readonly shared: string
  /** The place of the first of them, as the tool wrote it and as a path. */
  readonly claim: string
  readonly path: string | null
  /** The directory that all of these places lie in, with its slash; empty where they share none. */
  directory: string
  count: number
}

const withoutLine = (claim: string): string => claim.replace(/:\d+$/, '')

/** Groups as findings are put into them. Of a million places none is kept but the first. */
class PlaceGroups {
  readonly #groups = new Map<string, Group>()

  add({ finding }: Outcome, shared: string): void {
    const { tool, location, claimedPlace } = finding
    const key = `${tool}\n${shared}`
    const written = claimedPlace ?? unmappedClaim(finding) ?? ''
    const group = this.#groups.get(key)
    if (group !== undefined) {
      group.count += 1
      // A line behind the path has no slash.
      if (!written.startsWith(group.directory)) group.directory = sharedDirectory(group.directory, written)
      return
    }
    const claim = withoutLine(written)
    const directory = claim.slice(0, claim.lastIndexOf('/') + 1)
    this.#groups.set(key, { tool, shared, claim, path: location?.path ?? null, directory, count: 1 })
  }

  /** The largest first. */
  sorted(): readonly Group[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count || (a.tool < b.tool ? -1 : 1))
  }
}

/** What of a directory holds another path as well, by whole segments. */
function sharedDirectory(directory: string, path: string): string {
  let end = directory.length
  while (end > 0 && !path.startsWith(directory.slice(0, end)))
    end = end === 1 ? 0 : directory.lastIndexOf('/', end - 2) + 1
  return directory.slice(0, end)
}

const findings = (number: number): string => (number === 1 ? '1 finding' : `${number} findings`)

function unmapped(groups: PlaceGroups): readonly Notice[] {
  return told('place-unmapped', 'warning', groups, ({ tool, claim, directory, count }) => {
    const where = directory === '' ? `places such as ${claim}` : `places in ${directory}`
    const elsewhere = isFromElsewhere(directory === '' ? claim : directory)
    const setting = elsewhere
      ? `If the tool saw the repository there, set ${toolSetting(tool, 'mounted-at', directory.replace(/(?<=.)\/$/, '') || '/src')}`
      : `If the tool ran in a folder of the repository, name it, as in ${toolSetting(tool, 'root', 'services/api')}`
    return `${findings(count)} of ${tool} name ${where} that cannot be mapped into the repository: they count at tier 0 and as new. ${setting}`
  })
}

/** The folder in which a tool ran, or the directory where it saw the repository; empty for any other repair. */
function repairOf({ finding: { location, claimedPlace, placeProblem } }: Outcome): string | null {
  if (location === null || claimedPlace === null || placeProblem !== null) return null
  const claim = withoutLine(claimedPlace)
  if (location.path.endsWith(`/${claim}`)) return `root\n${location.path.slice(0, -claim.length - 1)}`
  if (claim.endsWith(`/${location.path}`)) return `mounted-at\n${claim.slice(0, -location.path.length - 1)}`
  return '\n'
}

function repaired(groups: PlaceGroups): readonly Notice[] {
  return told('place-repaired', 'info', groups, ({ tool, shared, claim, path, count }) => {
    const [kind = '', value = ''] = shared.split('\n')
    const example = `${claim} was taken for ${path}, the only file that fits`
    const about = `The places of ${findings(count)} of ${tool} were worked out: ${example}`
    return kind === 'root' || (kind === 'mounted-at' && value !== '')
      ? `${about}. To say it for good: ${toolSetting(tool, kind === 'root' ? 'root' : 'mounted-at', value)}`
      : about
  })
}

function unchecked(number: number): readonly Notice[] {
  if (number === 0) return []
  const message = `${findings(number)} cannot be compared with the change, because the checkout is not here and nobody knows which files the repository has: check out the repository, or give its directory as source-root`
  return [{ level: 'warning', code: 'place-unchecked', message }]
}

function told(
  code: Notice['code'],
  level: Notice['level'],
  all: PlaceGroups,
  sentence: (group: Group) => string
): readonly Notice[] {
  const groups = all.sorted()
  const rest = groups.slice(TOLD).reduce((sum, { count }) => sum + count, 0)
  const more: readonly Notice[] =
    rest === 0 ? [] : [{ level, code, message: `The same holds for ${findings(rest)} more` }]
  return [...groups.slice(0, TOLD).map((group): Notice => ({ level, code, message: sentence(group) })), ...more]
}

/** What is to be said of places: those that are not mapped with the one setting that mends them, and those worked out. */
export function placeNotices(all: readonly Outcome[]): readonly Notice[] {
  const [lost, mended] = [new PlaceGroups(), new PlaceGroups()]
  let unknown = 0
  for (const outcome of all) {
    if (outcome.state === 'fixed') continue
    if (isOfUnknownTree(outcome.stateReason)) unknown += 1
    if (outcome.finding.placeProblem !== null) lost.add(outcome, '')
    const repair = repairOf(outcome)
    if (repair !== null) mended.add(outcome, repair)
  }
  return [...unmapped(lost), ...repaired(mended), ...unchecked(unknown)]
}
