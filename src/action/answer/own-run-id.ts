import type { Run } from '../run-context.js'

/** The run that a later command is to find in the check, and to start again. */
export function ownRunId({ occasion, change, runner, gateRun }: Run): number | null {
  const thisRun = Number(runner.env.GITHUB_RUN_ID ?? '') || null
  switch (occasion.mark.run) {
    case 'this':
      return thisRun
    case 'named':
      return gateRun
    case 'named-or-this':
      return gateRun ?? thisRun
    case 'followed':
      return change.sourceRun?.id ?? null
    case 'none':
      return null
  }
}
