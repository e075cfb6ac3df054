import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Decision } from '../../core/decision/decision.js'
import { configurationError, wholeFile } from '../../core/ground/errors.js'
import type { JsonValue } from '../../core/ground/json.js'
import { differencesOf } from '../../core/history/differences.js'
import { decisionIn } from '../../core/history/stored.js'
import { uncheckable, type Verification } from '../../core/history/verification.js'
import { decisionDocument, decisionSha256, firstUnlikeLine, isIntact } from '../../core/reports/files/decision-json.js'
import { verificationJson, verificationText } from '../../core/reports/terminal/verification-text.js'
import type { DocumentText } from '../../files/decisions/content.js'
import { noDecision, readDecisionText } from '../../files/decisions/decision-files.js'
import { cloneAt } from '../../gate/clone.js'
import { EXIT } from '../../gate/exit-codes.js'
import { EDITION } from '../../gate/record/edition.js'
import type { DecisionDocument } from '../../generated/decision.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { EVALUATION_FLAGS, layerSourcesOf } from '../commands/evaluate-flags.js'
import { oneFormat } from '../commands/format-flag.js'
import { progressOf, type Terminal } from '../terminal.js'
import { madeOfRecord } from './made-of-record.js'

const FORMATS = ['text', 'json'] as const
const FLAGS = {
  root: { value: 'DIR', help: 'directory that the recorded names are relative to; default the current directory' },
  'layer-source': EVALUATION_FLAGS['layer-source'],
  format: { value: 'FORMAT', help: `${FORMATS.join(' or ')}; default text` }
} as const satisfies Flags

/** `verify DECISION`: evaluates again from the recorded inputs. Exit code 0: identical, to the byte; 1: not. */
export const verifyCommand: CliCommand = {
  words: 'DECISION',
  flags: FLAGS,
  async run(args, terminal) {
    const format = oneFormat(args, FORMATS)
    const [name, ...more] = args.words
    if (name === undefined || more.length > 0)
      throw configurationError('verify takes one decision file', 'Give decision.json, or the directory that it is in')
    const root = rootOf(args, terminal)
    const file = readDecisionText(name, terminal.cwd)
    const verification =
      file.kind === 'invalid' ? changedFile(name, file.problem) : await verified(name, file, root, args, terminal)
    await terminal.out(format === 'json' ? verificationJson(verification) : verificationText(verification))
    return verification.isIdentical ? EXIT.pass : EXIT.block
  }
}

function rootOf(args: ParsedArguments, { cwd }: Terminal): string {
  const named = flagValue(args, 'root')
  const root = resolve(cwd, named ?? '.')
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === true) return root
  const hint = 'Give the directory that the files of the decision lie in'
  throw configurationError('the root is not a directory', hint, wholeFile(named ?? cwd))
}

const NOTHING: Omit<Verification, 'name'> = {
  recorded: null,
  here: EDITION,
  isIntact: null,
  inputs: [],
  unchecked: [],
  differences: [],
  unlikeLine: null,
  problems: [],
  isIdentical: false
}

/** The gate writes no file that it cannot read: somebody has changed this one. */
const changedFile = (name: string, problem: string): Verification => ({
  ...NOTHING,
  name,
  isIntact: false,
  problems: [
    { place: wholeFile(name), message: `the decision cannot be read: ${problem}`, hint: 'Get it as the gate wrote it' }
  ]
})

async function verified(
  name: string,
  { document, version, text, sha256 }: DocumentText,
  root: string,
  args: ParsedArguments,
  terminal: Terminal
): Promise<Verification> {
  const stored = decisionIn(document)
  if (stored.kind === 'undecided') throw noDecision(name, stored.undecided)
  const { options } = stored.decision
  if (version === 1 || options === null) throw unrecorded(name)
  const layerSources = resolvedLayers(args, terminal)
  const progress = progressOf(terminal)
  const again = await madeOfRecord({ ...document, options }, root, layerSources, progress)
  progress(null)
  const answer: Verification = {
    ...{ ...NOTHING, name, recorded: document.gate, isIntact: isIntact(text) },
    ...{ inputs: again.inputs, problems: again.problems },
    isIdentical: again.decision !== null && decisionSha256(again.decision) === sha256
  }
  if (answer.isIdentical) return answer
  const known = new Set([...layerSources.keys(), ...options.layerSources.map(({ repository }) => repository)])
  const clone = (await cloneAt(root)).value
  const unchecked = uncheckable(document, { clone, layerSources: known })
  return again.decision === null
    ? { ...answer, unchecked }
    : { ...answer, unchecked, ...unlike(document, text, again.decision, answer) }
}

/** Members that differ; where none does, the line on which the file is written in another way. Inputs are told apart. */
function unlike(
  document: DecisionDocument,
  text: string,
  decision: Decision,
  { inputs }: Pick<Verification, 'inputs'>
): Pick<Verification, 'differences' | 'unlikeLine'> {
  const { inputs: _, digest: __, ...recorded } = document
  const { inputs: ___, ...now } = decisionDocument(decision)
  const differences = differencesOf(recorded as unknown as JsonValue, now as unknown as JsonValue)
  const isTold = differences.length + inputs.length > 0
  return { differences, unlikeLine: isTold ? null : firstUnlikeLine(text, decision) }
}

/** Directories as they lie from where the command was typed. */
const resolvedLayers = (args: ParsedArguments, { cwd }: Terminal): ReadonlyMap<string, string> =>
  new Map([...layerSourcesOf(args)].map(([repository, directory]) => [repository, resolve(cwd, directory)]))

const unrecorded = (name: string): Error =>
  configurationError(
    'the decision does not record what was asked for, so it cannot be made again',
    'Verify decisions of version 2, which editions from 1.0.0 on write',
    wholeFile(name)
  )
