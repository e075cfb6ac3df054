import type { Diff } from '../../core/change/change.js'
import { fitted } from '../../core/change/diff.js'
import { blobId } from '../../core/change/fit.js'
import type { Notice } from '../../core/ground/notice.js'
import { trackedFiles } from '../../files/tree.js'
import type { KnownChange, Scanned, SettledChange } from '../../gate/request.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import type { ChangeContext } from '../event.js'
import { baseMoved } from './base-moved.js'
import { type CommitReader, compareTexts, UNKNOWN_FILE } from './base-texts.js'
import { type Between, changeUpTo } from './between.js'
import { type Edited, editedBefore, withoutEdited } from './edited.js'
import { headFiles } from './head-files.js'
import { historyOf } from './history.js'
import { MOST_FILES, readCommitted } from './remote-sources.js'
import { candidates, isOfChange, type ScanCandidate, type ScanPlace } from './scanned.js'

/** All that is known of the change and of the commits that may have been scanned. */
interface Knowledge {
  readonly change: ChangeContext
  readonly place: ScanPlace
  readonly github: GitHub | null
  readonly found: readonly ScanCandidate[]
}

/**
 * The lines that a change touches, between the tree that was scanned and the one that it is merged into. Null where
 * there is nothing to compare with (a schedule, a first push) or nobody can tell: findings then have the state
 * `unknown`, which counts as introduced.
 */
export async function readChange(change: ChangeContext, place: ScanPlace, github: GitHub | null): Promise<KnownChange> {
  const { baseSha, headSha } = change
  const knowledge = { change, place, github, found: await candidates(change, place, github) }
  if (headSha === null || (baseSha === null && change.pullRequest === null))
    return { diff: null, files: [], notices: [], settle: scanned => textsOnly(knowledge, scanned) }
  const first = await between(knowledge, knowledge.found[0])
  const notices = first.diff === null ? [unavailable(first)] : first.diff.complete ? [] : [CUT]
  return { diff: first.diff, files: [], notices, settle: scanned => settle(knowledge, first, scanned) }
}

const CUT: Notice = {
  level: 'warning',
  code: 'diff-cut',
  message:
    'GitHub does not list all files of this change; a finding in a file that it does not list may be part of the change'
}

const unavailable = ({ reasons }: Between): Notice => ({
  level: 'warning',
  code: 'diff-unavailable',
  message: `Nobody can tell which lines the change touches: ${reasons.join('; ')}`
})

/** The change up to a candidate; of a head that nobody can describe, by its name alone. */
function between({ change, place, github }: Knowledge, candidate: ScanCandidate | undefined): Promise<Between> {
  const named = { sha: change.headSha ?? '', tree: '', parents: [] }
  const upTo = candidate ?? { commit: named, into: null, isProven: false }
  return changeUpTo(upTo, change, place.root, github)
}

/** Of a run that is about no change, only the texts are asked for: its findings have the ids that they have elsewhere. */
async function textsOnly(knowledge: Knowledge, scanned: Scanned): Promise<SettledChange> {
  const chosen = await choose(knowledge, scanned)
  const own = chosen ?? knowledge.found[0]
  const edited = await editedBefore(knowledge.place, own, scanned.paths)
  const seen = await sourceOf(knowledge, own, scanned, edited)
  const isCertain = own?.isProven === true || (chosen !== null && seen.isWhole)
  return {
    diff: null,
    readSource: seen.readSource,
    scannedSha: own?.commit.sha ?? null,
    mergedInto: null,
    edited: edited.paths,
    isCertain,
    commits: [],
    history: null,
    notices: [],
    onHead: null
  }
}

