import { createHash } from 'node:crypto'
import { CONCLUSIONS } from '../../core/change/occasion/happening.js'
import type { AnswerFor } from '../../core/change/occasion/occasion.js'
import { asArray, asObject, type JsonObject, type JsonValue, member } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import type { TokenIdentity } from '../identity.js'
import { inner, numberIn, requiredInteger, textIn, wordIn } from '../record.js'
import type { CheckAnnotation, CheckReport, OtherCheck, Signature } from '../requests.js'
import { SIGNATURE, signatureIn, signed } from '../signature.js'
import { RUN_STATUSES } from '../vocabulary.js'

/** A check run as GitHub lists it. */
export interface CheckRun extends OtherCheck {
  readonly name: string
  readonly externalId: string
  readonly title: string | null
  readonly summary: string | null
  readonly text: string | null
  readonly annotationsCount: number
}

/**
 * Marks our check runs: `policy-gate:2:{whose answer}:{run id, 0 for none}:{digest of what it shows}`, the signature of the
 * gate that answered, and `:{commit}` that was scanned.
 */
const EXTERNAL_ID = new RegExp(
  `^policy-gate:2:(?<answer>pull-request|queue|branch):(?<run>\\d{1,15}):[0-9a-f]{64}(?:${SIGNATURE.source})?(?::(?<scanned>[0-9a-f]{40,64}))?$`
)

/** Every check run of that name on the commit, or of any, newest first. */
export async function listChecks(client: Client, headSha: string, name: string | null): Promise<readonly CheckRun[]> {
  const listed = await client.pages(
    {
      what: `list the check runs of ${headSha}`,
      route: `GET ${repositoryAddress(client.repository)}${address`/commits/${headSha}/check-runs`}`,
      parameters: { ...(name === null ? {} : { check_name: name }), filter: 'all' },
      needs: 'checks: read'
    },
    'check_runs'
  )
  return listed.map(toCheckRun).toSorted((a, b) => b.id - a.id)
}

/**
 * Splits them into ours and others'. A workflow's token shares its app with every job, and GitHub refuses to update the
 * check of a job (since 2025-03-31). A check that another workflow forged under our name counts as ours, so that the
 * next report overwrites what it says.
 */
export function split(
  checks: readonly CheckRun[],
  identity: TokenIdentity
): { readonly own: readonly CheckRun[]; readonly others: readonly CheckRun[] } {
  const isOurs = (check: CheckRun) =>
    !check.isJob && (identity.appId === null ? EXTERNAL_ID.test(check.externalId) : check.appId === identity.appId)
  return { own: checks.filter(isOurs), others: checks.filter(check => !isOurs(check)) }
}

/** Asks who the token speaks as. */
export type Identify = () => Promise<TokenIdentity>

/** Ours of that name on the commit, newest first, and those of others. */
export async function findChecks(
  client: Client,
  identify: Identify,
  { headSha, name }: Pick<CheckReport, 'headSha' | 'name'>
): Promise<{ readonly own: readonly CheckRun[]; readonly others: readonly OtherCheck[] }> {
  const checks = await listChecks(client, headSha, name)
  if (checks.length === 0) return { own: [], others: [] }
  const { own, others } = split(checks, await identify())
  return { own, others: others.map(toOther) }
}

/** What others need not know of a check run is left out. */
export const toOther = ({ id, appId, app, isJob, status, conclusion, url }: CheckRun | OtherCheck): OtherCheck => ({
  ...{ id, appId, app, isJob, status, conclusion, url }
})

/** True for the check of a gate. */
export const isMarked = (check: CheckRun): boolean => EXTERNAL_ID.test(check.externalId)

/** The workflow run that the check names, to be started again. */
export function runIdOf(check: CheckRun): number | null {
  const id = Number(EXTERNAL_ID.exec(check.externalId)?.groups?.run ?? 0)
  return id === 0 ? null : id
}

/** Whose answer the check says that it is; null where it bears no mark of ours. */
export const answerOf = (check: CheckRun): AnswerFor | null =>
  (EXTERNAL_ID.exec(check.externalId)?.groups?.answer ?? null) as AnswerFor | null

/** Which gate the check says has answered in it; null where it does not say. */
export const signatureOf = (check: CheckRun): Signature | null =>
  EXTERNAL_ID.test(check.externalId) ? signatureIn(check.externalId) : null

