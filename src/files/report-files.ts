import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Decision } from '../core/decision/decision.js'
import type { Undecided } from '../core/decision/undecided.js'
import { renderAttestation, renderVerification } from '../core/reports/files/attestation.js'
import { undecidedJson } from '../core/reports/files/decision-json.js'
import { FORMATS, REPORTS } from '../core/reports/formats.js'
import type { ViewContext } from '../core/reports/ground/view-context.js'
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
  'attestation-svr.json',
  'junit.xml',
  'summary.md',
  'report.html'
]

/**
 * Writes the evidence: the decision first, because everything else is derived from it. What the run shows elsewhere as
 * well is rendered once, and given.
 */
export async function writeReportFiles(
  decision: Decision,
  view: ViewContext,
  rendered: { readonly markdown: string },
  outputDir: string
): Promise<ReportFiles> {
  const directory = resolve(outputDir)
  const files = {
    directory,
    decision: join(directory, REPORTS.json.file),
    sarif: join(directory, REPORTS.sarif.file),
    attestation: join(directory, 'attestation.json')
  }
  const options = { colour: false, width: null, view }
  const hash = createHash('sha256')
  await writeFileAtomically(files.decision, REPORTS.json.render(decision), hash)
  const sha256 = hash.digest('hex')
  await writeFileAtomically(files.attestation, [renderAttestation(decision, sha256, view)])
  await writeFileAtomically(join(directory, 'attestation-svr.json'), [renderVerification(decision, sha256, view)])
  for (const format of FORMATS) {
    const { render, file } = REPORTS[format]
    if (file === null || format === 'json') continue
    const chunks = format === 'markdown' ? [rendered.markdown] : render(decision, options)
    await writeFileAtomically(join(directory, file), chunks)
  }
  return files
}

/** Leaves the record of a run that could not decide, in place of all that a decision before it may have left there. */
export async function writeUndecidedFile(undecided: Undecided, outputDir: string): Promise<string> {
  const directory = resolve(outputDir)
  for (const name of REPORT_FILES) rmSync(join(directory, name), { force: true, recursive: false })
  const path = join(directory, REPORTS.json.file)
  await writeFileAtomically(path, [undecidedJson(undecided)])
  return path
}
