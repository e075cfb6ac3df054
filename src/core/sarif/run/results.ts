import type { Category, Finding } from '../../finding.js'
import type { JsonObject } from '../../ground/json.js'
import { findingKind } from '../gravity/level.js'
import { ratingOfResult } from '../gravity/rating.js'
import { findingOf, type RunContext } from '../result/result.js'
import { tellingMembers } from './context.js'

/** What the results of one run gave, besides findings. */
export interface RunTally {
  readonly context: RunContext
  readonly found: ReadonlySet<Category>
  readonly results: number
  readonly notFindings: number
  /** Some result says that the analysis broke off. */
  readonly fatalResult: boolean
}

/** The results of one run on their way to findings. */
export interface RunResults {
  /** Takes a result; `soFar` are the members of the run that are known by then. */
  add(result: JsonObject, soFar: JsonObject): void
  /** Ends the run, whose members are all known now. */
  end(run: JsonObject): RunTally
  /** True where results were let go that could not be explained: the findings are not to be used. */
  readonly isLost: boolean
}

/**
 * Keeps results until the run's end tells what explains them, as members come in any order in a file. Of more than
 * `held` results a large run would fill the memory: then they become findings as they come, by what the run has said so
 * far, which most tools say first. Where the rest of the run says more, they are lost, and have to be read again: then
 * the whole run is `known`, and nothing needs to wait.
 */
export function createRunResults(
  held: number,
  findings: Finding[],
  contextOf: (run: JsonObject) => RunContext,
  known: JsonObject | null
): RunResults {
  const waiting: JsonObject[] = []
  const tally: OpenTally = { found: new Set(), results: 0, notFindings: 0, fatalResult: false }
  let context: RunContext | null = known === null ? null : contextOf(known)
  let basis: ReturnType<typeof tellingMembers> = []
  let isLost = false

  const convertWaiting = (by: RunContext): void => {
    for (const result of waiting) convert(result, by, findings, tally)
    waiting.length = 0
  }
  const start = (soFar: JsonObject): void => {
    basis = tellingMembers(soFar)
    // The first of them is the tool: without it nothing is known of any rule.
    isLost = basis[0] === undefined
    if (!isLost) {
      context = contextOf(soFar)
      convertWaiting(context)
    }
    waiting.length = 0
  }

  return {
    get isLost() {
      return isLost
    },
    add(result, soFar) {
      tally.results += 1
      if (isLost) return
      if (context !== null) convert(result, context, findings, tally)
      else if (waiting.push(result) > held) start(soFar)
    },
    end(run) {
      if (known === null && context !== null) {
        isLost = tellingMembers(run).some((value, index) => value !== basis[index])
      }
      const by = context ?? contextOf(run)
      convertWaiting(by)
      return { context: by, ...tally }
    }
  }
}

/** The tally of a run that has not ended. */
interface OpenTally {
  readonly found: Set<Category>
  results: number
  notFindings: number
  fatalResult: boolean
}

/** Makes a finding of a result, by what is known of its run, or counts it as none. */
function convert(result: JsonObject, by: RunContext, findings: Finding[], tally: OpenTally): void {
  const kind = findingKind(result)
  if (kind === null || (kind === 'review' && !isRated(result))) {
    tally.notFindings++
    return
  }
  const finding = findingOf(result, kind === 'review' ? 'open' : kind, by)
  tally.fatalResult ||= by.profile.fatalRule?.test(finding.ruleId) === true
  tally.found.add(finding.categoryOfFile ?? finding.category)
  findings.push(finding)
}

/** Whether the result itself says how grave it would be, or says it in a way that nobody can read; what its rule says is said of findings. */
function isRated(result: JsonObject): boolean {
  const { severity, isUnrated, isUnreadable } = ratingOfResult(result, { tags: [], isBareMeant: false })
  return (severity !== null && severity !== 'none') || isUnrated || isUnreadable
}
