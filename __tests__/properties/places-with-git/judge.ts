import type { Outcome } from '../../../src/core/decision/decision.js'
import { numberOf, type Weakness } from './scanner.js'
import type { Texts } from './story.js'

/** What the gate said of the findings of one scan. */
export interface Judged {
  /** New findings that were called existing or newly disclosed. There must be none. */
  readonly wrong: readonly string[]
  /** Old findings, and why those of them that are not called so are not. */
  readonly old: number
  readonly blamed: readonly string[]
  readonly fresh: number
  /** New ones called old that no evidence at all tells from what the baseline has at the same place. */
  readonly alike: number
}

const without = (text: string): string => text.replace(/\s+/g, '')

/**
 * How often a weak line may be called old in a file: as often as the file has it before the change, or the files have it
 * that are gone, where the file is another one than any that was there.
 */
export function allowedIn(before: Texts, after: Texts): (path: string, text: string) => number {
  const gone = Object.keys(before).filter(path => after[path] === undefined)
  const counts = new Map<string, ReadonlyMap<string, number>>()
  const countsOf = (path: string): ReadonlyMap<string, number> => {
    const known = counts.get(path)
    if (known !== undefined) return known
    const lines = new Map<string, number>()
    for (const line of (before[path] ?? '').split(/[\n\r\v\f\u0085\u2028\u2029]/)) {
      lines.set(without(line), (lines.get(without(line)) ?? 0) + 1)
    }
    counts.set(path, lines)
    return lines
  }
  return (path, text) => {
    const from = before[path] === undefined ? gone : [path]
    return Math.max(0, ...from.map(each => countsOf(each).get(without(text)) ?? 0))
  }
}

/** What the findings are held against. */
export interface Truth {
  readonly found: readonly Weakness[]
  /** What was there before: the tree that the change is merged into, and the one that the baseline is from. */
  readonly befores: readonly Texts[]
  readonly after: Texts
  /** Weaknesses of the baseline, where neither diff nor text nor snippet tells what stands on a line (docs/identity.md). */
  readonly unseen: readonly Weakness[]
}

/** Findings of one text in one file. */
interface Group {
  readonly weakness: Weakness
  count: number
  kept: number
  readonly reasons: string[]
}

function groupsOf(outcomes: readonly Outcome[], { found }: Truth): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const outcome of outcomes) {
    const { state, stateReason, finding } = outcome
    if (state === 'fixed') continue
    const weakness = found[numberOf(finding.tags)]
    if (weakness === undefined) throw new Error(`nobody has found ${JSON.stringify(finding.location)}`)
    const key = `${weakness.path}\0${without(weakness.text)}`
    const group = groups.get(key) ?? { weakness, count: 0, kept: 0, reasons: [] }
    groups.set(key, group)
    group.count += 1
    if (state === 'existing' || state === 'newly-disclosed') group.kept += 1
    else
      group.reasons.push(
        `${state}: ${(stateReason ?? '').replace(/Moved from .*? to .*?; before/, 'Moved to a more critical tier; before')}`
      )
  }
  return [...groups.values()]
}

/** Holds the states against what the trees tell; lines that are equal in one file stand for each other. */
export function judge(outcomes: readonly Outcome[], truth: Truth): Judged {
  const allowed = truth.befores.map(before => allowedIn(before, truth.after))
  const wrong: string[] = []
  const blamed: string[] = []
  let [old, fresh, alike] = [0, 0, 0]
  for (const { weakness, count, kept, reasons } of groupsOf(outcomes, truth)) {
    const { path, line, text } = weakness
    const most = Math.max(...allowed.map(each => each(path, text)))
    const isAlike = truth.unseen.some(
      each => each.path === path && each.line === line && each.text.length === text.length
    )
    if (kept > most && isAlike) alike += kept - most
    else if (kept > most) wrong.push(`${path}:${line}: ${text}: ${kept} of ${count} old, not ${most}`)
    const sure = Math.min(count, allowed[0]?.(path, text) ?? 0)
    old += sure
    fresh += count - sure
    blamed.push(...reasons.slice(0, Math.max(0, sure - kept)))
  }
  return { wrong, old, blamed, fresh, alike }
}
