import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Decision } from '../../core/decision/decision.js'
import type { Undecided } from '../../core/decision/undecided.js'
import { ConfigurationError, configurationError, type Problem, wholeFile } from '../../core/ground/errors.js'
import { decisionIn } from '../../core/history/stored.js'
import { REPORTS } from '../../core/reports/formats.js'
import { expandPatterns, type ListedFile } from '../patterns.js'
import { sha256Of } from '../policy-files.js'
import { type DocumentFile, type DocumentText, type InvalidFile, storedContent } from './content.js'
import { QuickDecisions, type QuickDocument } from './quick-decisions.js'

/** A stored decision, under the name of its file. */
export interface DecisionFile {
  readonly name: string
  readonly decision: Decision
}

/** What directories of reports hold besides documents. */
interface OtherFiles {
  readonly sarif: readonly ListedFile[]
  /** SARIF that belongs to a decision which is here: what was written with it, and for reports what it was made of. */
  readonly judged: readonly string[]
  /** JSON files that are neither, and lie beside no decision. */
  readonly ignored: readonly string[]
}

/** What directories of reports hold besides decisions. */
export interface StoredReports extends OtherFiles {
  /** Runs that could not decide. */
  readonly undecided: readonly { readonly name: string; readonly undecided: Undecided }[]
}

/** The same as storedDocuments, with decisions as the views render them; `visit` gets one after the other. */
export function readStoredReports(
  directories: readonly string[],
  cwd: string,
  visit: (file: DecisionFile) => void
): StoredReports {
  const undecided: StoredReports['undecided'][number][] = []
  const inputs = new Map<string, number>()
  const documents = storedDocuments(directories, cwd)
  let next = documents.next()
  for (; next.done !== true; next = documents.next()) {
    const { name, document } = next.value
    for (const input of document.inputs) inputs.set(input.sha256, input.bytes)
    const stored = decisionIn(document)
    if (stored.kind === 'decision') visit({ name, decision: stored.decision })
    else undecided.push({ name, undecided: stored.undecided })
  }
  const made = new Set(next.value.sarif.filter(({ path }) => isInput(path, inputs)))
  return {
    ...next.value,
    sarif: next.value.sarif.filter(file => !made.has(file)),
    judged: [...next.value.judged, ...[...made].map(({ name }) => name)],
    undecided
  }
}

/**
 * Reads every decision file in the directories, at any depth, one after the other, and lists the SARIF in the end. Keep no
 * more of each than is needed: there may be thousands. Throws a ConfigurationError for files that say to be decisions and
 * are none: a figure over fewer files than there are would be wrong in silence.
 */
export function storedDocuments(directories: readonly string[], cwd: string): Generator<DocumentFile, OtherFiles> {
  return documentsIn<never>(directories, cwd, () => null)
}

/** A document, or as much of it as was wanted. */
export type PartFile<Document> = DocumentFile | (QuickDocument<Document> & { readonly name: string })

/** The same for who wants only a part of each: `read` takes it out of the text of a file, or gives null to have it parsed. */
export const partsOfDocuments = <Document>(
  directories: readonly string[],
  cwd: string,
  read: (text: string) => Document | null
): Generator<PartFile<Document>, OtherFiles> => {
  const quick = new QuickDecisions(read)
  return documentsIn(directories, cwd, path => quick.document(path))
}

function* documentsIn<Document>(
  directories: readonly string[],
  cwd: string,
  quickly: (path: string) => QuickDocument<Document> | null
): Generator<PartFile<Document>, OtherFiles> {
  const { files, unmatched } = expandPatterns(directories, cwd)
  const [missing] = unmatched
  if (missing !== undefined)
    throw configurationError(`nothing is in ${missing}`, 'Give directories with decision files')
  const problems: Problem[] = []
  const sarif: ListedFile[] = []
  const ignored: ListedFile[] = []
  const runs = new Set<string>()
  for (const file of files) {
    const isSarif = isSarifName(file.name)
    const part = isSarif ? null : quickly(file.path)
    if (part !== null) {
      runs.add(dirname(file.path))
      yield { ...part, name: file.name }
      continue
    }
    const content = isSarif ? 'sarif' : storedContent(file)
    if (content === 'sarif') sarif.push(file)
    else if (content === null) ignored.push(file)
    else if (content.kind === 'document') {
      runs.add(dirname(file.path))
      const { document, version, sha256 } = content
      yield { document, version, sha256, name: file.name }
    } else problems.push(unreadable(file, content.problem))
  }
  if (problems.length > 0) throw new ConfigurationError(problems)
  const isBeside = ({ path }: ListedFile) => runs.has(dirname(path))
  return {
    sarif: sarif.filter(file => !isBeside(file)),
    judged: sarif.filter(isBeside).map(({ name }) => name),
    ignored: ignored.filter(file => !isBeside(file)).map(({ name }) => name)
  }
}

