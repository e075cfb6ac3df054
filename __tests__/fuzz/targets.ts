import type { Target } from './target.js'
import { codeowners } from './targets/codeowners.js'
import { command } from './targets/command.js'
import { diff } from './targets/diff.js'
import { exceptions } from './targets/exceptions.js'
import { policy } from './targets/policy.js'
import { sarif } from './targets/sarif.js'
import { vex } from './targets/vex.js'

/** All that is fuzzed: `npm run fuzz`. */
export const TARGETS: readonly Target[] = [codeowners, command, diff, exceptions, policy, sarif, vex]
