import type { Decision, Outcome } from '../../core/decision/decision.js'
import { configurationError } from '../../core/ground/errors.js'
import { candidateLine, explanationJson, explanationText } from '../../core/reports/terminal/explanation.js'
import { resolveFinding } from '../../core/trace/resolve.js'
import { storedTrace } from '../../core/trace/stored-trace.js'
import type { Trace } from '../../core/trace/trace.js'
import { traceOf } from '../../core/trace/trace-of.js'
import { readDecisionFile } from '../../files/decisions/decision-files.js'
import { EXIT } from '../../gate/exit-codes.js'
import { evaluate } from '../../gate/gate.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { progressOf, type Terminal } from '../terminal.js'
import { EVALUATION_FLAGS } from './evaluate-flags.js'
import { evaluationOf } from './evaluation.js'
import { oneFormat } from './format-flag.js'

const FORMATS = ['text', 'json'] as const
const FLAGS = {
  decision: {
    value: 'FILE',
    help: 'decision file, or directory of reports, to explain from; may follow FINDING as well'
  },
  ...EVALUATION_FLAGS,
  format: { value: 'FORMAT', help: `${FORMATS.join(' or ')}; default text` }
} as const satisfies Flags

/** Candidates that are listed where no single finding is meant. */
const SHOWN = 20

/** `explain FINDING`: why it got its verdict, and the smallest change that would pass. */
export const explainCommand: CliCommand = {
  words: 'FINDING [DECISION]',
  flags: FLAGS,
  async run(args, terminal) {
    const format = oneFormat(args, FORMATS)
    const { finding, file } = askedOf(args)
    const trace =
      file === null
        ? await freshTrace(finding, args, terminal)
        : fromDecision(finding, readDecisionFile(file, terminal.cwd))
    await terminal.out(format === 'json' ? explanationJson(trace) : explanationText(trace))
    return EXIT.pass
  }
}

/** The finding that is asked about, and the decision file that is to tell of it; null: it is decided anew. */
function askedOf(args: ParsedArguments): { readonly finding: string; readonly file: string | null } {
  const [finding, word = null, ...more] = args.words
  const named = flagValue(args, 'decision')
  if (finding === undefined || more.length > 0 || (word !== null && named !== null)) {
    throw configurationError('explain takes one finding, and at most one decision file', HOW_TO_NAME)
  }
  const file = word ?? named
  const others = [...args.values.keys()].filter(flag => flag !== 'decision' && flag !== 'format')
  if (file !== null && others.length > 0)
    throw configurationError(
      `A decision file is all that it rests on, and --${others[0]} is given too`,
      'Give the decision file alone, or what to evaluate'
    )
  return { finding, file }
}

/** Evaluates, and explains what came of it. */
async function freshTrace(finding: string, args: ParsedArguments, terminal: Terminal): Promise<Trace> {
  const { request, ports } = await evaluationOf(args, terminal)
  const progress = progressOf(terminal)
  const { evaluation, decision, scanned } = await evaluate(request, ports, progress)
  return traceOf(evaluation, decision, meant(finding, decision), scanned.readSource)
}

const fromDecision = (finding: string, decision: Decision): Trace => storedTrace(decision, meant(finding, decision))

/** The finding that is meant; several or none are an error that lists what may be. */
function meant(finding: string, { outcomes }: Decision): Outcome {
  const resolution = resolveFinding(finding, outcomes)
  if (resolution.kind === 'candidates') throw candidatesError(resolution.problem, resolution.outcomes)
  return resolution.outcome
}

const HOW_TO_NAME = 'Give its id (F-…), path:line, the end of a path, rule id, CVE or package'

function candidatesError(problem: string, outcomes: readonly Outcome[]): Error {
  if (outcomes.length === 0) {
    return configurationError(problem, HOW_TO_NAME)
  }
  const lines = outcomes.slice(0, SHOWN).map(candidateLine)
  const hidden = outcomes.length - SHOWN
  const more = hidden > 0 ? [...lines, `… and ${hidden} more`] : lines
  return configurationError(problem, 'Give the id of one of them:', null, more)
}
