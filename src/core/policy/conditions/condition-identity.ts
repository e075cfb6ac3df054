import { matchAny } from '../globs.js'
import type { Conditions, Subject } from '../policy.js'
import { anyGlob, anyOf, type Check, given, type Role, shown } from './condition.js'

/** Conditions on what the finding is: who reports it, under which names, in which package. */
export function identityChecks(c: Conditions, role: Role): readonly Check[] {
  return [
    ...reporters('tool', c.tool, s => s.tools, role, toolNames),
    ...reporters('rule-id', c.ruleId, s => s.ruleIds, role),
    ...anyOf(
      'cwe',
      c.cwe,
      s => s.identifiers,
      cwe => identifier => identifier.toUpperCase() === cwe.toUpperCase()
    ),
    ...anyGlob('identifier', c.identifier, s => s.identifiers),
    ...packages(c.package),
    ...anyGlob('tags', c.tags, s => s.tags)
  ]
}

/** A tool is meant by its name, or by the first words of it: `Semgrep` means `Semgrep OSS` too. */
const toolNames = (pattern: string): readonly string[] => [pattern, `${pattern} *`]

/**
 * Tools or rules that report the finding. In `when` one of them is enough, in `unless` all are asked for: that a
 * second tool reports the same must never make the verdict milder.
 */
function reporters(
  condition: string,
  patterns: readonly string[] | null,
  facts: (s: Subject) => readonly string[],
  role: Role,
  spellings: (pattern: string) => readonly string[] = pattern => [pattern]
) {
  return given(patterns, list => {
    const matches = matchAny(list.flatMap(spellings), 'text')
    return {
      condition,
      expected: list.join(', '),
      actual: s => facts(s).join(', '),
      holds: s => (role === 'when' ? facts(s).some(matches) : facts(s).every(matches))
    }
  })
}

/** Package URLs are compared as a whole and without what follows the name: a pattern without version covers all. */
function packages(patterns: readonly string[] | null) {
  return given(patterns, list => {
    const matches = matchAny(list.map(readable), 'text')
    return {
      condition: 'package',
      expected: list.join(', '),
      actual: s => shown(s.purl),
      holds: s => {
        if (s.purl === null) return 'unknown'
        const whole = readable(s.purl)
        const unqualified = whole.replace(/[?#].*$/s, '')
        return [whole, unqualified, withoutVersion(unqualified)].some(matches)
      }
    }
  })
}

/** The `@` of npm scopes is written `%40` by some and `@` by others. */
const readable = (purl: string) => purl.replaceAll(/%40/gi, '@')

/** The version follows the last `@` that is not the first character of a name (purl-spec, "Rules for each component"). */
function withoutVersion(purl: string): string {
  const at = purl.lastIndexOf('@')
  return at > purl.lastIndexOf('/') + 1 ? purl.slice(0, at) : purl
}
