import type { Decision, Outcome } from '../../decision/decision.js'
import type { ExceptionAccount, ExceptionType } from '../../exceptions/exception.js'
import { packageReportsOf, pathsOf } from '../../finding.js'
import { ONE_ID_EACH } from '../../ground/advisory-ids.js'
import { parsePackageUrl, repositoryPackageUrl } from '../../ground/package-url.js'
import { advisoriesOf } from '../../identity/fingerprint.js'
import { imageProduct } from './vex-image.js'

/** What an exception says of one vulnerability in one part of a product, ready for any VEX format. */
export interface VexClaim {
  /** The id that most databases know, then the others of the same vulnerability. */
  readonly ids: readonly [string, ...string[]]
  /** Package URL of the repository or image; null where neither is known: then the parts speak for themselves. */
  readonly product: string | null
  /** Package URLs of the parts through which it would come in: at least one. */
  readonly parts: readonly string[]
  /** The findings that are excepted, in the order of the decision. */
  readonly outcomes: readonly Outcome[]
  readonly exceptions: readonly VexException[]
  readonly status: 'not_affected' | 'affected' | 'under_investigation'
}

/** An exception that holds. */
export interface VexException {
  readonly id: string
  readonly expires: string
  /** Null where nobody has said what it is. */
  readonly account: ExceptionAccount | null
}

/**
 * The claims of a decision: one for each vulnerability, product and set of parts that an exception holds for. Findings
 * that name no advisory or no package have none: VEX has no words for them.
 */
export function vexClaims(decision: Decision, cloneAddress: string | null): readonly VexClaim[] {
  const { repository } = decision.change
  const whole = repository === null ? null : repositoryPackageUrl(repository, cloneAddress)
  const accounts = new Map(decision.exceptions.map(({ id, account }) => [id, account ?? null]))
  const holding = decision.exceptions.filter(({ status }) => status === 'active' || status === 'expiring')
  const doubt: Doubt = {
    accounts,
    spoken: spokenOf(decision, whole),
    onlyFalse: holding.every(({ account }) => account?.type === FALSE_POSITIVE)
  }
  const drafts = new Map<string, ClaimDraft>()
  for (const outcome of decision.outcomes) {
    if (outcome.exception === null || outcome.state === 'fixed') continue
    for (const subject of subjectsOf(outcome, whole)) {
      const key = JSON.stringify(subject)
      const draft = drafts.get(key)
      if (draft === undefined) drafts.set(key, { ...subject, outcomes: [outcome] })
      else draft.outcomes.push(outcome)
    }
  }
  return [...drafts.values()].map(draft => claimOf(draft, doubt))
}

const FALSE_POSITIVE: ExceptionType = 'false-positive'

type ClaimSubject = Pick<VexClaim, 'ids' | 'product' | 'parts'>
type ClaimDraft = ClaimSubject & { readonly outcomes: Outcome[] }

/** What keeps a claim from saying "not affected". */
interface Doubt {
  readonly accounts: ReadonlyMap<string, ExceptionAccount | null>
  /** By vulnerability, product and part: every finding about it. */
  readonly spoken: ReadonlyMap<string, readonly Outcome[]>
  /** Every exception that holds calls its finding false. */
  readonly onlyFalse: boolean
}

function claimOf(draft: ClaimDraft, doubt: Doubt): VexClaim {
  const { ids, product, parts, outcomes } = draft
  const byId = new Map(outcomes.flatMap(({ exception }) => (exception === null ? [] : [[exception.id, exception]])))
  const exceptions = [...byId.values()].map(({ id, expires }) => ({
    id,
    expires,
    account: doubt.accounts.get(id) ?? null
  }))
  return { ids, product, parts, outcomes, exceptions, status: statusOf(draft, exceptions, doubt) }
}

/**
 * What was accepted affects, whoever else calls it false. "Not affected" is said of a part as a whole: so only where its
 * version is known, and everybody who reports the vulnerability in it is answered by an exception that calls it false.
 */
