import { join, resolve } from 'node:path'
import { unansweredIn } from '../../core/decision/decide.js'
import type { Decision } from '../../core/decision/decision.js'
import { configurationError } from '../../core/ground/errors.js'
import { ndjsonLines } from '../../core/history/fleet/rows/rows.js'
import { TABLES } from '../../core/history/fleet/rows/tables.js'
import { decisionRows } from '../../core/reports/files/rows-report.js'
import { EVALUATE_FORMATS, type Format, REPORTS } from '../../core/reports/formats.js'
import { type EvidenceSubject, PLAIN_CONTEXT, type ViewContext } from '../../core/reports/ground/view-context.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { writeFileAtomically } from '../../files/write.js'
import { exitCodeOf, FAIL_ON, type FailOn } from '../../gate/exit-codes.js'
import { evaluate } from '../../gate/gate.js'
import { type Flags, flagValue, type ParsedArguments, refuseWords } from '../arguments.js'
import { ciChange } from '../ci-change.js'
import type { CliCommand } from '../command.js'
import { progressOf, type Terminal } from '../terminal.js'
import { EVALUATION_FLAGS } from './evaluate-flags.js'
import { evaluationOf } from './evaluation.js'
import { type Output, outputOf } from './format-flag.js'
import { leaveUndecided } from './undecided-file.js'

const FLAGS = {
  ...EVALUATION_FLAGS,
  format: { value: 'FORMAT[=FILE]', multiple: true, help: `${EVALUATE_FORMATS.join(', ')}; default text` },
  subject: {
    value: 'NAME=sha256:DIGEST',
    multiple: true,
    help: 'what the attestation is about besides decision and commit, e.g. an image'
  },
  'fail-on': { value: 'VERDICT', help: 'verdict that makes the exit code 1: block (default), warn or never' }
} as const satisfies Flags

/** `evaluate`: the gate. */
export const evaluateCommand: CliCommand = {
  words: '',
  flags: FLAGS,
  failed: (argv, error, terminal) => leaveUndecided(argv, FLAGS, error, terminal),
  async run(args, terminal) {
    refuseWords(args, 'Give files with --sarif')
    const outputs = outputsOf(args, terminal)
    const failOn = failOnOf(args)
    const subjects = subjectsOf(args, outputs)
    const { request, ports } = await evaluationOf(args, terminal)
    const { decision, policy, evaluation, scanned } = await evaluate(request, ports, progressOf(terminal))
    const unasked = unansweredIn(evaluation)
    const cloneAddress = cloneAddressOf(decision, terminal)
    const view = {
      ...PLAIN_CONTEXT,
      ...cloneAddress,
      rules: policy.rules,
      unasked,
      source: scanned.readSource,
      subjects
    }
    for (const output of outputs) await write(decision, view, output, terminal)
    return exitCodeOf(decision, failOn)
  }
}

/** What the CI system says, where the decision is about the repository that it names. */
function cloneAddressOf({ change }: Decision, { env }: Terminal): Pick<ViewContext, 'cloneAddress'> {
  const ci = ciChange(env)
  return ci === null || ci.address === null || ci.repository !== change.repository ? {} : { cloneAddress: ci.address }
}

type EvaluateFormat = Format | 'rows'

function evaluateOutput(text: string): Output<EvaluateFormat> {
  const output = outputOf(text, EVALUATE_FORMATS)
  if (output.format === 'rows' && output.file === null)
    throw configurationError('rows are written as several files', 'Write --format rows=DIR')
  return output
}

function outputsOf({ values }: ParsedArguments, { cwd }: Terminal): readonly Output<EvaluateFormat>[] {
  const outputs = (values.get('format') ?? ['text']).map(text => evaluateOutput(text))
  const files = outputs.flatMap(({ file }) => (file === null ? [] : [resolve(cwd, file)]))
  const twice = files.find((file, index) => files.indexOf(file) < index)
  if (twice === undefined) return outputs
  throw configurationError(`Two formats are to be written to ${twice}`, 'Give each --format a file of its own')
}

const ATTESTS: readonly EvaluateFormat[] = ['attestation', 'svr']

/** The subjects of `--subject`; each name and each digest once, since a reader looks them up by either. */
function subjectsOf(
  { values }: ParsedArguments,
  outputs: readonly Output<EvaluateFormat>[]
): readonly EvidenceSubject[] {
  const subjects = (values.get('subject') ?? []).map(subjectOf)
  if (subjects.length > 0 && !outputs.some(({ format }) => ATTESTS.includes(format)))
    throw configurationError('--subject is for an attestation', 'Ask for one with --format attestation=FILE')
  for (const key of ['name', 'sha256'] as const) {
    const given = subjects.map(subject => subject[key])
    const twice = given.find((each, at) => given.indexOf(each) < at)
    if (twice !== undefined) throw configurationError(`--subject ${twice} is given twice`, 'Give each subject once')
  }
  return subjects
}

function subjectOf(text: string): EvidenceSubject {
  const [, name = '', sha256 = ''] = /^([^\s\p{C}]+)=sha256:([0-9a-f]{64})$/u.exec(text) ?? []
  if (name === 'decision.json')
    throw configurationError('--subject decision.json is always there', 'Leave it out: its digest is computed')
  if (name !== '') return { name, sha256 }
  throw configurationError(
    `--subject ${text} is not NAME=sha256:DIGEST`,
    'Write the name, =sha256: and all 64 hex digits in small letters, as `docker buildx imagetools inspect` prints them'
  )
}

function failOnOf(args: ParsedArguments): FailOn {
  const text = flagValue(args, 'fail-on') ?? 'block'
  const failOn = FAIL_ON.find(each => each === text)
  if (failOn === undefined) throw configurationError(`--fail-on ${text} is not a verdict`, oneOfHint(text, FAIL_ON))
  return failOn
}

async function write(
  decision: Decision,
  view: ViewContext,
  { format, file }: Output<EvaluateFormat>,
  terminal: Terminal
): Promise<void> {
  if (format === 'rows') return writeRows(decision, resolve(terminal.cwd, file ?? '.'))
  const chunks = REPORTS[format].render(decision, {
    colour: terminal.colour && file === null,
    width: terminal.width,
    view
  })
  if (file !== null) return writeFileAtomically(resolve(terminal.cwd, file), chunks)
  for (const chunk of chunks) await terminal.out(chunk)
}

/** The tables of one decision: files of NDJSON that `metrics`' queries and any warehouse read. */
async function writeRows(decision: Decision, directory: string): Promise<void> {
  const rows = decisionRows(decision)
  for (const table of TABLES) await writeFileAtomically(join(directory, `${table}.ndjson`), ndjsonLines(rows, table))
}
