import { join, resolve } from 'node:path'

/** Where the bundles lie that the tests run: a fresh build that the test run has made, or else the committed one. */
export const DIST = resolve(process.env.POLICY_GATE_DIST || 'dist')

/** The bundles, or their copies in another place. */
export function bundlesIn(place?: { readonly directory: string } | null): {
  readonly action: string
  readonly cli: string
} {
  const dist = place ? join(place.directory, 'dist') : DIST
  return { action: join(dist, 'index.js'), cli: join(dist, 'cli.js') }
}
