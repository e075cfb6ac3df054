import { asRulesAreAsked } from '../change/occasion/happening.js'
import type {
  ExceptionCandidate,
  ExceptionOutcome,
  ExceptionRecord,
  ExceptionSettlement
} from '../exceptions/exception.js'
import { settle } from '../exceptions/settle.js'
import type { ExploitFacts } from '../feeds/feed.js'
import type { Edition } from '../ground/edition.js'
import type { Notice } from '../ground/notice.js'
import type { IdentifiedFinding } from '../identity/identified.js'
import type { Ran } from '../identity/ran.js'
import { hasApprovers } from '../policy/approvers.js'
import { compileAssets } from '../policy/assets.js'
import type { Codeowners } from '../policy/codeowners.js'
import { matchAny } from '../policy/globs.js'
import { unansweredRules } from '../policy/lint/unanswered.js'
import type { Policy, Rule, Tier, Verdict } from '../policy/policy.js'
import { worst } from '../policy/policy.js'
import type { SarifInput } from '../sarif/input.js'
import { controlOutcomes } from './controls.js'
import { countOutcomes } from './counts.js'
import type { Change, Decision, InputFile, Options, Outcome } from './decision.js'
import { collectNotices } from './decision-notices.js'
import {
  type CompiledRule,
  compileRules,
  type Judgement,
  judge,
  matchRules,
  NOT_MATCHED,
  RuleCounter
} from './judge.js'
import { compareText, sortOutcomes } from './order.js'
import { conclude, draftOf, fixedOutcome, type OutcomeDraft } from './outcome.js'
import { passedOverBy } from './places/passed-over.js'
import { judgeEvidence } from './scans/evidence.js'
import { feedNotices } from './scans/feed-notices.js'
import { countedFacts, judgeFeeds } from './scans/feeds.js'
import { type AssessmentContext, neverExcepted, sightingsOf, tiersSeen, upperSights, wholeOf } from './sightings.js'
import { type Assessed, assess } from './subject.js'
import { suppressionHolds } from './suppression.js'

/** Everything that a decision rests on: collected before, without knowing the policy. */
export interface Evaluation {
  /** The gate that evaluates. */
  readonly gate: Edition
  readonly policy: Policy
  /** Tier of paths that no asset names. */
  readonly defaultTier: Tier
  readonly inputs: readonly SarifInput[]
  readonly findings: readonly IdentifiedFinding[]
  readonly fixed: readonly IdentifiedFinding[]
  readonly exceptions: readonly ExceptionRecord[]
  /** Exceptions that were asked for in comments and do not hold: requested, rejected, revoked. */
  readonly pendingExceptions: readonly ExceptionOutcome[]
  /** Owners by CODEOWNERS of the base commit, for findings of assets that name none. */
  readonly codeowners: Codeowners | null
  readonly facts: ExploitFacts
  readonly change: Change
  /** What was asked for, to be kept with the decision; null: nobody may want it again. */
  readonly options: Options | null
  /** What ran for the baseline; empty where there is none. */
  readonly ranAtBase: Ran
  /** Commits that evidence may be made for; empty: not known. */
  readonly commits: readonly string[]
  /** Files of the checkout, or null where they are not known. */
  readonly checkout: readonly string[] | null
  readonly files: readonly InputFile[]
  /** What was noticed while collecting. */
  readonly notices: readonly Notice[]
  /** ISO 8601 UTC: the one clock of the evaluation. */
  readonly now: string
}

/** What is the same for every finding of the evaluation. */
export function assessmentContextOf(evaluation: Evaluation): AssessmentContext {
  const { policy, defaultTier, change, now } = evaluation
  const whole = {
    ...evaluation,
    facts: countedFacts(evaluation.facts, policy, now),
    assetOf: compileAssets(policy, defaultTier),
    passedOver: passedOverBy(policy),
    event: asRulesAreAsked(change.event),
    branch: change.branch,
    at: Date.parse(now)
  }
  return { ...whole, upper: upperSights(policy, whole, defaultTier) }
}

/** Judges findings and evidence by the policy. Pure: the same evaluation gives the same decision, to the byte. */
export function decide(evaluation: Evaluation): Decision {
  const { policy, inputs, now } = evaluation
  const context = assessmentContextOf(evaluation)
  const { current, settlement } = judgeFindings(evaluation, context)
  const fixed = evaluation.fixed.map(finding => fixedOutcome(assess(finding, context)))
  const outcomes = sortOutcomes(current.concat(fixed), policy.unknownSeverity)
  const scans = [...evidenceOf(evaluation, context), ...judgeFeeds(policy, evaluation.facts, now)]
  const complete = scans.every(scan => scan.state === 'complete' || scan.state === 'not-applicable')
  const completeness = complete ? 'complete' : 'incomplete'
  return {
    schemaVersion: 2,
    gate: evaluation.gate,
    verdict: worstOf(outcomes, worstOf(scans, 'pass')),
    completeness,
    evaluatedAt: now,
    change: evaluation.change,
    options: evaluation.options,
    inputs: evaluation.files,
    scans,
    counts: countOutcomes(outcomes, inputs),
    outcomes,
    exceptions: [...settlement.outcomes, ...evaluation.pendingExceptions].sort((a, b) => compareText(a.id, b.id)),
    controls: controlOutcomes(policy.rules, current, completeness, unansweredIn(evaluation)),
    notices: [
      ...evaluation.notices,
      ...settlement.notices,
      ...collectNotices(inputs, outcomes, feedNotices(evaluation))
    ]
  }
}

