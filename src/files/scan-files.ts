import type { InputFile } from '../core/decision/decision.js'
import type { JsonValue } from '../core/ground/json.js'
import { convertCodeScanning, isCodeScanning } from '../core/sarif/convert/code-scanning.js'
import { convertDependabot, isDependabot } from '../core/sarif/convert/dependabot.js'
import { convertPolicyReports, mayBePolicyReports } from '../core/sarif/convert/policy-report.js'
import { convertSecretScanning, isSecretScanning } from '../core/sarif/convert/secret-scanning.js'
import { convertTrufflehog, isTrufflehog } from '../core/sarif/convert/trufflehog.js'
import { logProjection } from '../core/sarif/fixes.js'
import type { Projection, ReadProblem, SarifConsumer, SarifInput } from '../core/sarif/input.js'
import { createNormaliser, type Normaliser, type PlaceDoubts } from '../core/sarif/normalise.js'
import type { PlaceKnowledge } from '../core/sarif/place/positions.js'
import { withIgnored } from '../core/sarif/place/tree.js'
import { createSarifReader } from '../core/sarif/reader/sarif-reader.js'
import type { StatedCategory } from '../core/sarif/stated-category.js'
import type { MemoryWatch } from './memory.js'
import { expandPatterns, type ListedFile } from './patterns.js'
import { type LoadedFile, loadFile } from './sarif-files.js'
import { documentKind, readHead, readJsonDocuments } from './sniff.js'
import { lookOf, unfollowed, unreadFiles } from './unread.js'

/** What the patterns of `sarif` or `baseline` gave. */
export interface ScanFiles {
  readonly inputs: readonly SarifInput[]
  readonly unmatched: readonly string[]
  /** Links that lead out of the directory and were not followed: each is an input that is invalid. */
  readonly outside: readonly string[]
  /** What is to be said of files that were not read. */
  readonly unread: readonly string[]
}

/** What the reading of all files of one evaluation shares. */
export interface Reading {
  readonly places: PlaceKnowledge
  /** What the policy says that a tool finds, by its name. */
  readonly statedOf: (tool: string) => StatedCategory | null
  /** Whether a change is known that may touch what leads to a finding. */
  readonly trails: boolean
  /** Whether somebody wants to apply the fixes that the files hold. */
  readonly fixes: boolean
  /** Those of the paths that git ignores. */
  readonly ignored: (paths: readonly string[]) => Promise<ReadonlySet<string>>
  /** Told which file is being read. */
  readonly progress: (message: string) => void
  readonly memory: MemoryWatch
}

/** Reads every file that the patterns name, one after the other, in the order of their names. */
export async function readScanFiles(patterns: readonly string[], cwd: string, reading: Reading): Promise<ScanFiles> {
  const { files, unmatched, outside, passedOver } = expandPatterns(patterns, cwd)
  const inputs: SarifInput[] = []
  for (const file of files) {
    reading.progress(`Reading ${file.name}`)
    inputs.push(await readScanFile(file, reading))
  }
  for (const link of outside) inputs.push(unfollowed(link))
  return { inputs, unmatched, outside: outside.map(({ name }) => name), unread: unreadFiles(passedOver) }
}

/**
 * Reads a file, and once more where that puts places in another light: what git ignores is known only by its name, and
 * where a tool ran only by all of its paths.
 */
async function readScanFile(file: ListedFile, reading: Reading): Promise<SarifInput> {
  const { ignored, memory } = reading
  let { places } = reading
  let read = await readTwiceAtMost(file, reading, [])
  const unlisted = await ignored(read.doubts.unlisted)
  if (unlisted.size > 0 && places.tree !== null) {
    places = { ...places, tree: withIgnored(places.tree, unlisted) }
    read = await readTwiceAtMost(file, { ...reading, places }, [])
  }
  const { folders } = read.doubts
  if (folders.some(each => each.length > 0)) {
    read = await readTwiceAtMost(file, { ...reading, places }, folders)
  }
  memory.endFile(read.input.findings.length)
  return withFormat(read.input, file)
}

/** Of what is no SARIF it is said what it looks like. */
function withFormat(input: SarifInput, file: ListedFile): SarifInput {
  if (input.problem === null || input.runs.length > 0) return input
  const format = lookOf(file)
  if (format === null) return input
  return { ...input, problem: { ...input.problem, message: `${input.problem.message}; ${format}` } }
}

interface ReadFile {
  readonly input: SarifInput
  readonly doubts: PlaceDoubts
}

