import type { Decision, InputFile } from '../core/decision/decision.js'
import {
  type Approvals,
  type CommandCode,
  type CommandResult,
  OUT_OF_ORDER
} from '../core/exceptions/approval/result.js'
import { asArray, asString, type JsonObject, member } from '../core/ground/json.js'
import { endOf } from '../core/history/ends.js'
import { isInstant, time } from '../core/time/instant.js'
import { sha256Of } from '../files/policy-files.js'
import type { GateResult } from '../gate/gate.js'
import type { OwnCheck } from '../github/requests.js'

/** The scans that an answer rests on. */
export interface ReadScans {
  /** Digest of all of them. */
  readonly all: string
  /** A digest of each; null: there are too many to be kept. */
  readonly files: readonly string[] | null
}

/**
 * What an answer rests on, kept in its check. It never makes a verdict: it tells whether kept scans are those that this
 * gate has read, and whether a run that knows less may take the place of the answer.
 */
export interface Basis {
  /** Null: none were read. */
  readonly scans: ReadScans | null
  /** Digest of the commands, and of which of their comments were in order. */
  readonly commands: string
  /** Digest of what the label has been through that the policy asks for; null: it asks for none, or it was not there. */
  readonly label: string | null
  /** Findings that pass by commands. */
  readonly excepted: readonly string[]
  /** When the first of those approvals ends; null where there is none. */
  readonly until: string | null
  /** Null: an earlier version has answered, which did not tell. */
  readonly rests: RestsOn | null
}

/** What of an answer that passes may end without anybody changing the pull request. */
export interface RestsOn {
  /** ISO 8601 UTC: the first instant at which time alone may make it stricter; null: none. */
  readonly ends: string | null
  /** Digest of the policy, with its layers, and of the exceptions file. */
  readonly governing: string
}

/** Tells a policy and its exceptions from others. */
export const governingDigest = (files: readonly Pick<InputFile, 'kind' | 'name' | 'sha256'>[]): string =>
  digest(
    files
      .filter(({ kind }) => kind === 'policy' || kind === 'exceptions')
      .map(({ kind, name, sha256 }) => `${kind} ${sha256} ${name}`)
      .sort()
      .join('\n'),
    20
  )

/** Files and findings that a check keeps; of more no proof is kept, and then none counts. */
const MOST_KEPT = 100

const digest = (text: string, digits: number): string => sha256Of(Buffer.from(text)).slice(0, digits)

/** What tells scans apart: the bytes of the files, whatever their names. Null for none. */
export function scansOf(hashes: readonly string[]): ReadScans | null {
  const files = [...new Set(hashes)].sort().map(fileDigest)
  if (files.length === 0) return null
  return { all: digest(files.join('\n'), 32), files: files.length > MOST_KEPT ? null : files }
}

/** The digest of one file in a record, from its SHA-256. */
export const fileDigest = (sha256: string): string => sha256.slice(0, 20)

/** What this decision rests on. */
export function basisOf({
  decision,
  approvals,
  evaluation
}: Pick<GateResult, 'decision' | 'approvals' | 'evaluation'>): Basis {
  const excepted = (approvals?.findings ?? []).filter(({ status }) => status === 'active').map(({ finding }) => finding)
  const active = (approvals?.records ?? []).filter(
    ({ match }) => match.kind === 'finding' && excepted.includes(match.finding)
  )
  const ends = active.map(({ expires }) => expires).sort()
  return {
    scans: scansOf(decision.inputs.filter(({ kind }) => kind === 'sarif').map(({ sha256 }) => sha256)),
    commands: commandsDigest(approvals?.commands ?? []),
    label: labelDigest(approvals),
    excepted: excepted.length > MOST_KEPT ? [] : excepted,
    until: ends[0] ?? null,
    rests: {
      // What blocks becomes no stricter.
      ends: decision.verdict === 'block' ? null : endOf(evaluation, decision),
      governing: governingDigest(decision.inputs)
    }
  }
}

const isOutOfOrder = (code: CommandCode): boolean => OUT_OF_ORDER.some(each => each === code)

const commandsDigest = (commands: readonly CommandResult[]): string =>
  digest(
    commands
      .map(
        ({ commentId, line, bodySha256, code }) =>
          `${commentId} ${bodySha256} ${isOutOfOrder(code)}${line === null ? '' : ` ${line}`}`
      )
      .sort()
      .join('\n'),
    20
  )

