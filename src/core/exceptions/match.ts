import { parsePackageUrl } from '../ground/package-url.js'
import { isFindingId } from './commands/command.js'
import type { ExceptionMatch } from './exception.js'

/** The `match` of an entry, as a file writes it. */
export interface WrittenMatch {
  readonly finding?: string
  readonly identifier?: string
  readonly package?: string
  readonly path?: string
  readonly tool?: string
  readonly 'rule-id'?: string
}

/** One thing that is wrong with a match. `key` is the key that it is about, null for the whole. */
export interface MatchProblem {
  readonly key: keyof WrittenMatch | null
  readonly message: string
  readonly hint: string
}

/** The closed form of a match, or null where it has problems. */
export function toMatch(written: WrittenMatch): ExceptionMatch | null {
  if (matchProblems(written).length > 0) return null
  const { finding, identifier, tool, 'rule-id': ruleId } = written
  const path = written.path ?? null
  if (finding !== undefined) return { kind: 'finding', finding }
  if (identifier !== undefined) return { kind: 'advisory', identifier, package: written.package ?? null, path }
  return tool === undefined || ruleId === undefined || path === null ? null : { kind: 'rule', tool, ruleId, path }
}

/** Everything that is wrong with a match, besides the form of its values that the schema checks. */
export function matchProblems(written: WrittenMatch): readonly MatchProblem[] {
  const problems: MatchProblem[] = []
  const shape = shapeProblem(written)
  if (shape !== null) problems.push({ key: null, message: shape, hint: FORMS })
  const { finding, identifier, package: purl, path } = written
  for (const key of ['tool', 'rule-id'] as const) {
    if (!/[\p{Cc}\p{Cf}]/u.test(written[key] ?? '')) continue
    const hint = 'Write the name as the report shows it, without characters that cannot be seen'
    problems.push({ key, message: `\`match.${key}\` holds a hidden character`, hint })
  }
  if (finding !== undefined && !isFindingId(finding)) {
    problems.push({
      key: 'finding',
      message: '`match.finding` is not the id of a finding',
      hint: 'Write F- and 32 hex digits'
    })
  }
  if (identifier !== undefined) {
    const message = identifierProblem(identifier)
    if (message !== null)
      problems.push({ key: 'identifier', message, hint: 'Write one advisory, such as CVE-2026-1234' })
  }
  if (purl !== undefined) {
    const message = packageProblem(purl)
    if (message !== null)
      problems.push({ key: 'package', message, hint: 'Write for example `package: "pkg:npm/lodash"`' })
  }
  if (path !== undefined) {
    const message = pathProblem(path)
    const hint = 'Write the path from the root of the repository, such as web/package-lock.json'
    if (message !== null) problems.push({ key: 'path', message, hint })
  }
  return problems
}

const FORMS =
  'Write `finding` alone, or `identifier` with `package`, `path` or both, or `tool` with `rule-id` and `path`'

function shapeProblem(written: WrittenMatch): string | null {
  const keys = Object.keys(written)
  const mixed = keys.length > 1 ? `\`match\` mixes ${keys.join(', ')}` : null
  const only = (...allowed: string[]) => (keys.every(key => allowed.includes(key)) ? null : mixed)
  if (written.finding !== undefined) return only('finding')
  if (written.identifier !== undefined) {
    if (written.package === undefined && written.path === undefined) return '`match.identifier` alone is too broad'
    return only('identifier', 'package', 'path')
  }
  const missing = (['tool', 'rule-id', 'path'] as const).filter(key => written[key] === undefined)
  if (missing.length > 0) return `\`match\` lacks ${missing.map(key => `\`${key}\``).join(' and ')}`
  return only('tool', 'rule-id', 'path')
}

function identifierProblem(identifier: string): string | null {
  if (/[*?]/.test(identifier)) return '`match.identifier` takes no globs'
  if (/^CWE-/i.test(identifier)) return '`match.identifier` names a class of weaknesses, not an advisory'
  return /^[A-Za-z][A-Za-z0-9]*[-:][A-Za-z0-9._:-]+$/.test(identifier) ? null : '`match.identifier` is not an advisory'
}

function packageProblem(purl: string): string | null {
  if (purl.includes('*')) return '`match.package` takes no globs'
  // Where a version was to be filled in: without one it would cover all.
  if (/@(?:[?#]|$)/.test(purl.trim())) return '`match.package` has an `@` without a version'
  return parsePackageUrl(purl) === null ? '`match.package` is not a package URL' : null
}

function pathProblem(path: string): string | null {
  const bare = path.endsWith('/**') ? path.slice(0, -'/**'.length) : path
  if (/[*?]/.test(bare)) return '`match.path` takes no globs but one `/**` at its end'
  if (/[\p{Cc}\p{Cf}\\]/u.test(path)) return '`match.path` holds a backslash or a hidden character'
  const isPlain = bare !== '' && bare.split('/').every(part => part !== '' && part !== '.' && part !== '..')
  return isPlain ? null : '`match.path` is not a path from the root of the repository'
}
