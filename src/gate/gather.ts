import { resolve } from 'node:path'
import { parseDiff } from '../core/change/diff-text.js'
import type { Evaluation } from '../core/decision/decide.js'
import { governanceNotices, scanningNotices, touchedGovernance } from '../core/decision/governed.js'
import { configurationError, wholeFile } from '../core/ground/errors.js'
import type { Notice, NoticeCode } from '../core/ground/notice.js'
import type { IdentityContext } from '../core/identity/identified.js'
import { ranIn } from '../core/identity/ran.js'
import { codeownersNotices } from '../core/policy/codeowners.js'
import { loadPolicy, presetSource } from '../core/policy/layers/layers.js'
import { policyNotices } from '../core/policy/lint/lint.js'
import type { Policy } from '../core/policy/policy.js'
import { categoryOfTool } from '../core/policy/tool-category.js'
import type { SarifInput } from '../core/sarif/input.js'
import { checkoutRoot } from '../files/checkout.js'
import { sourceText } from '../files/encoding.js'
import { watchMemory } from '../files/memory.js'
import { DEFAULT_POLICY, inputFile, type PolicyPort, readOrNull } from '../files/policy-files.js'
import { inputFilesOf, type Reading, readScanFiles, type ScanFiles } from '../files/scan-files.js'
import { createLinkReader } from '../files/source-reader.js'
import { feedsOf } from './feeds.js'
import { gatherBaseline } from './gather-baseline.js'
import { type GatheredPlaces, gatherPlaces } from './gather-places.js'
import { policyOf, readCodeowners, readExceptions, requiredPolicy } from './governing-files.js'
import { EDITION } from './record/edition.js'
import { type AskedFiles, changeOf, optionsOf } from './record/options.js'
import type { GatePorts, GateRequest, KnownChange, Progress, ScanSite, SettledChange } from './request.js'
import { settleScanned } from './settle.js'
import { checkoutFiles, findingsIn, siteWith, sourceReader, withLines } from './sources.js'

/** All facts of one evaluation, collected; nothing is judged yet. */
export interface Gathered {
  readonly inputs: readonly SarifInput[]
  readonly identity: Omit<IdentityContext, 'now'>
  /** The change, held against what was scanned. */
  readonly settled: SettledChange
  readonly site: ScanSite
  readonly notices: readonly Notice[]
  /** What `decide` needs besides findings. */
  readonly evaluation: Omit<Evaluation, 'inputs' | 'findings' | 'fixed' | 'notices'>
}

/**
 * Reads everything an evaluation rests on. The policy is read first: a mistake in it is told before a minute of
 * scanning files has passed.
 */
export async function gather(request: GateRequest, ports: GatePorts, progress: Progress): Promise<Gathered> {
  const root = rootOf(request, ports)
  const { policy, notices } = await readPolicy(request, ports.policy)
  const exceptions = await readExceptions(request.exceptions, policy.exceptions.file, ports.policy)
  const change = await changeFrom(request, ports)
  const feeds = await feedsOf(request, ports.policy, root, change.diff)
  const owners = await readCodeowners(ports.policy)
  const codeowners = owners?.codeowners ?? null
  const governance = [...governanceOf(request, policy, change), ...codeownersNotices(codeowners)]
  const { scans, places, reading } = await readEvidence(request, ports, { root, policy, change, progress })
  const readSource = await sourceReader(ports, root, findingsIn(scans.inputs))
  const links = ports.sources === null ? { leadsTo: createLinkReader(root) } : {}
  const settled = await settleScanned(change, scans.inputs, readSource, { strangers: places.strangers, ...links })
  const inputs = withLines(scans.inputs, settled.readSource)
  const baseline = await gatherBaseline(request, ports, settled, { ...reading, places: places.base, policy })
  const ranAtBase = ranIn(baseline.inputs)
  const judged = [...inputFilesOf('sarif', inputs), ...inputFilesOf('baseline', baseline.inputs)]
  const governing = policy.layers.map(layer => ({ kind: 'policy' as const, ...layer }))
  const ruled = [...governing, ...[exceptions, owners].flatMap(read => read?.file ?? [])]
  const files = [...judged, ...ruled, ...feeds.files, ...change.files]
  const checkout = await checkoutFiles(ports, root, request.expectsClone, policy)
  const hasExceptions = policy.exceptions.file === null || request.exceptions !== null ? null : exceptions !== null
  return {
    inputs,
    identity: {
      ...baseline.identity,
      readSource: settled.readSource,
      ran: { base: ranAtBase, head: ranIn(inputs) },
      ...(settled.history === null ? {} : { history: settled.history })
    },
    settled,
    site: siteWith(places.site(), findingsIn(inputs), settled),
    notices: [
      ...[...request.told, ...(ports.policy.notices ?? []), ...(ports.policy.layerNotices?.() ?? [])],
      ...notices,
      ...policyNotices(policy, { checkout, hasExceptions }),
      ...change.notices,
      ...settled.notices,
      ...baseline.notices,
      ...governance,
      ...feeds.notices,
      ...patternNotices(scans)
    ],
    evaluation: {
      ...askedBy(request, settled, { files, scans }),
      policy,
      exceptions: exceptions?.records ?? [],
      pendingExceptions: [],
      ranAtBase,
      codeowners,
      facts: feeds.facts,
      commits: [request.headSha, request.mergeSha, ...settled.commits].filter(sha => sha !== null),
      checkout,
      files
    }
  }
}

