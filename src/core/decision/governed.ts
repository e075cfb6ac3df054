import type { Diff } from '../change/change.js'
import type { Notice } from '../ground/notice.js'
import { CODEOWNERS_PATHS } from '../policy/codeowners.js'
import type { Policy } from '../policy/policy.js'
import { scanningFiles } from '../policy/scanning-files.js'

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
  const governing = new Set<string | null>([policy, exceptions, workflow, ...CODEOWNERS_PATHS])
  return [...new Set(pathsIn(diff).filter(path => governing.has(path)))].toSorted()
}

/** Paths of the change, old names too. */
const pathsIn = ({ files }: Diff): readonly string[] =>
  [...files].flatMap(([path, { basePath }]) => (basePath === null ? [path] : [path, basePath]))

/**
 * Says that the change touches what decides what is scanned. No scan tells by itself what it was told to leave out, so
 * that people have to look.
 */
export function scanningNotices(diff: Diff | null, policy: Pick<Policy, 'governed'>): readonly Notice[] {
  if (diff === null) return []
  const { governed, wellKnown } = scanningFiles(pathsIn(diff), policy)
  const told = (paths: readonly string[], why: string): readonly Notice[] =>
    paths.length === 0
      ? []
      : [{ level: 'warning', code: 'scanning-changed', message: `This change touches ${named(paths)}, ${why}` }]
  return [
    ...told(
      governed,
      'which the policy governs because it decides what is scanned: have it reviewed. What the own run of this change has kept is believed nowhere else'
    ),
    ...told(wellKnown, 'from where scanners take what they look for and leave out: have it reviewed')
  ]
}

/** Paths that a message names; folders of rules hold many. */
const MOST_NAMED = 10

const named = (paths: readonly string[]): string =>
  paths.length <= MOST_NAMED
    ? paths.join(', ')
    : `${paths.slice(0, MOST_NAMED).join(', ')} and ${paths.length - MOST_NAMED} more files`

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
