import { sinceOf } from '../../../src/action/baseline/follow.js'
import type { ChangeContext } from '../../../src/action/event.js'
import { readChange } from '../../../src/action/facts/change.js'
import { remoteSources } from '../../../src/action/facts/remote-sources.js'
import type { Decision } from '../../../src/core/decision/decision.js'
import { evaluate } from '../../../src/gate/gate.js'
import { localPorts } from '../../../src/gate/local-ports.js'
import { type GatePorts, requestWith } from '../../../src/gate/request.js'
import type { GitHub } from '../../../src/github/port.js'
import { CLONES, type Clone, type Place, writeAll } from './checkout.js'
import type { Commits, Made } from './commits.js'
import { type Dice, diceOf } from './dice.js'
import { type Judged, judge } from './judge.js'
import { type Habits, habitsOf, type Scene, sarifOf, type Weakness, weaknessesIn } from './scanner.js'

const POLICY = `version: 1
extends: [preset:baseline]
assets:
  - { name: vault, paths: ["vault/**"], tier: 0, exposure: internet }
  - { name: rest, paths: ["**"], tier: 2 }
`

/** From which commit the baseline is, if there is one, and whether it says so. */
type Before = 'none' | 'base' | 'fork' | 'fork, which it says'

const commitOf = (before: Exclude<Before, 'none'>): 'base' | 'fork' => (before === 'base' ? 'base' : 'fork')

/** What is decided by chance besides the story: what was scanned, how, and what the gate has of it. */
export interface Setting {
  readonly clone: Clone
  readonly scanned: 'head' | 'merge'
  readonly asksGitHub: boolean
  readonly habits: Habits
  readonly before: Before
}

export function settingOf({ story, merge }: Commits): Setting {
  const dice: Dice = diceOf(story.seed + 1_000_003)
  const clone = dice.pick([...CLONES, 'whole'] as const)
  return {
    clone,
    scanned: merge !== null && dice.chance(65) ? 'merge' : 'head',
    // Without the history there is nobody else to ask.
    asksGitHub: clone === 'whole' || clone === 'sub folder' ? dice.chance(10) : dice.chance(80),
    habits: habitsOf(dice),
    before: dice.pick(['none', 'base', 'fork', 'fork, which it says'] as const)
  }
}

/** The evaluation of a story. */
export interface Trial extends Judged {
  readonly seed: number
  readonly setting: Setting
}

/** What a trial is called where it fails. */
export const nameOf = ({ seed, setting }: Trial): string => {
  const { clone, scanned, asksGitHub, habits, before } = setting
  return `seed ${seed}: ${clone}, ${scanned}, ${asksGitHub ? 'GitHub' : 'no token'}, ${habits.spelling}, baseline: ${before}`
}

/** What is to be tried of a story. */
export interface Task {
  readonly commits: Commits
  readonly change: ChangeContext
  readonly setting: Setting
}

/** The commit that a setting scans. */
export const scannedOf = ({ commits, setting }: Task): Made => commits[setting.scanned] ?? commits.head

/** Evaluates a story in its place, and holds what comes of it against what really happened. */
export async function tryStory(task: Task, place: Place, github: GitHub | null): Promise<Trial> {
  const { commits, setting } = task
  const { scanned, habits, before } = setting
  const made = scannedOf(task)
  const found = weaknessesIn(made.texts, habits)
  const ports = portsOf(task, place, github)
  const { outcomes } = await decisionOf({ commits, made, place, ports, habits, found, baseline: before })
  const into = scanned === 'merge' ? commits.base : commits.fork
  const befores = [into.texts, ...(before === 'none' ? [] : [commits[commitOf(before)].texts])]
  const isBlind = setting.clone === 'nothing' && github === null && !habits.snippets
  const unseen = isBlind && before !== 'none' ? weaknessesIn(commits[commitOf(before)].texts, habits) : []
  const judged = judge(outcomes, { found, befores, after: made.texts, unseen })
  return { seed: commits.story.seed, setting, ...judged }
}

/** What one evaluation is about. */
export interface Asked {
  readonly commits: Commits
  readonly made: Made
  readonly place: Place
  readonly ports: GatePorts
  readonly habits: Habits
  readonly found: readonly Weakness[]
  readonly baseline: Before
}

/** Runs the pipeline of the Action in the place. */
export async function decisionOf(asked: Asked): Promise<Decision> {
  const { commits, made, place, ports, habits, found, baseline } = asked
  const { workspace, root, sourceRoot } = place
  const sceneOf = (commit: Made): Scene => ({ root, subfolder: sourceRoot, tree: new Set(Object.keys(commit.texts)) })
  const earlier = baseline === 'none' ? null : commits[commitOf(baseline)]
  const said = baseline === 'fork, which it says' ? commits.fork.sha : null
  writeAll(workspace, {
    'policy.yml': POLICY,
    'scan.sarif': JSON.stringify(sarifOf(found, habits, sceneOf(made))),
    ...(earlier === null
      ? {}
      : { 'base.sarif': JSON.stringify(sarifOf(weaknessesIn(earlier.texts, habits), habits, sceneOf(earlier), said)) })
  })
  const [headSha, baseSha, mergeSha] = [commits.head.sha, commits.base.sha, commits.merge?.sha ?? null]
  const request = requestWith({
    sarif: ['scan.sarif'],
    baseline: earlier === null ? [] : ['base.sarif'],
    policy: 'policy.yml',
    cwd: workspace,
    sourceRoot,
    now: '2026-11-23T15:00:00Z',
    event: 'pull_request',
    headSha,
    baseSha,
    mergeSha,
    pullRequest: 42,
    expectsClone: true
  })
  return (await evaluate(request, ports, () => undefined)).decision
}

/** What the Action asks, with what the runner would tell it. */
export function portsOf(
  { commits, change }: Pick<Task, 'commits' | 'change'>,
  place: Place,
  github: GitHub | null
): GatePorts {
  const runSha = commits.merge?.sha ?? commits.head.sha
  const comparer = { root: place.root, github }
  const files = { cwd: place.workspace, sourceRoot: place.sourceRoot, layerSources: new Map() }
  return {
    ...localPorts(files),
    change: () => readChange(change, { root: place.root, runSha, recorded: null }, github),
    since: (commit, settled) => sinceOf(change, comparer, commit, settled),
    tree: github === null ? null : () => remoteSources(github, [...new Set([runSha, commits.head.sha])]).files()
  }
}
