import type { Finding } from '../finding.js'
import { asObject, type JsonObject, member, textMember } from '../ground/json.js'
import type { ReadProblem, RunFacts, SarifConsumer, SarifInput } from './input.js'
import { at } from './members.js'
import type { PlaceKnowledge } from './place/positions.js'
import { type RunClaims, runClaims } from './place/run-claims.js'
import type { Tree } from './place/tree.js'
import { externalState, type RunState, runState } from './run/completeness.js'
import { runContextOf } from './run/context.js'
import { factsOfRun, versionProblem } from './run/facts.js'
import { createRunResults, type RunResults } from './run/results.js'
import type { StatedCategory } from './stated-category.js'

/** What a file gave, without what only its reader knows (name, digest, size). */
export type Normalised = Pick<SarifInput, 'runs' | 'findings' | 'results' | 'notFindings' | 'problem' | 'warnings'>

/** A consumer of one file that turns its results into findings. */
export interface Normaliser extends SarifConsumer {
  /** How many findings there are so far. */
  findingCount(): number
  /**
   * After the end of the file: its runs, where their results came in such numbers before what explains them that they
   * were not kept. The file has to be read once more, by a normaliser that is given these runs. Null: no need.
   */
  unexplained(): readonly JsonObject[] | null
  /** What would make other places of some paths, were it known before the file is read. */
  doubts(): PlaceDoubts
  /** Ends the file; `problem` is the reader's, and comes before any found here. Call once. */
  finish(problem: ReadProblem | null): Normalised
}

/** What a reading of a file leaves open about its places. */
export interface PlaceDoubts {
  /** Paths that the tree does not have: git may ignore them. */
  readonly unlisted: readonly string[]
  /** By run: folders in which its tool may have run; empty where that puts no place in doubt. */
  readonly folders: readonly (readonly string[])[]
}

/** What a normaliser has to know besides the file. */
export interface NormaliserOptions {
  readonly places: PlaceKnowledge
  /** What the policy says that a tool finds, by its name; absent: nothing. */
  readonly statedOf?: (tool: string) => StatedCategory | null
  /** Whether the steps of flows, stacks and related locations are wanted; the file must be read with them then. */
  readonly trails?: boolean
  /** By run: folders in which its tool may have run, from an earlier reading of the file. */
  readonly folders?: PlaceDoubts['folders']
  /** The runs of the file, from an earlier reading of it. */
  readonly runs?: readonly JsonObject[]
  /** How many raw results of a run are kept until it is known what explains them. */
  readonly held?: number
}

/** Raw results take more memory than findings, and stay in it for a while when they are let go: of so many it does not matter. */
const HELD = 256

const worse = (state: RunState, other: RunState | null): RunState =>
  other !== null && state.state !== 'failed' && (other.state === 'failed' || state.state === 'complete') ? other : state

/** Collects what is in doubt, run by run. */
function createDoubts(tree: Tree | null, folders: PlaceDoubts['folders'] = []) {
  const missing = new Set<string>()
  const claims: RunClaims[] = []
  return {
    ofRun: (runIndex: number) => {
      const ofRun = claims[runIndex] ?? runClaims()
      claims[runIndex] = ofRun
      const unlisted = (path: string): void => void missing.add(path)
      return { claims: ofRun, folders: folders[runIndex] ?? [], unlisted }
    },
    all: (): PlaceDoubts => ({
      unlisted: [...missing],
      folders: Array.from(claims, each => (tree === null ? [] : (each?.doubted(tree) ?? [])))
    })
  }
}

/** Turns the parts of one SARIF log into findings and facts about its runs. `name` is the file's name in `sources`. */
export function createNormaliser(name: string, options: NormaliserOptions): Normaliser {
  const { places, statedOf = () => null, trails = false, runs: known, held = HELD } = options
  const open = new Map<number, RunResults>()
  const findings: Finding[] = []
  const members: JsonObject[] = []
  const runs: RunFacts[] = []
  const versions: (string | null)[] = []
  const warnings = new Set<string>()
  let log: JsonObject | null = null
  let isLost = false

  const doubts = createDoubts(places.tree, options.folders)
  const warn = (warning: string): void => void warnings.add(warning)
  const resultsOf = (runIndex: number): RunResults => {
    const results =
      open.get(runIndex) ??
      createRunResults(
        held,
        findings,
        run => runContextOf(run, name, { places, statedOf, trails, ...doubts.ofRun(runIndex), warn }),
        known?.[runIndex] ?? null
      )
    open.set(runIndex, results)
    return results
  }

  return {
    result(runIndex, result, soFar = {}) {
      resultsOf(runIndex).add(result, soFar)
    },
    run(runIndex, run, property) {
      const results = resultsOf(runIndex)
      open.delete(runIndex)
      members[runIndex] = run
      const { context, found, fatalResult, ...counts } = results.end(run)
      isLost ||= results.isLost
      const { profile, tool } = context
      const state = runState(run, { results: property, count: counts.results, fatalResult, profile, tool })
      const driver = asObject(at(run, ['tool', 'driver']))
      versions.push(textMember(driver, 'semanticVersion'), textMember(driver, 'version'))
      runs.push(factsOfRun(run, context, counts, found, state))
    },
    log(topLevel) {
      log = topLevel
    },
    findingCount: () => findings.length,
    unexplained() {
      endOpenRuns(this, open)
      return isLost ? Array.from(members, run => run ?? {}) : null
    },
    doubts: doubts.all,
    finish(problem) {
      endOpenRuns(this, open)
      return { ...summed(runs, log, versions, problem), findings, warnings: [...warnings].sort() }
    }
  }
}

/** The runs of a whole log with what holds for all of them. */
function summed(
  runs: readonly RunFacts[],
  log: JsonObject | null,
  versions: readonly (string | null)[],
  problem: ReadProblem | null
): Omit<Normalised, 'findings' | 'warnings'> {
  // Inline external properties hold results of some run of this file; which one is not worth trusting.
  const external = externalState(member(log, 'inlineExternalProperties'))
  const own = log === null ? 'The file is no SARIF log' : versionProblem(log, versions)
  return {
    runs: runs.map(run => ({ ...run, ...worse(run, external) })),
    results: runs.reduce((sum, run) => sum + run.results, 0),
    notFindings: runs.reduce((sum, run) => sum + run.notFindings, 0),
    problem: problem ?? (own === null ? null : { offset: null, message: own })
  }
}

/** A file that broke off inside a run: what was read is kept. */
function endOpenRuns(normaliser: SarifConsumer, open: ReadonlyMap<number, RunResults>): void {
  for (const runIndex of [...open.keys()].sort((a, b) => a - b)) normaliser.run(runIndex, {}, 'array')
}