function statusOf(draft: ClaimDraft, exceptions: readonly VexException[], doubt: Doubt): VexClaim['status'] {
  if (exceptions.some(({ account }) => account?.type !== FALSE_POSITIVE)) return 'affected'
  const isFalse = (outcome: Outcome): boolean =>
    outcome.exception !== null &&
    doubt.accounts.get(outcome.exception.id)?.type === FALSE_POSITIVE &&
    (doubt.onlyFalse || isAnsweredAtOnce(outcome))
  const everywhere = cellsAbout(draft).flatMap(cell => doubt.spoken.get(cell) ?? [])
  const isKnown = draft.parts.every(part => parsePackageUrl(part)?.version != null)
  return isKnown && everywhere.every(isFalse) ? 'not_affected' : 'under_investigation'
}

/** Whether one exception answers for all of the finding: of several only one is named, and the others may accept it. */
const isAnsweredAtOnce = ({ finding }: Outcome): boolean =>
  pathsOf(finding).length === 1 && vulnerabilitiesOf(advisoriesOf(finding)).length === 1

function spokenOf(decision: Decision, repository: string | null): Doubt['spoken'] {
  const spoken = new Map<string, Outcome[]>()
  // Without an exception nothing is claimed, and nothing has to be looked up.
  if (decision.outcomes.every(({ exception }) => exception === null)) return spoken
  for (const outcome of decision.outcomes) {
    if (outcome.state === 'fixed') continue
    for (const cell of new Set(subjectsOf(outcome, repository).flatMap(cellsOf))) {
      const known = spoken.get(cell)
      if (known === undefined) spoken.set(cell, [outcome])
      else known.push(outcome)
    }
  }
  return spoken
}

/** One key for each way to name the vulnerability in a part. */
const cellsOf = ({ ids, product, parts }: ClaimSubject): readonly string[] =>
  ids.flatMap(id => parts.map(part => cellOf(id, product, part, parsePackageUrl(part)?.version ?? null)))

/** Those in which findings about the part may stand: where a version is not known, it may be this one. */
const cellsAbout = (subject: ClaimSubject): readonly string[] => [
  ...cellsOf(subject),
  ...subject.ids.flatMap(id => subject.parts.map(part => cellOf(id, subject.product, part, null)))
]

const cellOf = (id: string, product: string | null, part: string, version: string | null): string =>
  JSON.stringify([id.toUpperCase(), product, parsePackageUrl(part)?.base ?? part, version])

/** `repository`: its package URL. */
function subjectsOf(outcome: Outcome, repository: string | null): readonly ClaimSubject[] {
  const { finding } = outcome
  const parts = [...new Set(packageReportsOf(finding).flatMap(({ purl }) => partOf(purl, finding.package?.version)))]
  if (parts.length === 0) return []
  const product = imageProduct(finding) ?? repository
  return vulnerabilitiesOf(advisoriesOf(finding)).map(ids => ({ ids, product, parts: parts.sort() }))
}

/** The package with its version, where it is known. */
function partOf(purl: string | null, version: string | null | undefined): readonly string[] {
  const parsed = purl === null ? null : parsePackageUrl(purl)
  if (parsed === null) return []
  if (parsed.version !== null || version == null) return [parsed.text]
  const qualified = /^([^?#]*)(.*)$/s.exec(parsed.text)
  return [`${qualified?.[1] ?? parsed.text}@${encodeURIComponent(version)}${qualified?.[2] ?? ''}`]
}

/**
 * The vulnerabilities that ids stand for: all are names of one, unless a database that gives each vulnerability one id
 * is named twice. Then nobody knows which belong together, and each stands for itself.
 */
export function vulnerabilitiesOf(ids: readonly string[]): readonly VexClaim['ids'][] {
  const isSeveral = ONE_ID_EACH.some(database => ids.filter(id => id.startsWith(`${database}-`)).length > 1)
  if (isSeveral) return ids.map(id => [id])
  const rank = (id: string): number => {
    const at = ONE_ID_EACH.findIndex(database => id.startsWith(`${database}-`))
    return at < 0 ? ONE_ID_EACH.length : at
  }
  const [first, ...others] = [...ids].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return first === undefined ? [] : [[first, ...others]]
}