/** Decides which commit was scanned, and what of its diff holds for the texts that were. */
async function settle(knowledge: Knowledge, first: Between, scanned: Scanned): Promise<SettledChange> {
  const { change, place, github, found } = knowledge
  const chosen = await choose(knowledge, scanned)
  const own = chosen ?? found[0]
  const edited = await editedBefore(place, own, scanned.paths)
  const seen = await sourceOf(knowledge, own, scanned, edited)
  const { diff } = own === found[0] ? first : await between(knowledge, own)
  const commits = await ofChange(scanned.revisions, knowledge)
  const base = own?.into ?? change.baseSha
  const settled =
    base === null ? diff : await settleDiff(diff, { commit: base, root: place.root, github }, chosen, seen)
  const certain =
    settled === null || own === undefined ? settled : await withoutDoubtful(settled, knowledge, own, commits, seen)
  return {
    diff: withoutEdited(certain, edited, scanned.paths),
    readSource: seen.readSource,
    scannedSha: own?.commit.sha ?? null,
    mergedInto: own?.into ?? null,
    edited: edited.paths,
    isCertain: own?.isProven === true || (chosen !== null && seen.isWhole),
    commits: [...new Set([...commits, ...(own === undefined ? [] : [own.commit.sha])])],
    history: scanned.commits.length === 0 ? null : await historyOf(scanned.commits, change, place.root, github),
    notices: [...seen.notices, ...(await baseMoved(own, change, scanned.paths, { root: place.root, github }))],
    onHead: headFiles(own ?? null, change.headSha, { root: place.root, github }, found, seen.readSource)
  }
}

/** The files that findings name, and whether the texts are those that a scanner can have seen here. */
interface Seen extends Pick<Scanned, 'paths' | 'readSource'> {
  /** Whether a text is that of a commit that was only likely scanned, or none: it proves nothing of what was. */
  readonly isLikely: (path: string) => boolean
  /** Whether all that the commit has of them is here. */
  readonly isWhole: boolean
  readonly notices: readonly Notice[]
}

/** What is not checked out, all of it or a part, is read at the commit that was scanned. */
async function sourceOf(
  { place, github }: Knowledge,
  own: ScanCandidate | undefined,
  { paths, readSource }: Scanned,
  { has }: Pick<Edited, 'has'> = { has: () => false }
): Promise<Seen> {
  const isHere = (path: string) => place.root !== null && readSource(path) !== null
  const isLikely = (path: string) => own?.isProven !== true && !isHere(path)
  const textOf = (path: string) => (has(path) ? null : readSource(path))
  const known = { paths, isLikely }
  if (place.root === null) return { ...known, readSource: textOf, isWhole: false, notices: unreadNotices(paths.length) }
  const absent = paths.filter(path => readSource(path) === null)
  if (own === undefined || absent.length === 0) return { ...known, readSource: textOf, isWhole: true, notices: [] }
  const reader = { commit: own.commit.sha, root: own.isProven ? place.root : null, github }
  const listed = await listedIn(reader)
  // Lock files that might lie beside a manifest are asked for, too.
  const asked = listed === null ? absent : absent.filter(path => listed.has(path))
  const read = await readCommitted(asked, [reader])
  return {
    ...known,
    readSource: path => (has(path) ? null : (readSource(path) ?? read(path))),
    isWhole: asked.length === 0,
    notices: unreadNotices(asked.length)
  }
}

/** Who scanned has the texts of all files, so that what is not read here may have another id. */
function unreadNotices(count: number): readonly Notice[] {
  if (count <= MOST_FILES) return []
  const message =
    `Findings are about ${count} files that are not checked out, of which ${MOST_FILES} were read: in the others they are ` +
    'known by snippet or message, and may have another id than in the run that scanned'
  return [{ level: 'warning', code: 'identity', message }]
}

/** All files of the commit, of which a sparse checkout shows some; null where nobody can list them. */
async function listedIn({ commit, root, github }: CommitReader): Promise<ReadonlySet<string> | null> {
  if (root !== null) {
    const tracked = await trackedFiles(root)
    return tracked.value === null ? null : new Set(tracked.value)
  }
  const blobs = github === null ? null : await attempt(github.blobsAt(commit))
  return blobs?.ok && blobs.value !== null ? new Set(blobs.value.keys()) : null
}

