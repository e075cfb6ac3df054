import type { PolicyTestDocument, TestEntry } from '../../generated/policy-test.js'
import { POLICY_TEST_SCHEMA } from '../../generated/schemas/policy-test.js'
import { policyTestErrors } from '../../generated/validators/policy-test.js'
import { ConfigurationError, type Place, type Problem, wholeFile } from '../ground/errors.js'
import { globProblem } from '../policy/globs.js'
import { isInstant } from '../time/instant.js'
import { readDocument, type YamlFormat } from '../yaml/document.js'
import { nodeAt, type YamlNode } from '../yaml/node.js'

/** A file of policy tests, checked; each test with its place, for messages. */
export interface PolicyTestFile {
  readonly path: string
  readonly document: PolicyTestDocument
  readonly tests: readonly { readonly test: TestEntry; readonly place: Place }[]
}

const FORMAT: YamlFormat<PolicyTestDocument> = {
  validate: policyTestErrors,
  schema: POLICY_TEST_SCHEMA,
  check: checkDocument,
  explainPattern: (path, text) =>
    path.at(-1) === 'now'
      ? { message: `\`${text.slice(0, 60)}\` is not an instant`, hint: 'Write it as `2026-12-01T12:00:00Z`' }
      : null
}

/** Reads a file of policy tests. Throws a ConfigurationError with every problem, each at its place. */
export function parsePolicyTests(path: string, bytes: Uint8Array): PolicyTestFile {
  const { document, root, problems } = readDocument(path, bytes, FORMAT)
  if (document === null || root === null) throw new ConfigurationError(problems)
  const whole = wholeFile(path)
  const tests = document.tests.map((test, index) => ({ test, place: nodeAt(root, ['tests', index])?.place ?? whole }))
  return { path, document, tests }
}

/** What only makes sense with SARIF, and what only with findings. */
const WITH_SARIF = ['baseline', 'kev', 'epss', 'vex', 'diff', 'source-root'] as const
const WITH_FINDINGS = ['scans'] as const

type Report = (path: readonly (string | number)[], message: string, hint: string) => void

function checkDocument(document: Partial<PolicyTestDocument>, root: YamlNode): readonly Problem[] {
  const problems: Problem[] = []
  const report: Report = (path, message, hint) =>
    void problems.push({ place: nodeAt(root, path)?.place ?? root.place, message, hint })
  checkInstant(['now'], document.now, report)
  for (const [index, asset] of (document.assets ?? []).entries()) {
    for (const [at, glob] of (asset?.paths ?? []).entries()) {
      const problem = globProblem(glob, 'path')
      if (problem) report(['assets', index, 'paths', at], problem.message, problem.hint)
    }
  }
  const names = new Set<string>()
  // Entries that do not fit the schema arrive as undefined.
  const tests: readonly (TestEntry | undefined)[] = document.tests ?? []
  for (const [index, test] of tests.entries()) {
    if (test === undefined) continue
    const path = ['tests', index]
    checkInstant([...path, 'now'], test.now, report)
    if (names.has(test.name))
      report([...path, 'name'], `two tests have the name \`${test.name}\``, 'Rename one of them')
    names.add(test.name)
    checkForm(path, test, report)
  }
  return problems
}

function checkInstant(path: readonly (string | number)[], now: string | undefined, report: Report): void {
  if (now !== undefined && !isInstant(now))
    report(path, `\`${now}\` is not an instant of the calendar`, 'Write it as `2026-12-01T12:00:00Z`')
}

/** A test is in one of two forms, and each has keys of its own. */
function checkForm(path: readonly (string | number)[], test: TestEntry, report: Report): void {
  if ((test.findings === undefined) === (test.sarif === undefined)) {
    report(path, 'a test takes either `findings` or `sarif`', 'Give one of them; `findings: []` for none')
    return
  }
  if (test.expect === undefined && !(test.findings ?? []).some(finding => finding?.expect !== undefined))
    report(path, 'a test expects nothing', 'Give `expect` to the test, or to one of its findings')
  const form = test.sarif === undefined ? '`sarif`' : '`findings`'
  for (const key of test.sarif === undefined ? WITH_SARIF : WITH_FINDINGS) {
    if (test[key] !== undefined) report([...path, key], `\`${key}\` goes with ${form}`, `Remove it, or give ${form}`)
  }
}
