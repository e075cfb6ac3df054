import { dirname, resolve } from 'node:path'
import { decide, type Evaluation } from '../../core/decision/decide.js'
import type { ExceptionRecord } from '../../core/exceptions/exception.js'
import { parseExceptions } from '../../core/exceptions/file.js'
import { ConfigurationError, configurationError, type Problem, wholeFile } from '../../core/ground/errors.js'
import { DEFAULT_TIER, type Policy } from '../../core/policy/policy.js'
import { mismatchesOf, ownMismatches } from '../../core/policy-test/check.js'
import { shortEvaluation, withAssets } from '../../core/policy-test/evaluation.js'
import { type PolicyTestFile, parsePolicyTests } from '../../core/policy-test/file.js'
import { findingsOf, type TestFinding } from '../../core/policy-test/findings.js'
import {
  type TestFileResult,
  type TestResult,
  testReportJunit,
  testReportText
} from '../../core/reports/terminal/test-report.js'
import { traceOf } from '../../core/trace/trace-of.js'
import { readOrNull } from '../../files/policy-files.js'
import { writeFileAtomically } from '../../files/write.js'
import { EXIT } from '../../gate/exit-codes.js'
import { prepare } from '../../gate/gate.js'
import { policyOf } from '../../gate/governing-files.js'
import { localPolicyPort, localPorts } from '../../gate/local-ports.js'
import { requestWith } from '../../gate/request.js'
import type { Flags, ParsedArguments } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { tellLayers } from '../tell-layers.js'
import type { Terminal } from '../terminal.js'
import { EVALUATION_FLAGS, layerSourcesOf } from './evaluate-flags.js'
import { outputOf } from './format-flag.js'

const FORMATS = ['text', 'junit'] as const
const FLAGS = {
  'layer-source': EVALUATION_FLAGS['layer-source'],
  format: { value: 'FORMAT[=FILE]', multiple: true, help: `${FORMATS.join(' or ')}; default text` }
} as const satisfies Flags

/** `test FILE…`: runs policy tests; exit code 1 where one fails, 2 where a file is wrong. */
export const testCommand: CliCommand = {
  words: 'FILE…',
  flags: FLAGS,
  async run(args, terminal) {
    if (args.words.length === 0) throw configurationError('test needs a file', 'Give files of policy tests')
    const outputs = (args.values.get('format') ?? ['text']).map(text => outputOf(text, FORMATS))
    const suites = await loadSuites(args, terminal)
    const results: TestFileResult[] = []
    for (const suite of suites) results.push(await runSuite(suite))
    for (const { format, file } of outputs) {
      const text = format === 'text' ? testReportText(results) : testReportJunit(results)
      if (file === null) await terminal.out(text)
      else await writeFileAtomically(resolve(terminal.cwd, file), [text])
    }
    const failed = results.some(each => each.results.some(({ mismatches }) => mismatches.length > 0))
    return failed ? EXIT.block : EXIT.pass
  }
}

interface Suite {
  readonly file: PolicyTestFile
  /** Directory of the file: its paths start there. */
  readonly directory: string
  readonly layerSources: ReadonlyMap<string, string>
  readonly policy: Policy
  readonly exceptions: readonly ExceptionRecord[]
  readonly now: string
}

/** Loads every file before any test runs, so that all problems of all files are told at once. */
async function loadSuites(args: ParsedArguments, terminal: Terminal): Promise<readonly Suite[]> {
  const problems: Problem[] = []
  const suites: Suite[] = []
  for (const path of args.words) {
    try {
      suites.push(await loadSuite(path, args, terminal))
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems)
  return suites
}

async function loadSuite(path: string, args: ParsedArguments, terminal: Terminal): Promise<Suite> {
  const absolute = resolve(terminal.cwd, path)
  const bytes = readOrNull(absolute)
  const place = wholeFile(path)
  if (bytes === null) throw configurationError('the file does not exist', 'Give a file of policy tests', place)
  const file = parsePolicyTests(path, bytes)
  const directory = dirname(absolute)
  // Directories that flags name lie where the person stands.
  const layerSources = new Map([...layerSourcesOf(args)].map(([name, at]) => [name, resolve(terminal.cwd, at)]))
  const port = localPolicyPort({ cwd: directory, sourceRoot: null, layerSources })
  const policy = await policyOf(file.document.policy, port)
  if (policy === null)
    throw configurationError(
      `there is no policy ${file.document.policy}`,
      'Give a path from this file, or preset:NAME',
      place
    )
  const named = file.document.exceptions
  const exceptions = named === undefined ? null : await port.read(named)
  tellLayers(port, terminal)
  if (named !== undefined && exceptions === null)
    throw configurationError(`there is no exceptions file ${named}`, 'Give a path from this file', place)
  return {
    file,
    directory,
    layerSources,
    policy,
    exceptions: named === undefined || exceptions === null ? [] : parseExceptions(named, exceptions),
    now: file.document.now ?? terminal.now()
  }
}

async function runSuite(suite: Suite): Promise<TestFileResult> {
  const results: TestResult[] = []
  for (const entry of suite.file.tests) results.push(await runTest(suite, entry))
  return { path: suite.file.path, policy: suite.file.document.policy, results }
}

async function runTest(suite: Suite, entry: PolicyTestFile['tests'][number]): Promise<TestResult> {
  const { test, place } = entry
  const now = test.now ?? suite.now
  const findings = findingsOf(test.findings ?? [], now)
  const evaluation =
    test.sarif === undefined
      ? shortEvaluation(suite.file.document, entry, suite.policy, findings, suite.exceptions, now)
      : await sarifEvaluation(suite, entry, now)
  const decision = decide(evaluation)
  const mismatches = [
    ...mismatchesOf(test.expect ?? {}, decision),
    ...ownMismatches(findings.map(expectationOf), decision)
  ]
  const blamed = new Map(
    mismatches.flatMap(({ outcome }) => (outcome === null ? [] : [[outcome.id, outcome] as const]))
  )
  const traces = [...blamed.values()].slice(0, 3).map(outcome => traceOf(evaluation, decision, outcome))
  return { name: test.name, place, mismatches, traces }
}

const expectationOf = ({ identified, expect }: TestFinding) => ({ id: identified.identity.id, expect })

async function sarifEvaluation(
  suite: Suite,
  { test }: PolicyTestFile['tests'][number],
  now: string
): Promise<Evaluation> {
  const { document } = suite.file
  const { sarif = [], baseline = [], kev = [], epss = [], vex = [] } = test
  const request = requestWith({
    sarif,
    policy: document.policy,
    exceptions: document.exceptions ?? null,
    baseline,
    kev,
    epss,
    vex,
    diff: test.diff ?? null,
    cwd: suite.directory,
    sourceRoot: test['source-root'] ?? null,
    defaultTier: test.tier ?? document.tier ?? DEFAULT_TIER,
    layerSources: suite.layerSources,
    now,
    event: test.event ?? null,
    branch: test.branch ?? null
  })
  const evaluation = await prepare(request, localPorts(request), () => undefined)
  // Only the exceptions that the test file names apply, in both forms of a test alike.
  return { ...evaluation, exceptions: suite.exceptions, policy: withAssets(evaluation.policy, document) }
}
