import { resolve } from 'node:path'
import type { Decision, InputFile, Options } from '../../core/decision/decision.js'
import { ConfigurationError, type Problem } from '../../core/ground/errors.js'
import { type InputFault, inputFaults } from '../../core/history/verification.js'
import { parseReference } from '../../core/policy/layers/references.js'
import type { PolicyPort } from '../../files/policy-files.js'
import { digestOfFile } from '../../files/sarif-files.js'
import { evaluate } from '../../gate/gate.js'
import { type RecordedDecision, recordedRequest } from '../../gate/record/recorded-request.js'
import type { GateRequest, Progress } from '../../gate/request.js'
import { evaluationOfRequest } from '../commands/evaluation.js'
import { type Borders, borderedPort, refusedFiles, requireCheckoutInside, staysWithin } from './borders.js'

type Recorded = RecordedDecision & { readonly inputs: readonly InputFile[] }

/** A decision that was made again, or why it could not be, and which files are not what they were. */
export interface MadeAgain {
  readonly decision: Decision | null
  readonly inputs: readonly InputFault[]
  readonly problems: readonly Problem[]
}

/** Decides again what a decision file records. Layers count by their digest, wherever a copy of them lies. */
export async function madeOfRecord(
  recorded: Recorded,
  root: string,
  layerSources: ReadonlyMap<string, string>,
  progress: Progress
): Promise<MadeAgain> {
  const request = recordedRequest(recorded, { directory: root, layerSources })
  const borders: Borders = { root, recorded: recorded.inputs, named: [...layerSources.values()] }
  try {
    requireCheckoutInside(borders, request.sourceRoot)
    const refused = refusedFiles(request, borders)
    if (refused.length > 0) return { decision: null, inputs: refused, problems: [] }
    const at = recorded.options.policyFrom === 'base' ? 'base' : 'worktree'
    const { request: asked, ports } = await evaluationOfRequest(request, at, null)
    const policy = borderedPort(asTold(ports.policy, recorded), borders, asked)
    const { decision } = await evaluate(asked, { ...ports, policy }, progress)
    const options: Options | null = decision.options && {
      ...decision.options,
      layerSources: recorded.options.layerSources
    }
    return { decision: { ...decision, options }, inputs: inputFaults(recorded.inputs, decision.inputs), problems: [] }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { decision: null, inputs: faultsOf(recorded, request, borders), problems: error.problems }
  }
}

/** That a change was judged by the working tree is told of commands that asked for it; the Action judges a push by it. */
const asTold = (port: PolicyPort, { notices }: RecordedDecision): PolicyPort =>
  notices.some(({ code }) => code === 'policy-worktree') ? port : { ...port, notices: [] }

/** Which files are not here, or not as they were, where no evaluation tells it. What is read of a commit is left out. */
function faultsOf({ inputs, options }: Recorded, request: GateRequest, borders: Borders): readonly InputFault[] {
  const asked = inputs.flatMap(file => {
    const path = pathOf(file, request, options)
    return path === null ? [] : [{ file, path }]
  })
  const here = asked.flatMap(({ file, path }): readonly InputFile[] => {
    const found = digestOfFile(path)
    return typeof found === 'string' ? [] : [{ ...file, ...found }]
  })
  // Of what is none of the decision's, not even the digest is told.
  return inputFaults(
    asked.map(({ file }) => file),
    here
  ).map(fault => {
    const path = asked.find(({ file }) => file.kind === fault.kind && file.name === fault.name)?.path
    return path === undefined || staysWithin(borders, path) ? fault : { ...fault, now: null }
  })
}

function pathOf({ kind, name }: InputFile, request: GateRequest, options: Options): string | null {
  const { cwd, sourceRoot, exceptions, layerSources } = request
  const layer = kind === 'policy' ? parseReference(name) : null
  if (layer !== null) {
    const directory = layer.kind === 'github' ? layerSources.get(`${layer.owner}/${layer.repository}`) : undefined
    return layer.kind !== 'github' || directory === undefined ? null : resolve(cwd, directory, layer.path)
  }
  if ((kind === 'policy' || kind === 'exceptions') && options.policyFrom === 'base') return null
  const isOfPolicy = kind === 'exceptions' && exceptions === null
  return resolve(cwd, isOfPolicy ? (sourceRoot ?? '.') : '.', name)
}
