import type { Verdict } from '../core/policy/policy.js'

/** Exit codes of the contract, §3. */
export const EXIT = { pass: 0, block: 1, configuration: 2, internal: 3 } as const

export const FAIL_ON = ['block', 'warn', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** 1 where the verdict is at least what `fail-on` names; it changes the exit code only, never the verdict. */
export function exitCodeOf({ verdict }: { readonly verdict: Verdict }, failOn: FailOn): number {
  if (failOn === 'never' || verdict === 'pass') return EXIT.pass
  return verdict === 'block' || failOn === 'warn' ? EXIT.block : EXIT.pass
}
