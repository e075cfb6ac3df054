import type { Diff } from '../change/change.js'
import type { Notice } from '../ground/notice.js'
import { CODEOWNERS_PATHS } from '../policy/codeowners.js'

/** The files that govern how a change is judged; null where the run does not know one. */
export interface GovernedFiles {
  readonly policy: string | null
  readonly exceptions: string | null
  /** Path of the workflow that runs the gate. */
  readonly workflow: string | null
}

/** Governing files that the change touches, under their old name too, sorted. */
export function touchedGovernance(
  diff: Diff | null,
  { policy, exceptions, workflow }: GovernedFiles
): readonly string[] {
  if (diff === null) return []
  const governing = new Set([policy, exceptions, workflow, ...CODEOWNERS_PATHS])
  const touched = [...diff.files].flatMap(([path, { basePath }]) =>
    [path, basePath].filter(each => governing.has(each))
  )
  return [...new Set(touched.filter(path => path !== null))].toSorted()
}

/** Says that the change is judged by what it wants to change, as it was before. */
export function governanceNotices(touched: readonly string[], workflow: string | null): readonly Notice[] {
  if (touched.length === 0) return []
  const files = touched.filter(path => path !== workflow)
  return [
    ...(files.length === 0
      ? []
      : [
          notice(`This change touches ${files.join(', ')}: it is judged by these files as they are at the base commit`)
        ]),
    ...(files.length < touched.length
      ? [
          notice(
            `This change touches ${workflow}, the workflow that runs the gate: have it reviewed by whoever owns the gate`
          )
        ]
      : [])
  ]
}

const notice = (message: string): Notice => ({ level: 'warning', code: 'governance-changed', message })