/** The candidate that is certain, or whose files are those that are here; null where none is. */
async function choose(
  { found, github, place }: Knowledge,
  { paths, readSource }: Scanned
): Promise<ScanCandidate | null> {
  const [likeliest] = found
  if (likeliest === undefined || likeliest.isProven || github === null || place.root === null) return likeliest ?? null
  const texts = paths.flatMap(path => {
    const text = readSource(path)
    return text === null ? [] : [[path, blobId(text)] as const]
  })
  if (texts.length === 0) return likeliest
  for (const candidate of found) {
    const blobs = await attempt(github.blobsAt(candidate.commit.sha))
    if (blobs.ok && texts.every(([path, id]) => blobs.value?.get(path) === id)) return candidate
  }
  return null
}

/** The diff, as far as it fits; what does not fit is compared text by text. Of a commit that nobody knows, all is. */
async function settleDiff(
  diff: Diff | null,
  reader: CommitReader,
  chosen: ScanCandidate | null,
  { paths, readSource }: Seen
): Promise<Diff | null> {
  const known = diff ?? { files: new Map(), complete: false }
  const readable = paths.filter(path => readSource(path) !== null).toSorted()
  const { unfit } = fitted(known, new Set(readable), readSource)
  const open = (path: string): boolean => {
    const file = known.files.get(path)
    return file === undefined ? !known.complete : file.lines === null && file.change !== 'copied'
  }
  const asked = chosen === null ? readable : readable.filter(path => unfit.includes(path) || open(path))
  if (diff === null && asked.length === 0) return null
  return compareTexts(known, asked, readSource, reader)
}

/**
 * Files that differ between the commits that may have been scanned are unknown, where it is not certain which of them
 * was: because no text was there to compare, or because a scanner names another one.
 */
async function withoutDoubtful(
  diff: Diff,
  { github, found }: Knowledge,
  chosen: ScanCandidate,
  named: readonly string[],
  { paths, isLikely }: Seen
): Promise<Diff> {
  const open = paths.filter(isLikely)
  const files = new Map(diff.files)
  const doubt = async (other: string, doubtful: readonly string[]): Promise<void> => {
    const tree = found.find(({ commit }) => commit.sha === other)?.commit.tree
    if (doubtful.length === 0 || other === chosen.commit.sha || tree === chosen.commit.tree) return
    const isSame = await sameFiles(chosen.commit.sha, other, github)
    for (const path of doubtful) if (!isSame(path)) files.set(path, UNKNOWN_FILE)
  }
  for (const { commit } of found) await doubt(commit.sha, open)
  for (const sha of named) await doubt(sha, paths)
  return { ...diff, files }
}

/** Whether a file is the same in both commits; what cannot be told is not. */
async function sameFiles(one: string, other: string, github: GitHub | null): Promise<(path: string) => boolean> {
  const trees = github === null ? [] : [await attempt(github.blobsAt(one)), await attempt(github.blobsAt(other))]
  const [left, right] = trees.map(tree => (tree.ok ? tree.value : null))
  return path => left != null && right != null && left.get(path) === right.get(path)
}

/** Revisions that are asked for one by one. */
const MOST_REVISIONS = 5

/** Those of the revisions that are the head, or a trial merge of it. */
async function ofChange(
  revisions: readonly string[],
  { change, github, found }: Knowledge
): Promise<readonly string[]> {
  const named = [...new Set(revisions)].filter(each => /^[0-9a-f]{40}$/.test(each))
  const own = named.filter(sha => found.some(({ commit }) => commit.sha === sha))
  if (github === null || change.pullRequest === null) return own
  const rest = named.filter(sha => !own.includes(sha)).slice(0, MOST_REVISIONS)
  for (const sha of rest) if (await isOfChange(sha, change, github)) own.push(sha)
  return own
}