/** Rules that could not be asked of every finding: of a finding without a first detection nobody knows the time it had. */
export const unansweredIn = ({ policy, facts, findings }: Evaluation): ReadonlySet<Rule> =>
  findings.length === 0
    ? new Set()
    : unansweredRules(policy, {
        feeds: facts,
        hasFirstDetected: findings.every(({ identity }) => identity.firstDetected !== null)
      })

const worstOf = (each: readonly { readonly verdict: Verdict }[], mildest: Verdict): Verdict =>
  each.reduce((verdict, one) => worst(verdict, one.verdict), mildest)

function evidenceOf({ policy, inputs, ranAtBase, checkout, commits, now }: Evaluation, context: AssessmentContext) {
  return judgeEvidence({
    policy,
    inputs,
    ranAtBase,
    checkout,
    commits,
    now,
    tiersOf: tiersSeen(context),
    matcherOf: globs => matchAny(globs, 'path')
  })
}

interface JudgedFindings {
  readonly current: Outcome[]
  readonly settlement: ExceptionSettlement
}

/**
 * Two passes: `more-than` needs to know how many findings a rule matches, and exceptions where the rules object. Suppressed
 * findings do not count, nor do excepted ones: a backlog that was accepted one by one is within its limit.
 */
function judgeFindings(evaluation: Evaluation, context: AssessmentContext): JudgedFindings {
  const { policy, findings, exceptions, now } = evaluation
  const rules = compileRules(policy, now)
  const drafts: OutcomeDraft[] = []
  const matched: (readonly number[])[] = []
  const shared = sharing()
  // What was assessed is not kept: of a million findings it is assessed anew where that is needed.
  for (const finding of findings) {
    const sightings = sightingsOf(finding, context)
    drafts.push(draftOf(wholeOf(sightings)))
    matched.push(suppressionHolds(sightings, context) ? SUPPRESSED : shared(matchRules(rules, sightings)))
  }
  const before = judgeAll(rules, matched, () => true)
  const candidates = exceptions.length === 0 ? [] : candidatesOf(findings, before, context)
  const settlement = settle(exceptions, candidates, policy.exceptions, now)
  // An excepted finding keeps the judgement that it was excepted from.
  const after =
    settlement.granted.size === 0 ? before : judgeAll(rules, matched, index => !settlement.granted.has(index))
  const isNever = neverExcepted(context)
  const canApprove = hasApprovers(policy.exceptions)
  const current = drafts.map((draft, index): Outcome => {
    const judgement = (settlement.granted.has(index) ? before : after)[index] ?? NOT_MATCHED
    return conclude(draft, judgement, {
      suppressed: matched[index] === SUPPRESSED,
      exception: settlement.granted.get(index) ?? null,
      refused: settlement.refused.get(index) ?? null,
      isNever: judgement.verdict !== 'pass' && (!canApprove || isNever(findings[index]))
    })
  })
  return { current, settlement }
}

const SUPPRESSED: readonly number[] = Object.freeze([])

/** One list of rules for all findings that the same rules match. */
function sharing(): (matched: readonly number[]) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return matched => {
    const key = matched.join()
    const list = known.get(key) ?? matched
    known.set(key, list)
    return list
  }
}

function judgeAll(
  rules: readonly CompiledRule[],
  matched: readonly (readonly number[])[],
  takesPart: (index: number) => boolean
): readonly Judgement[] {
  const counter = new RuleCounter(rules)
  for (const [index, each] of matched.entries()) if (takesPart(index)) counter.add(each)
  // Findings that the same rules match are judged once and share the judgement: there may be a million of them.
  const known = new Map<readonly number[], Judgement>()
  return matched.map(each => {
    const judgement = known.get(each) ?? judge(rules, each, counter)
    known.set(each, judgement)
    return judgement
  })
}

function candidatesOf(
  findings: readonly IdentifiedFinding[],
  before: readonly Judgement[],
  context: AssessmentContext
): readonly ExceptionCandidate[] {
  const isNever = neverExcepted(context)
  return findings.map((identified, index) =>
    candidateOf(assess(identified, context), isNever(identified), before[index]?.verdict !== 'pass')
  )
}

/** A finding as exceptions see it. */
export const candidateOf = (each: Assessed, never: boolean, matters: boolean): ExceptionCandidate => ({
  finding: each.finding,
  id: each.identity.id,
  tier: each.placement.tier,
  effectiveSeverity: each.effectiveSeverity,
  kev: each.facts.kev,
  never,
  matters
})
