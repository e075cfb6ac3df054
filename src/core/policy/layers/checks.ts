import type { ConditionsEntry, PolicyDocument, RuleEntry } from '../../../generated/policy.js'
import type { Problem } from '../../ground/errors.js'
import { isCalendarDate } from '../../time/calendar.js'
import { nodeAt, type YamlNode } from '../../yaml/node.js'
import { conditionProblems } from '../conditions/to-conditions.js'
import { type GlobKind, globProblems } from '../globs.js'
import { asList } from '../one-or-many.js'
import { referenceProblem } from './references.js'

type Path = readonly (string | number)[]
type Report = (path: Path, message: string, hint: string) => void

/** What is wrong with a policy file by itself, beyond its shape. */
export function policyChecks(document: Partial<PolicyDocument>, root: YamlNode): readonly Problem[] {
  const problems: Problem[] = []
  const report: Report = (path, message, hint) =>
    void problems.push({ place: nodeAt(root, path)?.place ?? root.place, message, hint })

  checkExtends(document, root, report)
  checkUnique('rules', 'id', document.rules, report)
  checkUnique('scans', 'id', document.scans, report)
  checkUnique('assets', 'name', document.assets, report)
  for (const [index, asset] of present(document.assets)) {
    checkGlobs(['assets', index, 'paths'], asset.paths, 'path', report)
  }
  for (const [index, glob] of present(document.governed)) checkGlobs(['governed', index], glob, 'path', report)
  for (const [index, scan] of present(document.scans)) {
    checkGlobs(['scans', index, 'applies-to'], scan['applies-to'], 'path', report)
    if (scan.category === undefined && scan.tools === undefined) {
      report(['scans', index], `the scan \`${scan.id}\` says neither category nor tools`, 'Add `category:` or `tools:`')
    }
  }
  for (const [index, rule] of present(document.rules)) checkRule(['rules', index], rule, report)
  checkExceptions(document, report)
  return problems
}

/** The entries of a list that fit the schema, with their index. */
const present = <T>(list: readonly (T | undefined)[] | undefined): readonly (readonly [number, T])[] =>
  (list ?? []).flatMap((entry, index) => (entry === undefined ? [] : [[index, entry] as const]))

function checkExtends(document: Partial<PolicyDocument>, root: YamlNode, report: Report): void {
  const isList = nodeAt(root, ['extends'])?.kind === 'list'
  for (const [index, reference] of present(asList(document.extends))) {
    const problem = referenceProblem(reference)
    if (problem) report(isList ? ['extends', index] : ['extends'], problem.message, problem.hint)
  }
}

function checkUnique<K extends string>(
  list: string,
  key: K,
  entries: readonly { readonly [name in K]: string }[] | undefined,
  report: Report
): void {
  const seen = new Map<string, number>()
  for (const [index, entry] of present(entries)) {
    const first = seen.get(entry[key])
    if (first === undefined) seen.set(entry[key], index)
    else {
      const message = `\`${list}[${first}]\` and \`${list}[${index}]\` have the same ${key} \`${entry[key]}\``
      report([list, index, key], message, 'Rename one of them')
    }
  }
}

function checkGlobs(path: Path, value: string | readonly string[] | undefined, kind: GlobKind, report: Report): void {
  for (const { index, message, hint } of globProblems(value, kind)) report(valueAt(path, index), message, hint)
}

function checkConditions(path: Path, conditions: ConditionsEntry, report: Report): void {
  for (const { condition, index, message, hint } of conditionProblems(conditions)) {
    report(valueAt([...path, condition], index), message, hint)
  }
}

/** Where a value of a list stands, or the value itself. */
const valueAt = (path: Path, index: number | null): Path => (index === null ? path : [...path, index])

function checkRule(path: Path, rule: RuleEntry, report: Report): void {
  checkConditions([...path, 'when'], rule.when, report)
  if (rule.unless) {
    checkConditions([...path, 'unless'], rule.unless, report)
    if (Object.keys(rule.unless).length === 0) {
      const message = `\`unless\` of the rule \`${rule.id}\` has no condition, so the rule would never apply`
      report([...path, 'unless'], message, 'Add a condition, or remove `unless`')
    }
  }
  const from = rule['enforce-from']
  if (from === undefined) return
  if (!isCalendarDate(from)) {
    report([...path, 'enforce-from'], `\`${from}\` is not a day of the calendar`, 'Write it as `2027-01-15`')
  }
  if (rule.mode === undefined) {
    const message = `the rule \`${rule.id}\` has \`enforce-from\` but no \`mode\``
    report([...path, 'enforce-from'], message, 'Say what it may do until then: `mode: warn` or `mode: monitor`')
  }
}

function checkExceptions(document: Partial<PolicyDocument>, report: Report): void {
  const { file, never } = document.exceptions ?? {}
  if (file !== undefined && !isRepositoryPath(file)) {
    const hint = 'Write it from the root of the repository, as in `.github/policy-exceptions.yml`'
    report(['exceptions', 'file'], `\`${file.slice(0, 100)}\` is not a path in the repository`, hint)
  }
  for (const [index, conditions] of (never ?? []).entries()) {
    const path = ['exceptions', 'never', index]
    checkConditions(path, conditions, report)
    if (Object.keys(conditions).length === 0) {
      report(path, '`never` has an entry without conditions', 'Add a condition, such as `category: secret`')
    }
  }
}

/** Relative, with `/`, and without a part that leads elsewhere. */
const isRepositoryPath = (path: string) =>
  !path.includes('\\') && path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
