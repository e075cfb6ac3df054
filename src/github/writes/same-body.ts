import type { Client } from '../http/client.js'
import { attempt, isAmbiguous } from '../http/failure.js'

/** Writes the body of a comment. The same body twice is the same comment, so an unclear update is simply sent again. */
export async function writeBody(
  client: Client,
  call: { readonly what: string; readonly route: string; readonly needs: string },
  body: string
): Promise<void> {
  const update = { ...call, parameters: { body } }
  const first = await attempt(client.json(update))
  if (first.ok) return
  if (!isAmbiguous(first.error)) throw first.error
  await client.pause()
  await client.json(update)
}
