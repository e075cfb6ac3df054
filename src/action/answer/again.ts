import { join } from 'node:path'
import { AGAIN } from '../../core/change/occasion/occasion.js'
import { ConfigurationError, formatProblem } from '../../core/ground/errors.js'
import type { Notice } from '../../core/ground/notice.js'
import { renderFailure } from '../../core/reports/markdown/failure.js'
import { time } from '../../core/time/instant.js'
import { attempt, isFailure } from '../../github/http/failure.js'
import type { PullRequest } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import type { OwnCheck } from '../../github/requests.js'
import type { RestsOn } from '../basis.js'
import { type GoverningAt, governingReader } from '../facts/policy-at.js'
import { resolveChange } from '../facts/resolve-change.js'
import type { Run } from '../run-context.js'
import { nowOf } from '../runner.js'
import { basisIn, recordIn } from '../scan-record.js'
import { runnerBeside, say } from './log.js'
import { publishFailure } from './publish.js'
import { checkPlaceOf } from './signing.js'
import { undecided } from './undecided.js'

/** A token of a workflow has a thousand requests an hour: a look costs one, a decision some thirty. */
export const MOST_LOOKED_AT = 300
export const MOST_DECIDED = 20
/** Those that cannot be decided cost little, and come again with the next run. */
const MOST_TRIED = 60
const LOOKS_AT_ONCE = 8
/** Milliseconds after which nothing more is begun; what is asked of GitHub in a run ends after five minutes. */
const LONGEST = 200_000

/** Decides about one pull request; returns why not, where its own run does. */
export type DecideOne = (run: Run) => Promise<string | null>

/** An open pull request with our answer, and whether its time has come. */
interface Candidate {
  readonly pull: PullRequest
  readonly check: OwnCheck
  readonly rests: RestsOn | null
  readonly urgency: Urgency
}

/** What is decided first: an answer that has ended, one by other rules than those of now or of unknown ground, one that will end. */
const URGENCIES = ['ended', 'doubtful', 'ahead'] as const
type Urgency = (typeof URGENCIES)[number]

/**
 * On a schedule: a check is never looked at again once it is green, so every open pull request whose answer rests on
 * something that ends, or on rules that are others by now, is decided again from what its own run has kept. What could
 * not be decided is told; an answer that has ended by what it says itself is no pass until it is.
 */
export async function decideAgain(run: Run, decideOne: DecideOne): Promise<DecidedAgain> {
  const { github, occasion } = run
  if (github === null || !occasion.afterwards.includes('again')) return { notices: [], fault: null }
  try {
    return { notices: await decideAll(run, github, decideOne), fault: null }
  } catch (fault) {
    return { notices: [], fault }
  }
}

/** What came of it. */
export interface DecidedAgain {
  /** What could not be decided, for the decision of the run itself. */
  readonly notices: readonly Notice[]
  /** What went wrong that is nobody's to mend; null: nothing. */
  readonly fault: unknown
}

async function decideAll(run: Run, github: GitHub, decideOne: DecideOne): Promise<readonly Notice[]> {
  const { runner } = run
  const pulls = await attempt(github.openPullRequests())
  if (!pulls.ok) {
    const level = isFailure(pulls.error, 'forbidden') ? 'info' : 'warning'
    return [told(level, `No open pull request could be looked at again: ${pulls.error.message}`)]
  }
  const started = runner.clock.now()
  const left: Left = new Map(pulls.value.slice(MOST_LOOKED_AT).map(pull => [pull.number, TOO_MANY]))
  const candidates = await candidatesOf(pulls.value.slice(0, MOST_LOOKED_AT), run, github, left)
  let decided = 0
  for (const [index, candidate] of candidates.entries()) {
    const isOver = decided >= MOST_DECIDED || index >= MOST_TRIED || runner.clock.now() - started > LONGEST
    const problem = isOver ? TOO_MANY : await decideCandidate(candidate, run, github, decideOne)
    if (problem === null) decided += 1
    else left.set(candidate.pull.number, problem)
  }
  for (const [number, why] of left) say(runner, `#${number} is not decided again: ${why}`)
  return noticesOf([...left.keys()])
}

/** Why pull requests were not decided again, by their number. */
type Left = Map<number, string>
const TOO_MANY = 'there are more of them than one run may ask GitHub about; the next run goes on'

