import type { Decision } from '../../core/decision/decision.js'
import type { ReportFiles } from '../../files/report-files.js'
import type { Runner } from '../runner.js'
import type { Published } from './publish.js'

/** Sets every output of action.yml; those of files that are missing are empty. */
export function setOutputs(
  runner: Runner,
  decision: Decision,
  files: ReportFiles | null,
  { checkUrl }: Published
): void {
  const { counts } = decision
  runner.setOutput('verdict', decision.verdict)
  runner.setOutput('completeness', decision.completeness)
  runner.setOutput('blocking', counts.block)
  runner.setOutput('warnings', counts.warn)
  runner.setOutput('excepted', counts.excepted)
  runner.setOutput('fixed', counts.fixed)
  runner.setOutput('decision-file', files?.decision ?? '')
  runner.setOutput('sarif-file', files?.sarif ?? '')
  runner.setOutput('attestation-file', files?.attestation ?? '')
  runner.setOutput('report-dir', files?.directory ?? '')
  runner.setOutput('check-url', checkUrl ?? '')
}
