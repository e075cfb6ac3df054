import type { Severity } from '../../../finding.js'
import { one } from '../fact.js'
import { AT_LEAST, AT_LEAST_AS_SEVERE, oneOf } from '../kinds.js'
import { AS_NOTHING, type Rows, row } from '../row.js'

/** Conditions on how bad it is. An unknown severity counts in `when` as what the policy says. */
export const SEVERITY = {
  severity: row({
    kind: oneOf<Severity>(),
    fact: one(s => s.severity),
    unknown: { when: s => s.effectiveSeverity, unless: 'as-nothing' },
    stored: 'recorded',
    statedBy: 'findings.severity'
  }),
  'min-severity': row({
    kind: AT_LEAST_AS_SEVERE,
    fact: one(s => s.severity),
    unknown: { when: s => s.effectiveSeverity, unless: 'as-nothing' },
    stored: 'recorded',
    statedBy: 'findings.severity'
  }),
  'min-score': row({
    kind: AT_LEAST,
    fact: one(s => s.score),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.score'
  })
} satisfies Rows
