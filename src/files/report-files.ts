import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Decision } from '../core/decision/decision.js'
import { renderAttestation } from '../core/reports/files/attestation.js'
import { decisionJsonChunks } from '../core/reports/files/decision-json.js'
import { renderJunit } from '../core/reports/files/junit.js'
import { sarifChunks } from '../core/reports/files/sarif.js'
import type { ViewContext } from '../core/reports/ground/view-context.js'
import { renderHtml } from '../core/reports/html/html.js'
import { renderSummary } from '../core/reports/markdown/summary.js'
import { writeFileAtomically } from './write.js'

/** Where the files of one run lie, absolute. */
export interface ReportFiles {
  readonly directory: string
  readonly decision: string
  readonly sarif: string
  readonly attestation: string
}

/** Their names in that directory. */
export const REPORT_FILES: readonly string[] = [
  'decision.json',
  'policy-gate.sarif',
  'attestation.json',
  'junit.xml',
  'summary.md',
  'report.html'
]

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
