import { asObject, type JsonObject, member } from '../../core/ground/json.js'
import { address, pathAddress, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, isAmbiguous, isFailure } from '../http/failure.js'
import type { FileAtCommit, FileRequest } from '../objects.js'
import { inner, requiredText, textIn } from '../record.js'
import type { Proposal, ProposalResult } from '../requests.js'

const CONTENTS = 'contents: write'
const PULLS = 'pull-requests: write'

/** Largest file that is compared with the proposed one: what is proposed is an exceptions file, which may be this long. */
const MAX_BYTES = 8 * 1024 * 1024

/**
 * Offers a file as a pull request from a branch of our own. The branch is known by its name, an open pull request by
 * its branch; a file that holds the content already is not written again.
 */
export async function proposeFile(
  client: Client,
  readFile: (request: FileRequest) => Promise<FileAtCommit>,
  proposal: Proposal
): Promise<ProposalResult> {
  const madeBranch = await ensureBranch(client, proposal)
  const wrote = await writeFile(client, readFile, proposal)
  const open = await findPull(client, proposal)
  if (open !== null) return described(madeBranch || wrote ? 'updated' : 'unchanged', open)
  return described('created', await openPull(client, proposal))
}

async function ensureBranch(client: Client, { branch, base }: Proposal): Promise<boolean> {
  const repository = repositoryAddress(client.repository)
  const ref = (name: string) => `GET ${repository}/git/ref/heads/${pathAddress(name)}`
  const there = await attempt(client.json({ what: `look for the branch ${branch}`, route: ref(branch) }))
  if (there.ok) return false
  if (!isFailure(there.error, 'not-found')) throw there.error
  const start = asObject(await client.json({ what: `read the branch ${base}`, route: ref(base) }))
  const parameters = { ref: `refs/heads/${branch}`, sha: requiredText(inner(start, 'object'), 'sha') }
  const route = `POST ${repository}/git/refs`
  const made = await attempt(client.json({ what: `make the branch ${branch}`, route, parameters, needs: CONTENTS }))
  if (!made.ok && !isAmbiguous(made.error)) throw made.error
  // Whether an unclear request made it shows here.
  if (!made.ok) await client.json({ what: `look for the branch ${branch}`, route: ref(branch) })
  return true
}

async function writeFile(
  client: Client,
  readFile: (request: FileRequest) => Promise<FileAtCommit>,
  { branch, path, content, message }: Proposal
): Promise<boolean> {
  const wanted = Buffer.from(content, 'utf8')
  const holds = (file: FileAtCommit) => file.kind === 'file' && wanted.equals(file.bytes)
  const request = { path, ref: branch, maxBytes: MAX_BYTES }
  const current = await readFile(request)
  if (holds(current)) return false
  const written = await attempt(
    client.json({
      what: `write ${path}`,
      route: `PUT ${repositoryAddress(client.repository)}/contents/${pathAddress(path)}`,
      parameters: {
        message,
        content: wanted.toString('base64'),
        branch,
        // GitHub refuses to replace a file of which somebody else has made another meanwhile.
        ...(current.kind === 'file' ? { sha: current.blobSha } : {})
      },
      needs: CONTENTS
    })
  )
  if (written.ok) return true
  if (!isAmbiguous(written.error)) throw written.error
  await client.pause()
  if (holds(await readFile(request))) return true
  throw written.error
}

async function findPull(client: Client, { branch }: Proposal): Promise<JsonObject | null> {
  const { owner } = client.repository
  const found = await client.pages({
    what: `find the pull request of ${branch}`,
    route: `GET ${repositoryAddress(client.repository)}/pulls`,
    parameters: { state: 'open', head: `${owner}:${branch}` },
    needs: 'pull-requests: read'
  })
  return found.map(asObject).find(pull => member(inner(pull, 'head'), 'ref') === branch) ?? null
}

async function openPull(client: Client, proposal: Proposal): Promise<JsonObject | null> {
  const { branch, base, title, body } = proposal
  const route = `POST ${repositoryAddress(client.repository)}${address`/pulls`}`
  const call = { what: 'open a pull request', route, parameters: { title, body, head: branch, base }, needs: PULLS }
  try {
    return asObject(await client.json(call))
  } catch (error) {
    if (!isAmbiguous(error)) throw error
    await client.pause()
    return (await findPull(client, proposal)) ?? asObject(await client.json(call))
  }
}

const described = (action: ProposalResult['action'], pull: JsonObject | null): ProposalResult => ({
  action,
  url: textIn(pull, 'html_url') ?? ''
})