/** What the request itself says of the evaluation. */
const askedBy = (
  request: GateRequest,
  settled: SettledChange,
  asked: AskedFiles
): Pick<Evaluation, 'gate' | 'defaultTier' | 'change' | 'options' | 'now'> => {
  const { defaultTier, now } = request
  return { gate: EDITION, defaultTier, now, change: changeOf(request, settled), options: optionsOf(request, asked) }
}

interface EvidenceRequest {
  readonly root: string
  readonly policy: Policy
  readonly change: KnownChange
  readonly progress: Progress
}

/** The scans of the change, and what was known of the trees when they were read. */
async function readEvidence(
  request: GateRequest,
  ports: GatePorts,
  { root, policy, change, progress }: EvidenceRequest
): Promise<{ readonly scans: ScanFiles; readonly places: GatheredPlaces; readonly reading: Reading }> {
  const places = await gatherPlaces(request, ports, root, change.diff, policy)
  const reading: Reading = {
    places: places.head,
    statedOf: tool => categoryOfTool(tool, policy),
    trails: change.diff !== null,
    fixes: policy.suggestions,
    ignored: places.ignored,
    progress,
    memory: watchMemory()
  }
  return { scans: await readScans(request, policy, reading), places, reading }
}

/** Where the files are read through the API there need be no checkout. */
const rootOf = ({ cwd, sourceRoot }: GateRequest, { sources }: GatePorts): string =>
  sources === null ? checkoutRoot(cwd, sourceRoot) : resolve(cwd, sourceRoot ?? '.')

/** A change that touches what judges it is told so; it is judged by the base's files either way. */
function governanceOf(request: GateRequest, policy: Policy, { diff }: KnownChange): readonly Notice[] {
  const path = request.policy ?? DEFAULT_POLICY
  const governed = {
    policy: path.startsWith('preset:') ? null : path,
    exceptions: request.exceptions ?? policy.exceptions.file,
    workflow: request.workflow
  }
  return [...governanceNotices(touchedGovernance(diff, governed), request.workflow), ...scanningNotices(diff, policy)]
}

/** A policy, and what is to be said about where it came from. */
export interface ReadPolicy {
  readonly policy: Policy
  readonly notices: readonly Notice[]
}

/**
 * The policy, with its layers. In a repository that has none yet the bootstrap preset counts: also on the very change
 * that brings the first policy, because its author must not choose what it is judged by.
 */
export async function readPolicy(
  { policy: text, cwd, sourceRoot, bootstrap }: Pick<GateRequest, 'policy' | 'cwd' | 'sourceRoot' | 'bootstrap'>,
  port: PolicyPort
): Promise<ReadPolicy> {
  if (bootstrap === null) return { policy: await requiredPolicy(text, port), notices: [] }
  const path = text ?? DEFAULT_POLICY
  const isExpected = path === DEFAULT_POLICY || readOrNull(resolve(cwd, sourceRoot ?? '.', path)) !== null
  if (!isExpected) return { policy: await requiredPolicy(text, port), notices: [] }
  const policy = await policyOf(text, port)
  if (policy !== null) return { policy, notices: [] }
  const message = `There is no policy at ${path} yet: preset:${bootstrap} counts until one is merged`
  const notices: readonly Notice[] = [{ level: 'warning', code: 'policy-bootstrap', message }]
  return { policy: await loadPolicy(presetSource(bootstrap), port.layer), notices }
}

const NO_CHANGE: KnownChange = { diff: null, files: [], notices: [] }

async function changeFrom({ diff, cwd }: GateRequest, { change }: GatePorts): Promise<KnownChange> {
  if (diff === null) return change === null ? NO_CHANGE : change()
  const bytes = readOrNull(resolve(cwd, diff))
  const place = wholeFile(diff)
  if (bytes === null) throw configurationError('the diff does not exist', 'Give the file that git diff wrote', place)
  const file = inputFile('diff', diff, bytes)
  const parsed = parseDiff(sourceText(Buffer.from(bytes)), diff)
  if (parsed.files.size === 0) return { diff: null, files: [file], notices: [notice('diff-empty', EMPTY_DIFF)] }
  return { diff: parsed, files: [file], notices: [] }
}

/** A pattern that matches nothing is a mistake, unless the policy says what evidence must be there (contract §3). */
async function readScans(request: GateRequest, policy: Policy, reading: Reading): Promise<ScanFiles> {
  const scans = await readScanFiles(request.sarif, request.cwd, reading)
  if (scans.inputs.length + scans.unmatched.length === 0 && policy.scans.length === 0) {
    throw configurationError('No SARIF is given', "Name the scanners' files with --sarif")
  }
  const [unmatched] = scans.unmatched
  if (unmatched !== undefined && policy.scans.length === 0) {
    throw configurationError(
      `sarif: nothing matches ${unmatched}`,
      'Check that the scanner ran and wrote there, or list the expected scans in the policy'
    )
  }
  return scans
}

function patternNotices({ unmatched, outside, unread }: ScanFiles): readonly Notice[] {
  return [
    ...unmatched.map(pattern => notice('sarif-unmatched', `Nothing matches ${pattern}`)),
    ...outside.map(path =>
      notice('link-outside', `${path} is a link that leads out of the directory; it was not followed`)
    ),
    ...unread.map(message => notice('scan-unread', message))
  ]
}

/** A git diff that failed leaves an empty file, too: it must not pass for a change that touches nothing. */
const EMPTY_DIFF = 'The diff is empty, as it is where making it failed: nothing is known of what the change touches'

const notice = (code: NoticeCode, message: string): Notice => ({ level: 'warning', code, message })