/** The commit that the check says was scanned. */
export const scannedShaOf = (check: CheckRun): string | null =>
  EXTERNAL_ID.exec(check.externalId)?.groups?.scanned ?? null

/** Names the run and, so that an equal report is not posted again, everything that the check shows. */
export function externalId(report: CheckReport): string {
  const { conclusion, title, summary, text, annotations } = report
  const shown = JSON.stringify([conclusion, title, summary, visible(text), annotations.map(annotationKey)])
  const digest = createHash('sha256').update(shown).digest('hex')
  const scanned = report.scannedSha == null ? '' : `:${report.scannedSha}`
  const signature = report.signature ? signed(report.signature) : ''
  return `policy-gate:2:${report.answer}:${report.runId ?? 0}:${digest}${signature}${scanned}`
}

const TICKET = /^<!-- policy-gate-at-work ([0-9a-f]{12}) -->/

/** The text of a check whose run is at work: who that is, for its like to read. */
export const ticketText = (ticket: string): string => `<!-- policy-gate-at-work ${ticket} -->\n`

/** Which job is at work; null: it has ended, or does not say. */
export const ticketOf = ({ status, text }: CheckRun): string | null =>
  status === 'completed' ? null : (TICKET.exec(text ?? '')?.[1] ?? null)

/** A text without a hidden first line: what a run keeps there for others is no news to people. */
const visible = (text: string | null): string | null => text?.replace(/^<!--[^\n]*-->\n/, '') || null

/** True where the check shows that report already; what can be read back is compared, not believed. */
export const shows = (check: CheckRun, report: CheckReport): boolean =>
  check.status === 'completed' &&
  check.externalId === externalId(report) &&
  check.conclusion === report.conclusion &&
  check.title === report.title &&
  check.summary === report.summary &&
  (report.exact === true ? check.text === report.text : visible(check.text) === visible(report.text)) &&
  check.annotationsCount >= report.annotations.length

/** Annotations as the API takes them. */
export function annotationBody(annotation: CheckAnnotation): JsonObject {
  const { startLine, endLine, startColumn, endColumn, title, rawDetails } = annotation
  return {
    path: annotation.path,
    start_line: startLine,
    end_line: endLine,
    annotation_level: annotation.level,
    message: annotation.message,
    ...(title === null ? {} : { title }),
    ...(rawDetails === null ? {} : { raw_details: rawDetails }),
    // GitHub refuses columns on annotations of several lines.
    ...(startLine === endLine && startColumn !== null ? { start_column: startColumn } : {}),
    ...(startLine === endLine && startColumn !== null && endColumn !== null ? { end_column: endColumn } : {})
  }
}

/** Keys of the annotations that a check run holds already. */
export async function annotationKeys(client: Client, checkId: number): Promise<readonly string[]> {
  const listed = await client.pages({
    what: `list the annotations of check run ${checkId}`,
    route: `GET ${repositoryAddress(client.repository)}${address`/check-runs/${checkId}/annotations`}`,
    needs: 'checks: read'
  })
  return listed.map(value => keyOf(asObject(value)))
}

/** The same text for an annotation of ours and for the one that GitHub gives back. */
export const annotationKey = (annotation: CheckAnnotation): string => keyOf(annotationBody(annotation))

const keyOf = (body: JsonObject | null): string =>
  JSON.stringify(
    ['path', 'start_line', 'end_line', 'annotation_level', 'title', 'message'].map(name => member(body, name) ?? null)
  )

function toCheckRun(value: JsonValue): CheckRun {
  const check = asObject(value)
  const output = inner(check, 'output')
  const app = inner(check, 'app')
  const url = textIn(check, 'html_url')
  return {
    id: requiredInteger(check, 'id'),
    name: textIn(check, 'name') ?? '',
    appId: numberIn(app, 'id'),
    app: textIn(app, 'slug'),
    // A job's check lies below its run, a check made with a token directly below the repository.
    isJob: /\/actions\/runs\/\d+\/jobs?\/\d+/.test(`${url} ${textIn(check, 'details_url')}`),
    status: wordIn(check, 'status', RUN_STATUSES) ?? 'other',
    conclusion: wordIn(check, 'conclusion', CONCLUSIONS),
    url,
    externalId: textIn(check, 'external_id') ?? '',
    title: textIn(output, 'title'),
    summary: textIn(output, 'summary'),
    text: textIn(output, 'text'),
    annotationsCount: numberIn(output, 'annotations_count') ?? asArray(member(output, 'annotations')).length
  }
}