const labelDigest = (approvals: Approvals | null): string | null =>
  approvals?.labelTrail == null ? null : digest(approvals.labelTrail, 20)

/** The members of the record in a check. */
export const basisMembers = ({ scans, commands, label, excepted, until, rests }: Basis): JsonObject => ({
  ...(scans === null ? {} : { scans: scans.all, ...(scans.files === null ? {} : { files: [...scans.files] }) }),
  commands,
  ...(label === null ? {} : { label }),
  excepted: [...excepted],
  until,
  ...(rests === null ? {} : { ends: rests.ends, governing: rests.governing })
})

/** The same, read back; null where the record holds none. */
export function basisFrom(record: JsonObject | null): Basis | null {
  const commands = asString(member(record, 'commands'))
  if (record === null || commands === null) return null
  const all = asString(member(record, 'scans'))
  const texts = (name: string) => asArray(member(record, name)).flatMap(each => asString(each) ?? [])
  const files = member(record, 'files') === undefined ? null : texts('files')
  return {
    scans: all === null ? null : { all, files },
    commands,
    label: asString(member(record, 'label')),
    excepted: texts('excepted'),
    until: asString(member(record, 'until')),
    rests: restsIn(record)
  }
}

function restsIn(record: JsonObject): RestsOn | null {
  const governing = asString(member(record, 'governing'))
  const ends = member(record, 'ends')
  if (governing === null || ends === undefined) return null
  if (ends === null) return { ends: null, governing }
  const instant = asString(ends) ?? ''
  return isInstant(instant) ? { ends: instant, governing } : null
}

/**
 * Whether the answer that a check shows stays: this run cannot ask who may approve (Dependabot's get no secrets), the
 * one before could, and it rests on the same commands. Everything that blocks here passed there by those commands, and
 * none of the approvals has ended.
 */
export function leavesFormer(
  { decision, approvals, policy }: Pick<GateResult, 'decision' | 'approvals' | 'policy'>,
  former: Basis | null,
  conclusion: OwnCheck['conclusion']
): boolean {
  const isGreen = conclusion === 'success' || conclusion === 'neutral'
  if (!isGreen || former === null || approvals === null || decision.verdict !== 'block') return false
  if (former.until === null) return false
  // Who has set the label could not be asked either: it must be there, and nothing have become of it since.
  const label = labelDigest(approvals)
  if (policy.exceptions.requireLabel && (label === null || label !== former.label)) return false
  if (time(former.until) <= time(decision.evaluatedAt)) return false
  if (former.commands !== commandsDigest(approvals.commands)) return false
  // By other rules the same words may approve nothing.
  if (former.rests?.governing !== governingDigest(decision.inputs)) return false
  const unknown = unknownApprovals(approvals, time(decision.evaluatedAt))
  return (
    !hasUnknownRefusal(approvals) && blockers(decision).every(id => unknown.has(id) && former.excepted.includes(id))
  )
}

/** Findings with an approval of which nobody can tell, and none of them over: the record of an end is somebody's word. */
function unknownApprovals({ commands }: Approvals, now: number): ReadonlySet<string> {
  const unknown = commands.filter(({ code, verb }) => code === UNKNOWN && isApproval(verb))
  const over = new Set(unknown.filter(({ until }) => until === null || time(until) < now).map(({ finding }) => finding))
  return new Set(unknown.flatMap(({ finding }) => (over.has(finding) ? [] : (finding ?? []))))
}

/** A refusal by somebody of whom nobody can tell stands; here it would be the only word of it. */
const hasUnknownRefusal = ({ findings }: Approvals): boolean =>
  findings.some(({ status }) => status === 'rejected' || status === 'revoked')

const UNKNOWN: CommandCode = 'authority-unknown'
const isApproval = (verb: CommandResult['verb']): boolean => verb === 'approve' || verb === 'break-glass'

/** Findings that block; a scan that does is none that a command could let pass. */
function blockers({ outcomes, scans }: Decision): readonly string[] {
  const ids = outcomes.filter(({ verdict }) => verdict === 'block').map(({ id }) => id)
  return scans.some(({ verdict }) => verdict === 'block') ? [...ids, ''] : ids
}
