import { asObject, type JsonObject } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, isFailure } from '../http/failure.js'
import type { ListedLabelEvent } from '../objects.js'
import { inner, requiredText, textIn } from '../record.js'

const NEEDS = 'pull-requests: write'

/** Who set and took which label, oldest first: a label alone does not say who set it. */
export async function labelEvents(client: Client, number: number): Promise<readonly ListedLabelEvent[]> {
  const listed = await client.pages({
    what: `list the label events of #${number}`,
    route: `GET ${issue(client, number)}/timeline`,
    needs: 'pull-requests: read'
  })
  return listed.map(asObject).flatMap(toLabelEvent)
}

/** Sets of the managed labels exactly the wanted ones. GitHub compares names of labels without case. */
export async function keepLabels(
  client: Client,
  number: number,
  managed: readonly string[],
  wanted: readonly string[]
): Promise<'changed' | 'unchanged'> {
  const route = `GET ${issue(client, number)}/labels`
  const listed = await client.pages({ what: `list the labels of #${number}`, route, needs: 'pull-requests: read' })
  const present = listed.flatMap(label => textIn(asObject(label), 'name') ?? [])
  const missing = wanted.filter(label => !includes(present, label))
  const superfluous = present.filter(label => includes(managed, label) && !includes(wanted, label))
  if (missing.length > 0) {
    await client.json({
      what: `label #${number}`,
      route: `POST ${issue(client, number)}/labels`,
      parameters: { labels: missing },
      needs: NEEDS
    })
  }
  for (const label of superfluous) await remove(client, number, label)
  return missing.length + superfluous.length > 0 ? 'changed' : 'unchanged'
}

const includes = (labels: readonly string[], label: string): boolean =>
  labels.some(other => other.toLowerCase() === label.toLowerCase())

async function remove(client: Client, number: number, label: string): Promise<void> {
  const route = `DELETE ${issue(client, number)}${address`/labels/${label}`}`
  const removed = await attempt(client.json({ what: `take a label off #${number}`, route, needs: NEEDS }))
  if (!removed.ok && !isFailure(removed.error, 'not-found')) throw removed.error
}

const issue = (client: Client, number: number): string =>
  `${repositoryAddress(client.repository)}${address`/issues/${number}`}`

function toLabelEvent(event: JsonObject | null): readonly ListedLabelEvent[] {
  const action = textIn(event, 'event')
  if (action !== 'labeled' && action !== 'unlabeled') return []
  const label = requiredText(inner(event, 'label'), 'name')
  return [
    {
      label,
      viaApp: inner(event, 'performed_via_github_app') !== null,
      nodeId: textIn(event, 'node_id') ?? ''
    }
  ]
}
