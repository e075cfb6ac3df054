import { setOutput } from '@actions/core'
import type { Decision } from '../../core/decision/decision.js'
import type { ReportFiles } from '../../files/report-files.js'
import type { Published } from './publish.js'

/** Sets every output of action.yml; those of files that are missing are empty. */
export function setOutputs(decision: Decision, files: ReportFiles | null, { checkUrl }: Published): void {
  const { counts } = decision
  setOutput('verdict', decision.verdict)
  setOutput('completeness', decision.completeness)
  setOutput('blocking', counts.block)
  setOutput('warnings', counts.warn)
  setOutput('excepted', counts.excepted)
  setOutput('fixed', counts.fixed)
  setOutput('decision-file', files?.decision ?? '')
  setOutput('sarif-file', files?.sarif ?? '')
  setOutput('attestation-file', files?.attestation ?? '')
  setOutput('report-dir', files?.directory ?? '')
  setOutput('check-url', checkUrl ?? '')
}
