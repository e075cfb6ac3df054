import type { JsonObject } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import type { CheckAnnotation, CheckReport } from '../requests.js'
import { annotationBody, externalId } from './check-runs.js'

/** What writing checks takes. */
export const CHECKS_WRITE = 'checks: write'

/** Sends what the report shows and so many annotations; without `done` the check stays in progress. */
export async function update(
  client: Client,
  report: CheckReport,
  id: number,
  annotations: readonly CheckAnnotation[],
  done: boolean
): Promise<void> {
  await client.json({
    what: `update the check run "${report.name}"`,
    route: `PATCH ${repositoryAddress(client.repository)}${address`/check-runs/${id}`}`,
    parameters: bodyOf(report, done, annotations),
    needs: CHECKS_WRITE
  })
}

/** An update replaces the whole output, so each one carries title, summary and text. */
export function bodyOf(report: CheckReport, done: boolean, annotations: readonly CheckAnnotation[]): JsonObject {
  const { title, summary, text } = report
  return {
    external_id: externalId(report),
    ...(done ? { status: 'completed', conclusion: report.conclusion } : { status: 'in_progress' }),
    output: {
      title,
      summary,
      ...(text === null ? {} : { text }),
      ...(annotations.length > 0 ? { annotations: annotations.map(annotationBody) } : {})
    }
  }
}
