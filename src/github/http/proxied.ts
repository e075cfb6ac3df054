import { HttpClient } from '@actions/http-client'
import { fetch } from 'undici'
import type { Fetch } from './transport.js'

/** Fetches through the proxy that the environment names for that address (HTTPS_PROXY, NO_PROXY); Node's own knows none. */
export function proxiedFetch(destination: string): Fetch {
  const dispatcher = new HttpClient().getAgentDispatcher(destination)
  const through = dispatcher === undefined ? {} : { dispatcher }
  // What undici answers is what Node's own fetch, which is made of it, answers.
  return (url, options) => fetch(url, { ...options, ...through }) as unknown as Promise<Response>
}
