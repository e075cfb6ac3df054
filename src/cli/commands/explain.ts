import { decide } from '../../core/decision/decide.js'
import type { Outcome } from '../../core/decision/decision.js'
import { configurationError } from '../../core/ground/errors.js'
import { candidateLine, explanationJson, explanationText } from '../../core/reports/terminal/explanation.js'
import { resolveFinding } from '../../core/trace/resolve.js'
import { traceOf } from '../../core/trace/trace-of.js'
import { EXIT } from '../../gate/exit-codes.js'
import { prepare } from '../../gate/gate.js'
import { localPorts } from '../../gate/local-ports.js'
import type { Flags } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { progressOf } from '../terminal.js'
import { EVALUATION_FLAGS, requestOfFlags } from './evaluate-flags.js'
import { oneFormat } from './format-flag.js'

const FORMATS = ['text', 'json'] as const
const FLAGS = {
  ...EVALUATION_FLAGS,
  format: { value: 'FORMAT', help: `${FORMATS.join(' or ')}; default text` }
} as const satisfies Flags

/** Candidates that are listed where no single finding is meant. */
const SHOWN = 20

/** `explain FINDING`: why it got its verdict, and the smallest change that would pass. */
export const explainCommand: CliCommand = {
  summary: 'Say why a finding got its verdict, and what would pass',
  words: 'FINDING',
  flags: FLAGS,
  async run(args, terminal) {
    const [words, ...more] = args.words
    if (words === undefined || more.length > 0) {
      throw configurationError('explain takes one finding', 'Give its id (F-…), path:line, rule id or CVE')
    }
    const format = oneFormat(args, FORMATS)
    const request = requestOfFlags(args, terminal)
    const progress = progressOf(terminal)
    const evaluation = await prepare(request, localPorts(request), progress)
    const decision = decide(evaluation)
    progress(null)
    const resolution = resolveFinding(words, decision.outcomes)
    if (resolution.kind === 'candidates') throw candidatesError(resolution.problem, resolution.outcomes)
    const trace = traceOf(evaluation, decision, resolution.outcome)
    await terminal.out(format === 'json' ? explanationJson(trace) : explanationText(trace))
    return EXIT.pass
  }
}

function candidatesError(problem: string, outcomes: readonly Outcome[]): Error {
  if (outcomes.length === 0) {
    return configurationError(
      problem,
      'Give an id (F-…), path:line, rule id or CVE as evaluate --format json lists them'
    )
  }
  const lines = outcomes.slice(0, SHOWN).map(outcome => `\n  ${candidateLine(outcome)}`)
  const hidden = outcomes.length - SHOWN
  return configurationError(
    problem,
    `Give the id of one of them:${lines.join('')}${hidden > 0 ? `\n  … and ${hidden} more` : ''}`
  )
}