async function readTwiceAtMost(
  file: ListedFile,
  { places, statedOf, trails, fixes, memory }: Reading,
  folders: PlaceDoubts['folders']
): Promise<ReadFile> {
  const { name } = file
  const read = converterOf(file) ?? readSarif(logProjection({ trails, fixes }))
  const first = createNormaliser(name, { places, statedOf, trails, folders })
  const { sha256, bytes, problem } = await read(file, watched(first, memory))
  const runs = first.unexplained()
  if (runs === null) return { input: { name, sha256, bytes, ...first.finish(problem) }, doubts: first.doubts() }
  const second = createNormaliser(name, { places, statedOf, trails, folders, runs })
  const again = await read(file, watched(second, memory))
  const changed = again.sha256 === sha256 ? null : { offset: null, message: `${name} changed while it was read` }
  const input = { name, sha256, bytes, ...second.finish(changed ?? again.problem) }
  return { input, doubts: second.doubts() }
}

/** Results between two looks at the memory: some hundred kilobytes. */
const LOOK_AFTER = 512

function watched(normaliser: Normaliser, memory: MemoryWatch): SarifConsumer {
  let results = 0
  return {
    result(runIndex, result, soFar) {
      normaliser.result(runIndex, result, soFar)
      results += 1
      if (results % LOOK_AFTER === 0) memory.check(normaliser.findingCount())
    },
    run: (runIndex, run, property) => normaliser.run(runIndex, run, property),
    log: log => normaliser.log(log)
  }
}

type ReadInto = (file: ListedFile, consumer: SarifConsumer) => Promise<LoadedFile>

const readSarif =
  (projection: Projection): ReadInto =>
  ({ path, name }, consumer) =>
    loadFile(path, name, createSarifReader(consumer, projection))

/** How to read a file of a scanner that writes no SARIF; null for SARIF, and for all that is neither. */
function converterOf({ path }: ListedFile): ReadInto | null {
  const head = readHead(path)
  if (head === null) return null
  const kind = documentKind(head)
  if (kind === 'sarif') return null
  if (isTrufflehog(head.text.split('\n', 1)[0] ?? '')) return readTrufflehog
  if (mayBePolicyReports(head.text)) return readPolicyReports
  return kind === 'array' ? readArray : null
}

const readTrufflehog: ReadInto = async ({ path, name }, consumer) => {
  const { documents, ...loaded } = await readJsonDocuments(path, name)
  const problem = convertTrufflehog(
    documents.map(document => JSON.stringify(document)),
    consumer
  )
  return { ...loaded, problem: loaded.problem ?? problem }
}

/** The lists that are known are those of GitHub's alerts, and of policy reports; any other is no SARIF. */
const readArray: ReadInto = async ({ path, name }, consumer) => {
  const { documents, ...loaded } = await readJsonDocuments(path, name)
  return { ...loaded, problem: loaded.problem ?? convertArray(documents, name, consumer) }
}

const readPolicyReports: ReadInto = async ({ path, name }, consumer) => {
  const { documents, ...loaded } = await readJsonDocuments(path, name)
  return { ...loaded, problem: loaded.problem ?? convertPolicyReports(documents, consumer) }
}

/** Lists of GitHub's alerts: by what their elements are, and an empty one, which says nothing of itself, by its name. */
const ALERT_LISTS = [
  { named: /dependabot[^/]*$/i, is: isDependabot, convert: convertDependabot },
  { named: /secret[-_. ]?scanning[^/]*$/i, is: isSecretScanning, convert: convertSecretScanning },
  { named: /code[-_. ]?scanning[^/]*$/i, is: isCodeScanning, convert: convertCodeScanning }
] as const

function convertArray(documents: readonly JsonValue[], name: string, consumer: SarifConsumer): ReadProblem | null {
  const isEmpty = documents.every(page => Array.isArray(page) && page.length === 0)
  const list = ALERT_LISTS.find(({ named, is }) => (isEmpty ? named.test(name) : is(documents)))
  if (list !== undefined) return list.convert(documents, consumer)
  return { offset: 0, message: isEmpty ? EMPTY_LIST : 'the file is a list, not a SARIF log' }
}

const EMPTY_LIST =
  'the file is an empty list, which does not say of what. A list of GitHub alerts is known by its name: call it ' +
  'dependabot-alerts.json, secret-scanning-alerts.json or code-scanning-alerts.json'

/** The files as the decision lists them; one that could not be opened has no digest and is named by its scan alone. */
export const inputFilesOf = (kind: InputFile['kind'], inputs: readonly SarifInput[]): readonly InputFile[] =>
  inputs.flatMap(({ name, sha256, bytes }) => (sha256 === '' ? [] : [{ kind, name, sha256, bytes }]))
