import type { DecisionDocument } from '../../generated/decision.js'
import { awaitsMerge } from '../change/occasion/judged-event.js'
import type { InputFile } from '../decision/decision.js'
import type { Edition } from '../ground/edition.js'
import type { Problem } from '../ground/errors.js'
import type { Difference } from './differences.js'

/** What is not right with a file that a decision rests on. */
export interface InputFault {
  readonly kind: InputFile['kind']
  readonly name: string
  readonly fault: 'missing' | 'changed' | 'unrecorded' | 'refused'
  /** SHA-256 that the decision names, and that of what is here; null: there is none, or it is not told. */
  readonly recorded: string | null
  readonly now: string | null
  /** Why it is not read, where it is refused. */
  readonly reason: string | null
}

/** What came of evaluating a stored decision again. */
export interface Verification {
  /** The decision file, as it was named. */
  readonly name: string
  /** The gate that is said to have decided; null where the file does not tell. */
  readonly recorded: Edition | null
  /** This gate. */
  readonly here: Edition
  /** Whether the file bears the digest of what it holds; null: it bears none. */
  readonly isIntact: boolean | null
  readonly inputs: readonly InputFault[]
  /** What the decision rests on and nobody can have again here, in words. */
  readonly unchecked: readonly string[]
  readonly differences: readonly Difference[]
  /** Where all members are the same and the bytes are not: the line, from 1, of the first that differs. */
  readonly unlikeLine: number | null
  /** Why it could not be evaluated again; empty where it was. */
  readonly problems: readonly Problem[]
  /** The bytes of the file are those that this gate writes of what is recorded. Nothing less is identical. */
  readonly isIdentical: boolean
}

/** Files by kind and name: the same name may stand twice, as it is in two commits. */
export function inputFaults(recorded: readonly InputFile[], now: readonly InputFile[]): readonly InputFault[] {
  const same = (a: InputFile) => (b: InputFile) => a.kind === b.kind && a.name === b.name
  const alike = (a: InputFile) => (b: InputFile) => same(a)(b) && a.sha256 === b.sha256 && a.bytes === b.bytes
  const lost = recorded.filter(file => !now.some(alike(file)))
  const gained = now.filter(file => !recorded.some(alike(file)))
  const faults = lost.map((file): InputFault => {
    const here = gained.find(same(file))?.sha256 ?? null
    const { kind, name, sha256 } = file
    return { kind, name, fault: here === null ? 'missing' : 'changed', recorded: sha256, now: here, reason: null }
  })
  const added = gained.filter(file => !lost.some(same(file)))
  return [
    ...faults,
    ...added.map(
      ({ kind, name, sha256 }): InputFault => ({
        ...{ kind, name, fault: 'unrecorded', recorded: null, now: sha256, reason: null }
      })
    )
  ]
}

/** What is known of the place where a decision is evaluated again. */
export interface VerifiedAt {
  /** Whether it is a clone, and the commit that is checked out there. */
  readonly clone: { readonly head: string | null } | null
  /** Repositories for which a directory stands, as OWNER/REPO. */
  readonly layerSources: ReadonlySet<string>
}

/** Codes of notices that only somebody writes who reads comments and commits at GitHub, or looks for a baseline there. */
const OF_COMMENTS = ['command', 'comments-unread', 'commits-unread', 'commits-unmapped', 'pushers-unread']
const OF_BASELINES = ['baseline-none', 'baseline-behind']

/** What a decision rests on that cannot be had again, each in a sentence. */
export function uncheckable(
  { change, options, inputs, exceptions, notices }: DecisionDocument,
  { clone, layerSources }: VerifiedAt
): readonly string[] {
  const { event, baseSha, scannedSha } = change
  const told = (codes: readonly string[]) => notices.some(({ code }) => codes.includes(code))
  const byComment = exceptions.filter(({ source }) => source === 'comment').map(({ id }) => id)
  const isAuto =
    options?.baseline.length === 0 && (inputs.some(({ kind }) => kind === 'baseline') || told(OF_BASELINES))
  const layers = inputs.flatMap(({ kind, name }) => {
    const [, repository = null] = /^github:([^/]+\/[^/]+)\//.exec(name) ?? []
    return kind === 'policy' && repository !== null && !layerSources.has(repository) ? [{ name, repository }] : []
  })
  // A push is a change too, where its commit of before is known.
  const isChange = (awaitsMerge(event) || baseSha !== null) && options?.diff === null
  const isOfClone = options?.policyFrom === 'base' || isChange
  return [
    ...(byComment.length > 0 || told(OF_COMMENTS)
      ? [
          `approvals by comment${byComment.length === 0 ? '' : ` (${byComment.join(', ')})`}: only GitHub has the comments`
        ]
      : []),
    ...(isAuto ? ['baseline auto: what the run on the base branch left is not among the recorded files'] : []),
    ...(options?.policyFrom === 'base' && clone === null
      ? [`policy, exceptions and CODEOWNERS of the base commit ${baseSha}: the root is no clone that has it`]
      : []),
    ...(isChange && clone === null
      ? ['the change: no diff file was given, and the root is no clone that has its commits']
      : []),
    ...(isOfClone && clone !== null && scannedSha !== null && clone.head !== scannedSha
      ? [`the files that were scanned: check out ${scannedSha}; here is ${clone.head ?? 'nothing'}`]
      : []),
    ...layers.map(({ name, repository }) => `the layer ${name}: give --layer-source ${repository}=DIR, a copy of it`)
  ]
}
