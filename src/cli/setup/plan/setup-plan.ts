import { dayOf } from '../../../core/time/calendar.js'
import { DAY } from '../../../core/time/duration.js'
import { contentsOf, type RepositoryContents } from './contents.js'
import { ownerLines, type PresentOwners, unowned } from './owners-text.js'
import { policyText } from './policy-text.js'
import { type ChosenScanner, scannersFor } from './scanners.js'
import { guessedAssets, isPlainGlob, type ProposedAsset } from './tiers.js'
import { workflowTexts } from './workflow-texts.js'

/** What a checkout holds, and what was asked for. */
export interface Beginning {
  /** Repository-relative paths, with `/`. */
  readonly paths: readonly string[]
  readonly name: string
  readonly branch: string
  /** `OWNER/REPO@<full commit sha>` */
  readonly action: string
  readonly codeowners: PresentOwners | null
  /** Of files that nobody owns yet; empty: not known. */
  readonly owners: readonly string[]
  /** Names of workflows that are there. */
  readonly workflowNames: readonly string[]
  /** The path of a workflow that runs the gate already. */
  readonly runs: string | null
  /** As asked for; null: guessed. */
  readonly assets: readonly ProposedAsset[] | null
  /** Of paths that no asset names. */
  readonly tier: number
  /** As asked for, `YYYY-MM-DD`; null: four weeks from now. */
  readonly enforceFrom: string | null
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** A file to write: `new` where there is none, `addition` after what a file holds, `kept` where one is there. */
export interface PlannedFile {
  readonly path: string
  readonly text: string
  readonly kind: 'new' | 'addition' | 'kept'
}

export interface SetupPlan {
  readonly files: readonly PlannedFile[]
  /** What was found and chose what, a sentence each. */
  readonly reasons: readonly string[]
  /** What is left to people. */
  readonly open: readonly string[]
}

const POLICY = '.github/policy-gate.yml'
const EXCEPTIONS = '.github/policy-exceptions.yml'
const NO_EXCEPTIONS = `# Exceptions that somebody with a right has approved; each has a reason, an owner and an end.
version: 1
exceptions: []
`
const ROLLOUT = 28 * DAY

/** What `init` writes, and why. */
export function setupPlan(beginning: Beginning): SetupPlan {
  const { paths, now, runs } = beginning
  const contents = contentsOf(paths)
  const scanners = scannersFor(contents)
  const scannerFiles = contents.scannerFiles.filter(isPlainGlob)
  const assets = beginning.assets ?? guessedAssets(paths)
  const enforceFrom = beginning.enforceFrom ?? dayOf(now + ROLLOUT)
  const hasFeeds = runs === null && scanners.some(({ category }) => category === 'sca')
  const workflows =
    runs === null ? workflowTexts({ ...beginning, name: freeName(beginning.workflowNames), scanners, hasFeeds }) : []
  const policy = policyText({
    ...{ name: beginning.name, assets, tier: beginning.tier, scanners, enforceFrom, isWired: runs === null },
    ...{ scannerFiles, hasFeeds }
  })
  const isThere = new Set(paths)
  const hasPolicy = isThere.has(POLICY)
  const own = [
    [POLICY, policy] as const,
    ...(hasPolicy ? [] : [[EXCEPTIONS, NO_EXCEPTIONS] as const]),
    ...workflows
  ].map(([path, text]): PlannedFile => ({ path, text, kind: isThere.has(path) ? 'kept' : 'new' }))
  const governing = [...own.map(({ path }) => path), ...scannerFiles]
  return {
    files: [...own, ...ownerFiles(beginning, governing)],
    reasons: [
      ...scanners.map(({ title, because }) => `${title}: ${because}`),
      ...(hasFeeds ? [FEEDS] : []),
      `Default branch: ${beginning.branch} (--branch NAME)`,
      ...(hasPolicy ? [] : [...tierReasons(beginning, assets), auditReason(enforceFrom, now)])
    ],
    open: [...openEnds(contents, scanners, beginning), ...ownerEnds(beginning, governing)]
  }
}

const FEEDS =
  'Feeds (KEV, EPSS): fetched in the workflow and kept in a cache, for dependencies that are being exploited; without them the gate warns'

const auditReason = (day: string, now: number): string =>
  day > dayOf(now)
    ? `Audit: until ${day} rules only count what they would stop, then they stop it (--enforce-from YYYY-MM-DD)`
    : `No audit: ${day} has come, so rules block from the first run (--enforce-from YYYY-MM-DD)`

/** The name of a workflow is how others name it: a second one of that name would be taken for it. */
const freeName = (taken: readonly string[]): string =>
  ['Security', 'Security gate', 'Policy gate scans'].find(name => !taken.includes(name)) ?? 'Policy gate workflow'

function ownerFiles({ codeowners, owners }: Beginning, governing: readonly string[]): readonly PlannedFile[] {
  const added = owners.length === 0 ? null : ownerLines(codeowners, governing, owners)
  if (added === null) return []
  const text = `# What the security gate decides by\n${added.lines.join('\n')}\n`
  return [{ path: added.path, text, kind: added.isAddition ? 'addition' : 'new' }]
}

function ownerEnds({ codeowners, owners }: Beginning, governing: readonly string[]): readonly string[] {
  const missing = owners.length > 0 ? [] : unowned(codeowners, governing)
  if (missing.length === 0) return []
  return [
    `Nobody owns ${missing.join(', ')} by CODEOWNERS. Give --owner @ORGANISATION/TEAM, or add them: who may change them decides what the gate says`
  ]
}

function tierReasons({ assets: asked, tier }: Beginning, assets: readonly ProposedAsset[]): readonly string[] {
  const how = asked === null ? 'guessed by the name' : 'as asked for'
  return [
    ...assets.map(asset => `Tier ${asset.tier}: ${asset.paths}, ${how}`),
    `Tier ${tier}: everything else (--tier N, and --asset GLOB=N for parts)`
  ]
}

function openEnds(
  { unlocked, workflows }: RepositoryContents,
  scanners: readonly ChosenScanner[],
  { runs, paths }: Beginning
): readonly string[] {
  const [first] = unlocked
  const hasPolicy = paths.includes(POLICY)
  return [
    ...(first === undefined
      ? []
      : [
          `${first}${unlocked.length > 1 ? ` and ${unlocked.length - 1} more` : ''}: no lock file says which versions are used, so no scanner of dependencies can tell. Commit one`
        ]),
    ...(runs === null
      ? []
      : [
          `${runs} runs the gate already: no workflow was written. Whether it runs scanners of ${[...new Set(scanners.map(({ category }) => category))].join(', ')} is not known: where one is missing, the policy ${hasPolicy ? 'says what that costs' : 'warns'}`
        ]),
    ...(runs === null && workflows.length > 0
      ? [
          'Workflows that are there stay as they are; what their scanners write is not read by the gate, unless they put it into results/'
        ]
      : [])
  ]
}
