import type { Edition } from '../../core/ground/edition.js'
import { VERSION } from '../../generated/version.js'

/** Set by the build: the id of the sources, as scripts/source-id.mjs makes it. */
declare const POLICY_GATE_COMMIT: string | undefined

/**
 * This gate. A bundle that is committed cannot hold the id of the commit that holds it, so what it holds is the id of
 * what it was built from: the same wherever it runs, or the same inputs would not give the same bytes. Null where the
 * sources run without having been built.
 */
export const EDITION: Edition = {
  version: VERSION,
  commit: typeof POLICY_GATE_COMMIT === 'string' ? POLICY_GATE_COMMIT : null
}
