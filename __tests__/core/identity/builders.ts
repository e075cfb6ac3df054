import { parseDiff } from '../../../src/core/change/diff-text.js'
import type { Finding, Location } from '../../../src/core/finding.js'
import type { IdentityContext, IdentityResult } from '../../../src/core/identity/identified.js'
import { identify } from '../../../src/core/identity/identify.js'
import type { Ran, ToolRan } from '../../../src/core/identity/ran.js'
import { aPlainFinding } from '../../builders.js'

export const NOW = '2026-11-23T15:00:00Z'

export const place = (path: string, startLine: number | null, startColumn: number | null = null): Location => ({
  path,
  startLine,
  startColumn,
  endLine: startLine,
  endColumn: null
})

export function finding(parts: Partial<Finding> & { readonly snippet?: string }): Finding {
  const { snippet, ...rest } = parts
  return aPlainFinding({
    ruleId: 'no-eval',
    message: 'Do not evaluate text',
    clues: { snippet: snippet ?? null, fingerprints: {}, symbol: null },
    ...rest
  })
}

/** A finding for each line that holds the word. */
export const scan = (path: string, text: string, word = 'eval', parts: Partial<Finding> = {}): readonly Finding[] =>
  text.split('\n').flatMap((line, index) => {
    const column = line.indexOf(word)
    return column < 0 ? [] : [finding({ location: place(path, index + 1, column + 1), ...parts })]
  })

export const advisory = (
  id: string,
  version: string,
  path = 'web/package-lock.json',
  more: Partial<Finding> = {}
): Finding =>
  finding({
    tool: 'Trivy',
    ruleId: id,
    category: 'sca',
    message: `${id} in lodash ${version}`,
    location: place(path, 1),
    identifiers: [id],
    package: { purl: `pkg:npm/lodash@${version}`, name: 'lodash', version, fixedVersion: null },
    ...more
  })

/** The tool of `finding` ran, with these rules; null where it does not tell. */
export const ranWith = (rules: readonly string[] | null, more: Partial<ToolRan> = {}): Ran =>
  new Map([['scanner', { name: 'Scanner', rules: rules === null ? null : new Set(rules), failed: false, ...more }]])

export interface Setting {
  readonly baseline?: readonly Finding[] | null
  readonly diff?: string
  readonly files?: Readonly<Record<string, string>>
  readonly more?: Partial<IdentityContext>
}

export const run = (
  findings: readonly Finding[],
  { baseline = null, diff, files = {}, more = {} }: Setting
): IdentityResult =>
  identify(findings, {
    baseline,
    diff: diff === undefined ? null : parseDiff(diff, 'change.diff'),
    readSource: path => files[path] ?? null,
    now: NOW,
    ...more
  })

export const states = (result: IdentityResult): readonly string[] => result.findings.map(item => item.identity.state)
export const ids = (result: IdentityResult): readonly string[] => result.findings.map(item => item.identity.id)

/** A whole-file diff without context, as an editor that replaces lines would make it. */
export function replaceDiff(path: string, at: number, removed: readonly string[], added: readonly string[]): string {
  const range = (start: number, count: number): string => `${count === 0 ? start - 1 : start},${count}`
  return [
    `diff --git a/${path} b/${path}`,
    `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -${range(at, removed.length)} +${range(at, added.length)} @@`,
    ...removed.map(line => `-${line}`),
    ...added.map(line => `+${line}`),
    ''
  ].join('\n')
}

/** The diff between two texts of a file: all between the first and the last line that differ. */
export function diffOf(path: string, base: string, head: string): string {
  const [before, after] = [base.split('\n'), head.split('\n')]
  let start = 0
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return replaceDiff(path, start + 1, before.slice(start, before.length - end), after.slice(start, after.length - end))
}
