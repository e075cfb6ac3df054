import type { ExceptionCandidate, ExceptionMatch, ExceptionRecord } from '../exceptions/exception.js'
import { coversReports, pathFits } from '../exceptions/selection.js'
import { settle } from '../exceptions/settle.js'
import { isDependency, packageReportsOf, pathsOf, reportersOf } from '../finding.js'
import { parsePackageUrl } from '../ground/package-url.js'
import type { ExceptionPolicy } from '../policy/policy.js'
import { positionText } from './rules.js'
import type { ExceptionTrace, FieldTrace } from './trace.js'

/**
 * Every exception that has a field in common with the finding: which fields fit, and where all do, whether it holds.
 * Those that hold come first, then those with the fewest fields that do not fit.
 */
export function traceExceptions(
  records: readonly ExceptionRecord[],
  candidate: ExceptionCandidate,
  isAmbiguous: boolean,
  policy: ExceptionPolicy,
  now: string
): { readonly exceptions: readonly ExceptionTrace[]; readonly unrelatedExceptions: number } {
  const all = records.map(record => traceException(record, candidate, isAmbiguous, policy, now))
  const related = all.filter(({ fields }) => fields.some(({ fits }) => fits))
  const misfits = ({ fields }: ExceptionTrace) => fields.filter(({ fits }) => !fits).length
  return {
    exceptions: related.toSorted((a, b) => Number(b.holds) - Number(a.holds) || misfits(a) - misfits(b)),
    unrelatedExceptions: all.length - related.length
  }
}

function traceException(
  record: ExceptionRecord,
  candidate: ExceptionCandidate,
  isAmbiguous: boolean,
  policy: ExceptionPolicy,
  now: string
): ExceptionTrace {
  const asked = { ...candidate, matters: true }
  const settlement = settle([record], isAmbiguous ? [asked, asked] : [asked], policy, now)
  const holds = settlement.granted.has(0)
  const refusal = settlement.refused.get(0)?.join('; ')
  const misfit = fieldsOf(record.match, candidate).find(({ fits }) => !fits)
  return {
    id: record.id,
    source: record.source,
    place: positionText(record.place),
    expires: record.expiresText,
    fields: fieldsOf(record.match, candidate),
    holds,
    problem: holds
      ? null
      : (refusal ??
        (misfit ? `${misfit.field} must be ${misfit.expected}, and is ${misfit.actual}` : 'it does not match'))
  }
}

/** The fields of a match against the finding; all of them fit exactly where the exception matches it. */
export function fieldsOf(match: ExceptionMatch, { finding, id }: ExceptionCandidate): readonly FieldTrace[] {
  const paths = pathsOf(finding)
  switch (match.kind) {
    case 'finding':
      return [field('finding', match.finding, id, match.finding === id)]
    case 'advisory': {
      const { identifiers } = finding
      const named = identifiers.some(each => each.toUpperCase() === match.identifier.toUpperCase())
      return [
        field('identifier', match.identifier, identifiers.join(', ') || 'none', named),
        ...(isDependency(finding) ? [] : [field('category', 'sca or container', finding.category, false)]),
        ...(match.package === null ? [] : [packageField(match.package, finding)]),
        ...(match.path === null ? [] : [pathField(match.path, paths)])
      ]
    }
    case 'rule': {
      // One report has to fit as a whole: the tool of one and the rule of another name nothing that was reported.
      const reports = reportersOf(finding)
      const ofTool = reports.filter(({ tool }) => tool.toLowerCase() === match.tool.toLowerCase())
      const rules = (ofTool.length > 0 ? ofTool : reports).map(({ ruleId }) => ruleId)
      return [
        field('tool', match.tool, reports.map(({ tool }) => tool).join(', '), ofTool.length > 0),
        field('rule-id', match.ruleId, named(rules, finding), !finding.isDisguised && rules.includes(match.ruleId)),
        pathField(match.path, paths)
      ]
    }
    default:
      return match satisfies never
  }
}

const named = (rules: readonly string[], { isDisguised }: ExceptionCandidate['finding']): string =>
  `${rules.join(', ')}${isDisguised ? ' (written with blanks or hidden characters)' : ''}`

const field = (name: string, expected: string, actual: string, fits: boolean): FieldTrace => ({
  field: name,
  expected,
  actual,
  fits
})

function packageField(wanted: string, finding: ExceptionCandidate['finding']): FieldTrace {
  const wantedUrl = parsePackageUrl(wanted)
  const fits = wantedUrl !== null && coversReports(wantedUrl, finding)
  const purls = packageReportsOf(finding).map(({ purl }) => purl ?? finding.package?.name ?? 'none')
  return field('package', wanted, [...new Set(purls)].join(', '), fits)
}

/** Every place has to be covered. */
const pathField = (wanted: string, paths: readonly (string | null)[]): FieldTrace =>
  field(
    'path',
    wanted,
    paths.map(path => path ?? 'none').join(', '),
    paths.every(path => path !== null && pathFits(wanted, path))
  )
