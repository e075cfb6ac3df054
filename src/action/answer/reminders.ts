import { reminderMarker, renderReminders } from '../../core/reports/markdown/reminders.js'
import type { GateResult } from '../../gate/gate.js'
import { attempt } from '../../github/http/failure.js'
import type { Run } from '../run-context.js'
import type { PublishProblem } from './publish.js'

/** On a schedule: one issue that lists what expires soon, brought up to date, and closed when there is nothing left. */
export async function remind({ decision, evaluation }: GateResult, run: Run): Promise<readonly PublishProblem[]> {
  const { github, occasion, inputs } = run
  if (github === null || !occasion.afterwards.includes('reminders')) return []
  const body = renderReminders(decision, evaluation.exceptions, inputs.checkName)
  const issue = { marker: reminderMarker(inputs.checkName), title: 'Exceptions that expire soon', body, labels: [] }
  const kept = await attempt(github.keepIssue(issue))
  if (kept.ok) return []
  const message = `The issue of expiring exceptions could not be kept: ${kept.error.message}. They are in the job summary`
  return [{ level: body === null ? 'info' : 'warning', message }]
}
