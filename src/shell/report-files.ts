import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Decision } from '../core/decision/model.js'
import { renderAttestation } from '../core/reports/attestation.js'
import { decisionJsonChunks } from '../core/reports/decision-json.js'
import { renderHtml } from '../core/reports/html.js'
import { renderJunit } from '../core/reports/junit.js'
import { sarifChunks } from '../core/reports/sarif.js'
import { renderSummary } from '../core/reports/summary.js'
import type { ViewContext } from '../core/reports/view-context.js'
import { writeFileAtomically } from './files-out.js'

/** Where the files of one run lie, absolute. */
export interface ReportFiles {
  readonly directory: string
  readonly decision: string
  readonly sarif: string
  readonly attestation: string
}

/** Writes the evidence: the decision first, because everything else is derived from it. */
export async function writeReportFiles(decision: Decision, view: ViewContext, outputDir: string): Promise<ReportFiles> {
  const directory = resolve(outputDir)
  const files = {
    directory,
    decision: join(directory, 'decision.json'),
    sarif: join(directory, 'policy-gate.sarif'),
    attestation: join(directory, 'attestation.json')
  }
  const hash = createHash('sha256')
  await writeFileAtomically(files.decision, hashing(decisionJsonChunks(decision), hash))
  await writeFileAtomically(files.sarif, sarifChunks(decision, view))
  await writeFileAtomically(files.attestation, [renderAttestation(decision, hash.digest('hex'), view)])
  await writeFileAtomically(join(directory, 'junit.xml'), [renderJunit(decision, view)])
  await writeFileAtomically(join(directory, 'summary.md'), [renderSummary(decision, view)])
  await writeFileAtomically(join(directory, 'report.html'), [renderHtml(decision, view)])
  return files
}

/** Passes the pieces on and digests them: the digest is of exactly what was written. */
function* hashing(chunks: Iterable<string>, hash: ReturnType<typeof createHash>): Generator<string> {
  for (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}