/** Whether a decision names the very file among what it rests on. Only files of such a size are read for it. */
function isInput(path: string, inputs: ReadonlyMap<string, number>): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  return [...inputs.values()].some(bytes => bytes === size) && inputs.has(sha256Of(readFileSync(path)))
}

/** The decision in a file, or in a directory of reports. Throws a ConfigurationError where none can be read. */
export function readDecisionFile(name: string, cwd: string): Decision {
  const content = readDecisionText(name, cwd)
  if (content.kind === 'invalid') throw new ConfigurationError([notRead(name, content.problem)])
  const stored = decisionIn(content.document)
  if (stored.kind === 'undecided') throw noDecision(name, stored.undecided)
  return stored.decision
}

/**
 * The same with its text, or what is wrong with a file that was a decision. Throws a ConfigurationError for one that is
 * none, that this edition cannot read, or that is not there.
 */
export function readDecisionText(name: string, cwd: string): DocumentText | InvalidFile {
  const path = resolve(cwd, name)
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  const content = storedContent({ path: isDirectory ? onlyDecisionIn(name, path, cwd) : path })
  if (content === null || content === 'sarif') throw new ConfigurationError([notRead(name, otherContent(path))])
  if (content.kind === 'invalid' && !content.isDecision) throw new ConfigurationError([notRead(name, content.problem)])
  return content
}

const MOST_CANDIDATES = 20

/**
 * The decision file of a directory: that of the reports of one run, else the only one at any depth, as the artifact of a run
 * has it below the folders that its upload keeps. Of several none is chosen.
 */
function onlyDecisionIn(name: string, directory: string, cwd: string): string {
  const own = join(directory, REPORTS.json.file)
  if (statSync(own, { throwIfNoEntry: false }) !== undefined) return own
  const decisions = expandPatterns([directory], cwd).files.filter(file => !isSarifName(file.name) && isDecision(file))
  const [only, ...others] = decisions
  if (only === undefined)
    throw configurationError(
      'no decision file is in this directory',
      `Give the directory of a run's reports, or its unpacked artifact: ${REPORTS.json.file} is what it is asked for`,
      wholeFile(name)
    )
  if (others.length === 0) return only.path
  const listed = decisions.slice(0, MOST_CANDIDATES).map(file => file.name)
  const more = decisions.length > listed.length ? [`… and ${decisions.length - listed.length} more`] : []
  const message = `this directory holds ${decisions.length} decision files`
  throw configurationError(message, 'Give one of them:', wholeFile(name), [...listed, ...more])
}

function isDecision(file: ListedFile): boolean {
  const content = storedContent(file)
  return content !== null && content !== 'sarif'
}

const otherContent = (path: string): string =>
  /\.(?:zip|gz|tgz)$/i.test(path) ? 'it is an archive, which has to be unpacked' : 'it is none'

/** The one file that was asked for cannot be read. */
const notRead = (name: string, problem: string): Problem => ({
  place: wholeFile(name),
  message: `the decision cannot be read: ${problem}`,
  hint: 'Give the file that evaluate --format json or the Action wrote, or the directory that it lies in'
})

/** The error about a run that could not decide. */
export const noDecision = (name: string, { problems }: Undecided): ConfigurationError =>
  configurationError(
    `the gate could not decide in that run: ${problems.map(({ message }) => message).join('; ')}`,
    'Mend that, and let the gate run again',
    wholeFile(name)
  )

const isSarifName = (name: string): boolean => /\.sarif(\.json)?(\.gz)?$/i.test(name) || /\.gz$/i.test(name)

const unreadable = ({ name }: Pick<ListedFile, 'name'>, problem: string): Problem => ({
  place: wholeFile(name),
  message: `the decision cannot be read: ${problem}`,
  hint: 'Give the file as evaluate --format json wrote it, or move it away'
})
