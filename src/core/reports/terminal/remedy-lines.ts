import { maskSecrets } from '../../ground/credentials.js'
import type { Trace } from '../../trace/trace.js'
import { jsonText } from '../ground/visible-text.js'

/** Findings whose remedies the log holds; the decision file has all. */
export const MOST_REMEDIES = 20

/**
 * What would let findings pass, as one line of JSON each: for programs that read the log and not the decision file. The members
 * have the names that they have in `explain --format json`, and the promise of docs/agents.md.
 */
export const remedyLines = (traces: readonly Pick<Trace, 'outcome' | 'remedies'>[]): readonly string[] =>
  traces.map(({ outcome: { id, verdict, reason, finding }, remedies }) =>
    jsonText({
      id,
      verdict,
      reason,
      finding: { ruleId: finding.ruleId, location: placeOf(finding), package: packageOf(finding) },
      trace: { remedies: remedies.map(({ text, ...rest }) => ({ ...rest, text: maskSecrets(text) })) }
    })
  )

const placeOf = ({ location }: Trace['outcome']['finding']) =>
  location === null ? null : { path: location.path, startLine: location.startLine }

const packageOf = ({ package: pack }: Trace['outcome']['finding']) =>
  pack === null ? null : { name: pack.name, version: pack.version, fixedVersion: pack.fixedVersion }
