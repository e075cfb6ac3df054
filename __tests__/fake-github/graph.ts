import { createHash } from 'node:crypto'
import { applied, before, diffTrees, patchOf } from './patches.js'
import { sha } from './state.js'
import type { FakeCommit, FakeFile, FakePull, FakeRepository } from './world.js'

/** Trial merges that anybody was told of, by their id. */
const told = new Map<string, { readonly base: string; readonly head: string }>()

/** The id of the trial merge of a head into a base: what workflows of a pull request check out. */
export function trialMergeId(base: string, head: string): string {
  const isFirst = base === sha('base') && head === sha('head')
  const id = sha(isFirst ? 'merge of head into base' : `merge of ${head} into ${base}`)
  told.set(id, { base, head })
  return id
}
trialMergeId(sha('base'), sha('head'))

/** A commit that is there, or the trial merge of a pull request, which GitHub makes when it is asked for. */
export function commitAt(repository: FakeRepository, id: string | undefined): FakeCommit | undefined {
  const known = repository.commits.find(commit => commit.sha === id)
  if (known !== undefined || id === undefined) return known
  const merge = trialMergeOf(repository, id)
  if (merge === null) return undefined
  const files = mergedTree(repository, merge)
  return { sha: id, message: 'Merge', author: null, committer: null, email: 'noreply@github.com', files }
}

interface TrialMerge {
  readonly pull: FakePull
  readonly base: string
  readonly head: string
}

function trialMergeOf({ pulls }: FakeRepository, id: string): TrialMerge | null {
  const ends = told.get(id)
  const pull = pulls.find(({ headSha, commits }) => headSha === ends?.head || commits.includes(ends?.head ?? ''))
  return ends === undefined || pull === undefined ? null : { pull, ...ends }
}

/** Parents that are recorded, or that follow from what the commit is. */
export function parentsOf(repository: FakeRepository, id: string): readonly string[] {
  const own = repository.commits.find(commit => commit.sha === id)
  if (own?.parents !== undefined) return own.parents
  const merge = trialMergeOf(repository, id)
  if (merge !== null) return [merge.base, merge.head]
  for (const { commits, baseSha, forkSha } of repository.pulls) {
    const index = commits.indexOf(id)
    const parent = index === 0 ? (forkSha ?? baseSha) : commits[index - 1]
    if (index >= 0 && parent !== undefined && parent !== id) return [parent]
  }
  return repository.updates.filter(({ after }) => after === id).map(({ before: parent }) => parent)
}

/** The commit and all that it follows from, nearest first. */
export function historyOf(repository: FakeRepository, id: string): readonly string[] {
  const seen = [id]
  for (const each of seen)
    for (const parent of parentsOf(repository, each)) if (!seen.includes(parent)) seen.push(parent)
  return seen
}

/** The newest commit of both histories; commits of which nothing is recorded all follow from the base. */
export function mergeBaseOf(repository: FakeRepository, base: string, head: string): string {
  const known = new Set(historyOf(repository, base))
  const common = historyOf(repository, head).filter(id => known.has(id))
  const isOlder = (id: string) => common.some(other => other !== id && historyOf(repository, other).includes(id))
  return common.find(id => !isOlder(id)) ?? base
}

const treeOf = (repository: FakeRepository, id: string): FakeCommit['files'] => commitAt(repository, id)?.files ?? {}

/** Git's id of a content. */
export function blobIdOf(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex')
}

/** The same for the same files. */
export const treeIdOf = ({ files }: FakeCommit): string =>
  sha(
    JSON.stringify(
      Object.entries(files)
        .map(([path, content]) => [path, blobIdOf(content)])
        .toSorted()
    )
  )

/**
 * What a comparison lists. Of a pull request it is what the pull request says, of its trial merge the same, made to the
 * base of now; of any other two commits, what differs.
 */
export function comparedFiles(repository: FakeRepository, base: string, head: string): readonly FakeFile[] {
  const ofBase = repository.pulls.filter(({ baseSha }) => baseSha === base)
  const pull = ofBase.find(({ headSha }) => headSha === head) ?? ofBase.find(({ commits }) => commits.includes(head))
  if (pull !== undefined) return pull.files
  const merge = repository.commits.some(commit => commit.sha === head) ? null : trialMergeOf(repository, head)
  if (merge !== null && merge.base === base)
    return merge.pull.files.map(file => mergedFile(repository, merge, file).file)
  return diffTrees(treeOf(repository, mergeBaseOf(repository, base, head)), treeOf(repository, head))
}

function mergedTree(repository: FakeRepository, merge: TrialMerge): FakeCommit['files'] {
  const files = { ...treeOf(repository, merge.head), ...treeOf(repository, merge.base) }
  for (const change of merge.pull.files) {
    const { file, text } = mergedFile(repository, merge, change)
    if (file.previous_filename !== undefined && file.status === 'renamed') delete files[file.previous_filename]
    if (file.status === 'removed') delete files[file.filename]
    else if (text !== undefined) files[file.filename] = text
  }
  return files
}

/** A file of the pull request as the merge has it: where the base has moved on, the patch is made to the base's text. */
function mergedFile(repository: FakeRepository, { base, head }: TrialMerge, file: FakeFile) {
  const after = treeOf(repository, head)[file.filename]
  const asIs = { file, text: after }
  const now = treeOf(repository, base)[file.previous_filename ?? file.filename]
  if (typeof after !== 'string' || typeof now !== 'string' || file.patch === undefined) return asIs
  const start = before(after, file.patch)
  if (start === null || start === now) return asIs
  const text = applied(now, patchOf(start, after))
  return text === null ? asIs : { file: { ...file, patch: patchOf(now, text) }, text }
}
