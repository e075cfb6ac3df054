import { asArray, asObject, member } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { textIn } from '../record.js'

/** Ids of all files of a commit, by their path; null where GitHub cuts the list, which it does above 100,000 entries. */
export async function blobsAt(client: Client, commit: string): Promise<ReadonlyMap<string, string> | null> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/git/trees/${commit}`}`
  const call = { what: `list the files of ${commit}`, route, parameters: { recursive: '1' }, needs: 'contents: read' }
  const tree = asObject(await client.json(call))
  if (member(tree, 'truncated') !== false) return null
  const files = asArray(member(tree, 'tree'))
    .map(asObject)
    .filter(entry => textIn(entry, 'type') === 'blob')
  return new Map(
    files.flatMap(entry => {
      const [path, id] = [textIn(entry, 'path'), textIn(entry, 'sha')]
      return path === null || id === null ? [] : [[path, id] as const]
    })
  )
}

/** Paths of all files of a commit, sorted; null where GitHub cuts the list. */
export async function filesAt(client: Client, commit: string): Promise<readonly string[] | null> {
  const blobs = await blobsAt(client, commit)
  return blobs === null ? null : [...blobs.keys()].toSorted()
}
