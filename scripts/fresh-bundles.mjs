// Before end-to-end tests: builds the bundles into a temporary folder, so that a change to src/ is never tested against
// an old dist/. Where POLICY_GATE_DIST names a folder, its bundles are tested; other tests run those in dist/.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const build = fileURLToPath(new URL('build.mjs', import.meta.url))

export default function freshBundles() {
  if (process.env.POLICY_GATE_DIST) return
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-dist-'))
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  execFileSync(process.execPath, [build, directory], { stdio: ['ignore', 'ignore', 'inherit'] })
  // The processes that run the tests start after this, with these variables.
  process.env.POLICY_GATE_DIST = directory
}
