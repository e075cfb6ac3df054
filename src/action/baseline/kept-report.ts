import { originOf } from '../../core/sarif/report-origin.js'
import { attempt } from '../../github/http/failure.js'
import type { WorkflowRun } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'

/** The gate whose reports are looked for. */
export interface GateName {
  /** Name of its check. */
  readonly gate: string
  /** Path of its workflow. */
  readonly workflow: string
}

/** The report that a run kept, or why it has none. */
export type KeptReport =
  | { readonly kind: 'found'; readonly bytes: Uint8Array }
  | { readonly kind: 'none'; readonly why: string }

/** How the name of an artifact begins in which a run may have kept the report directory, beside its scans or alone. */
const BEGINNING = 'policy-gate'

/** Artifacts of one run that are looked into: a workflow may have several gates. */
const MOST_ARTIFACTS = 5

/** The file of the report directory that a later run takes for its baseline. */
const isReport = (name: string): boolean => /(?:^|\/)policy-gate\.sarif$/.test(name)

/** The gate's own report among the artifacts of a run, of the very commit that the run was for. */
export async function keptReport(run: WorkflowRun, name: GateName, github: GitHub): Promise<KeptReport> {
  const listed = await attempt(github.artifactsOfRun(run.id))
  if (!listed.ok) return none(listed.error.message)
  const named = listed.value.filter(artifact => artifact.name.startsWith(BEGINNING))
  if (named.length === 0) return none(`it kept no artifact whose name begins with ${BEGINNING}`)
  const usable = named.filter(({ expired }) => !expired).toSorted((a, b) => b.id - a.id)
  const isGone = usable.length < named.length
  let why = isGone ? 'its artifact has expired' : noReportOf(name)
  for (const { id } of usable.slice(0, MOST_ARTIFACTS)) {
    const read = await attempt(github.artifactFiles(id, run.headSha, isReport))
    if (!read.ok) {
      why = read.error.message
      continue
    }
    const reports = read.value.map(({ bytes }) => ({ bytes, origin: originOf(bytes) }))
    const own = reports.filter(({ origin }) => origin?.gate === name.gate && origin.workflow === name.workflow)
    const right = own.find(({ origin }) => origin?.commit === run.headSha)
    if (right !== undefined) return { kind: 'found', bytes: right.bytes }
    if (own.length > 0) why = 'its report is of another commit than the run'
  }
  return none(why)
}

const noReportOf = ({ gate }: GateName): string =>
  `its artifacts hold no report of the gate ${JSON.stringify(gate)} that knows its commit, as one with a checkout does`

const none = (why: string): KeptReport => ({ kind: 'none', why })