async function candidatesOf(
  pulls: readonly PullRequest[],
  run: Run,
  github: GitHub,
  left: Left
): Promise<readonly Candidate[]> {
  const governingAt = governingReader(run, github)
  const candidates: Candidate[] = []
  for (let start = 0; start < pulls.length; start += LOOKS_AT_ONCE) {
    const some = pulls.slice(start, start + LOOKS_AT_ONCE)
    const looks = await Promise.all(some.map(pull => attempt(lookAt(pull, run, github, governingAt))))
    for (const [index, look] of looks.entries()) {
      if (!look.ok) left.set(some[index]?.number ?? 0, look.error.message)
      else if (look.value !== null) candidates.push(look.value)
    }
  }
  // Oldest first; the sort is stable.
  return candidates.sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency))
}

/** Null where the pull request has no answer that could end. */
async function lookAt(
  pull: PullRequest,
  { inputs, runner }: Run,
  github: GitHub,
  governingAt: GoverningAt
): Promise<Candidate | null> {
  const check = await github.ownCheck(pull.headSha, inputs.checkName)
  // What is at work decides by itself.
  if (check === null || check.conclusion === null) return null
  const rests = basisIn(check)?.rests ?? null
  const hasEnded = rests?.ends != null && time(rests.ends) <= time(nowOf(runner))
  const candidate = { pull, check, rests }
  if (hasEnded) return { ...candidate, urgency: 'ended' }
  if (check.conclusion !== 'success' && check.conclusion !== 'neutral') return null
  if (rests === null || rests.governing !== (await governingAt(pull.baseRef))) {
    return { ...candidate, urgency: 'doubtful' }
  }
  return rests.ends === null ? null : { ...candidate, urgency: 'ahead' }
}

/** Null where it was decided. */
async function decideCandidate(
  candidate: Candidate,
  start: Run,
  github: GitHub,
  decideOne: DecideOne
): Promise<string | null> {
  const { pull, check } = candidate
  const { runner, inputs, workspace, change } = start
  const name = `policy-gate-again-${pull.number}`
  const asked = { ...change, pullRequest: pull.number, headSha: null, baseSha: null, baseRef: null, headRef: null }
  let run: Run = {
    ...start,
    occasion: AGAIN,
    noCheck: false,
    // What the decision leaves on the runner is not the report of this run.
    inputs: { ...inputs, outputDir: join(runner.env.RUNNER_TEMP ?? workspace, name) },
    runner: runnerBeside(runner, `#${pull.number}`),
    gateCheck: check,
    gateRun: check.runId,
    gateScan: recordIn(check)
  }
  try {
    const resolved = await resolveChange(AGAIN, asked, github)
    if (resolved.kind === 'nothing') return null
    // A head that has been pushed since has a run of its own.
    if (resolved.change.headSha !== pull.headSha) return null
    run = { ...run, change: resolved.change }
    const why = await decideOne(run)
    if (why === null) return null
    // A run that waits for somebody may wait for ever; what it says once it has come to its end takes this one's place.
    if (candidate.urgency === 'ended') await tellEnded(candidate, run, github, [why])
    return why
  } catch (thrown) {
    const error = undecided(thrown)
    if (!(error instanceof ConfigurationError)) throw error
    const problems = error.problems.map(formatProblem)
    if (candidate.urgency === 'ended') await tellEnded(candidate, run, github, problems)
    return problems.join('; ')
  }
}

/** An answer that has ended does not stand because nobody can give another one. */
async function tellEnded(
  { pull, check, rests }: Candidate,
  run: Run,
  github: GitHub,
  problems: readonly string[]
): Promise<void> {
  const place = checkPlaceOf(
    { ...run, change: { ...run.change, headSha: pull.headSha } },
    { kept: null, scans: null, again: true }
  )
  if (place === null) return
  const summary = renderFailure([
    `What the answer before rested on has ended (${rests?.ends ?? 'unknown'}), and nothing that was kept could be judged again`,
    ...problems
  ])
  const record = { scan: run.gateScan, basis: basisIn(check) }
  const told = await publishFailure(github, place, record, {
    title: 'Has ended, and could not be decided again',
    summary
  })
  for (const { message } of told) say(run.runner, message)
}

/** One line that names those that are left: why is in the log, at each. */
function noticesOf(left: readonly number[]): readonly Notice[] {
  if (left.length === 0) return []
  const numbers = [...left].sort((a, b) => a - b)
  const named = numbers.slice(0, MOST_NAMED).map(number => `#${number}`)
  const rest = numbers.length - named.length
  const who = named.join(', ') + (rest > 0 ? ` and ${rest} more` : '')
  const message = `Not decided again: ${who}. The log says why; the next scheduled run tries again, and a push decides at once`
  return [told('warning', message)]
}

const MOST_NAMED = 10

const told = (level: Notice['level'], message: string): Notice => ({ level, code: 'not-decided-again', message })
