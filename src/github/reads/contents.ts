import { asObject, member } from '../../core/ground/json.js'
import { address, pathAddress, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, GitHubError, isFailure } from '../http/failure.js'
import type { FileAtCommit, FileRequest } from '../objects.js'
import { requiredInteger, requiredText, textIn } from '../record.js'

const NEEDS = 'contents: read'
/** The JSON of a file of at most 1 MB, with its content in base64. */
const MAX_JSON = 8 * 1024 * 1024

/**
 * Reads a file at a commit. GitHub answers 404 to an absent file, an absent commit and a repository that the token
 * cannot see alike, so only a commit that is there makes a file absent.
 */
export function fileReader(client: Client): (request: FileRequest) => Promise<FileAtCommit> {
  const seen = new Set<string>()
  return async request => {
    const repository = request.repository ?? client.repository
    const base = repositoryAddress(repository)
    const what = `read ${request.path} of ${repository.owner}/${repository.name} at ${request.ref}`
    const commit = `${base}@${request.ref}`
    const parameters = { ref: request.ref }
    const call = { what, route: `GET ${base}/contents/${pathAddress(request.path)}`, parameters, needs: NEEDS }
    const answer = await attempt(client.json({ ...call, maxBytes: MAX_JSON }))
    if (answer.ok) {
      seen.add(commit)
      return toFile(client, request, call, answer.value)
    }
    if (!isFailure(answer.error, 'not-found')) throw answer.error
    if (!seen.has(commit))
      await client.json({ ...call, route: `GET ${base}${address`/commits/${request.ref}`}`, parameters: {} })
    seen.add(commit)
    return { kind: 'absent' }
  }
}

async function toFile(
  client: Client,
  { maxBytes }: FileRequest,
  call: { readonly what: string; readonly route: string; readonly parameters: { readonly ref: string } },
  value: unknown
): Promise<FileAtCommit> {
  const entry = Array.isArray(value) ? null : asObject(value as Parameters<typeof asObject>[0])
  if (entry === null || member(entry, 'type') !== 'file') return { kind: 'not-a-file' }
  const size = requiredInteger(entry, 'size')
  if (size > maxBytes) {
    const message = `GitHub: cannot ${call.what}: ${size} bytes, more than the ${maxBytes} that are read`
    throw new GitHubError(message, { kind: 'invalid' }, null)
  }
  const blobSha = requiredText(entry, 'sha')
  // Above 1 MB GitHub leaves the content out, and gives it only raw.
  if (textIn(entry, 'encoding') === 'base64') {
    return { kind: 'file', bytes: Buffer.from(requiredText(entry, 'content'), 'base64'), blobSha }
  }
  const raw = await client.send({ ...call, accept: 'application/vnd.github.raw+json', expect: 'bytes', maxBytes })
  return { kind: 'file', bytes: raw.body, blobSha }
}
