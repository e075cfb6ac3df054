import { CATEGORIES, type Category } from '../../finding.js'
import { asArray, asObject, type JsonObject, member, textMember } from '../../ground/json.js'
import { utc } from '../../time/instant.js'
import type { RunFacts } from '../input.js'
import { plainText } from '../result/message.js'
import type { RunContext } from '../result/result.js'
import type { RunState } from './completeness.js'
import { rulesThatRan } from './rule-list.js'
import { secretScanOf } from './secret-scan.js'

const valuesOf = (run: JsonObject, list: string, key: string): readonly string[] =>
  asArray(member(run, list)).flatMap(element => textMember(asObject(element), key) ?? [])

/** What is known of a run besides its findings. */
export function factsOfRun(
  run: JsonObject,
  context: RunContext,
  counts: { results: number; notFindings: number },
  found: ReadonlySet<Category>,
  state: RunState
): RunFacts {
  const written = new Set<string>([...context.profile.writes, ...found])
  const ends = valuesOf(run, 'invocations', 'endTimeUtc').flatMap(value => utc(value) ?? [])
  const rules = rulesThatRan(run, context)
  return {
    tool: context.tool,
    version: context.toolVersion,
    ...counts,
    ...state,
    categories: CATEGORIES.filter(category => written.has(category)),
    secretScan: secretScanOf(run, context, found, rules),
    rules,
    revisions: [...new Set(valuesOf(run, 'versionControlProvenance', 'revisionId'))],
    endTime: ends.sort().at(-1) ?? null
  }
}

/** The problem of a log that is not SARIF 2.1.0, or null. */
export function versionProblem(log: JsonObject, versions: readonly (string | null)[]): string | null {
  const version = textMember(log, 'version')
  const named210 = /(?:^|[^0-9.])2\.1\.0(?![0-9])/.test(textMember(log, '$schema') ?? '')
  if (version === '2.1.0') return null
  if (version === null) {
    return named210 ? null : 'The file does not say which version of SARIF it is. Ask the scanner for 2.1.0'
  }
  // gitleaks 8.0 wrote its own version here; the schema that it names is the right one.
  if (named210 && versions.includes(version)) return null
  return `SARIF version ${plainText(version).slice(0, 40)} is not supported. Ask the scanner for 2.1.0`
}
