import { createHash } from 'node:crypto'
import { asObject, type JsonValue, member } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { GitHubError } from '../http/failure.js'
import type { Artifact, ArtifactFile } from '../objects.js'
import { inner, numberIn, requiredInteger, requiredText, textIn } from '../record.js'
import { readZip, ZipError } from './zip.js'

const NEEDS = 'actions: read'
const MAX_PACKED = 64 * 1024 * 1024
/** SARIF packs to a twentieth and less, so much more than the archive itself is usual. */
const LIMITS = { files: 1000, bytes: 512 * 1024 * 1024 }

/** Artifacts of a workflow run. */
export async function artifactsOfRun(client: Client, runId: number): Promise<readonly Artifact[]> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/actions/runs/${runId}/artifacts`}`
  const listed = await client.pages({ what: `list the artifacts of run ${runId}`, route, needs: NEEDS }, 'artifacts')
  return listed.map(toArtifact)
}

/**
 * Files of an artifact, by its number: a name could be another's. It must come from a run of this repository for that
 * head, or somebody's results would be taken for this change's. What it holds stays data in memory.
 */
export async function artifactFiles(
  client: Client,
  artifactId: number,
  headSha: string,
  isWanted?: (name: string) => boolean
): Promise<readonly ArtifactFile[]> {
  const base = `${repositoryAddress(client.repository)}${address`/actions/artifacts/${artifactId}`}`
  const what = `read artifact ${artifactId}`
  const found = await client.json({ what, route: `GET ${base}`, needs: NEEDS })
  const repository = asObject(
    await client.json({ what, route: `GET ${repositoryAddress(client.repository)}`, needs: 'metadata: read' })
  )
  refuseForeign(what, toArtifact(found), headSha, requiredInteger(repository, 'id'))
  const answer = await client.send({
    what,
    route: `GET ${base}/zip`,
    needs: NEEDS,
    expect: 'redirect',
    maxBytes: MAX_PACKED
  })
  const zip = answer.status < 300 ? answer.body : await fetchFrom(client, what, answer.headers.location ?? '')
  refuseOtherBytes(what, zip, textIn(asObject(found), 'digest'))
  try {
    return readZip(zip, LIMITS, isWanted)
  } catch (error) {
    if (error instanceof ZipError) throw refused(what, error.message)
    throw error
  }
}

function fetchFrom(client: Client, what: string, location: string): Promise<Uint8Array> {
  if (!URL.canParse(location)) throw refused(what, 'GitHub does not say where it is')
  return client.fetchElsewhere(what, new URL(location), MAX_PACKED)
}

function refuseForeign(what: string, artifact: Artifact, headSha: string, repositoryId: number): void {
  if (artifact.expired) throw refused(what, 'it has expired')
  if (artifact.repositoryId !== repositoryId) throw refused(what, 'it is from a run of another repository')
  if (artifact.headSha !== headSha) throw refused(what, `it is not from a run for ${headSha}`)
  if (artifact.bytes > MAX_PACKED) throw refused(what, `it has ${artifact.bytes} bytes, more than ${MAX_PACKED}`)
}

/** GitHub has told the digest of artifacts since 2025; older servers do not. */
function refuseOtherBytes(what: string, zip: Uint8Array, digest: string | null): void {
  if (digest === null) return
  const actual = `sha256:${createHash('sha256').update(zip).digest('hex')}`
  if (digest !== actual) throw refused(what, 'its bytes are not those that were uploaded')
}

const refused = (what: string, why: string): GitHubError =>
  new GitHubError(`GitHub: cannot ${what}: ${why}`, { kind: 'invalid' }, null)

function toArtifact(value: JsonValue): Artifact {
  const artifact = asObject(value)
  const run = inner(artifact, 'workflow_run')
  return {
    id: requiredInteger(artifact, 'id'),
    name: requiredText(artifact, 'name'),
    bytes: requiredInteger(artifact, 'size_in_bytes'),
    expired: member(artifact, 'expired') !== false,
    headSha: textIn(run, 'head_sha'),
    repositoryId: numberIn(run, 'repository_id')
  }
}
