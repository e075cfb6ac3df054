import type { Fetch } from './transport.js'

/** Variables that may name a proxy; which of them holds for an address is the toolkit's to say. */
const PROXY = /^https?_proxy$/i

/**
 * Fetches by way of the proxy that the environment names, where it names one. Node's own fetch knows none; what does is
 * a third of the program, so it lies in a file of its own that is read only then.
 */
export async function fetchFor(destination: string): Promise<Fetch> {
  const isNamed = Object.entries(process.env).some(([name, value]) => PROXY.test(name) && value !== '')
  return isNamed ? (await import('./proxied.js')).proxiedFetch(destination) : fetch
}
