import type { JsonValue } from '../../src/core/ground/json.js'
import { packageFile } from './package-file.js'

// Stays for all files of tests that follow in the same process (`.kept`): nobody gets at what is read here but by copies.

/** Whoever has one may change it. */
export type Payload = { [key: string]: JsonValue }

interface EventExamples {
  readonly name: string
  readonly examples: readonly Payload[]
}

let events: readonly EventExamples[] | null = null

/** A payload that GitHub once sent, as a copy. */
export function webhookExample(name: string, action: string | null): Payload {
  events ??= JSON.parse(packageFile('@octokit/webhooks-examples/api.github.com/index.json')) as readonly EventExamples[]
  const found = events
    .find(event => event.name === name)
    ?.examples.find(payload => action === null || payload.action === action)
  if (found === undefined) throw new Error(`there is no example of ${name} ${action}`)
  return structuredClone(found)
}
