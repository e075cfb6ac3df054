import type { SlaStatus } from '../../../../generated/policy.js'
import type { Reachability, State } from '../../../finding.js'
import { one, things } from '../fact.js'
import { AT_LEAST, LASTS_AT_LEAST, oneOf, YES_OR_NO } from '../kinds.js'
import { AS_NOTHING, type Rows, row } from '../row.js'

/** Conditions on how it stands: to the change, to what is known of the world, to the time to fix. */
export const STANDING = {
  state: row({
    kind: oneOf<State>(),
    fact: one(s => s.state),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.state'
  }),
  'in-diff': row({
    kind: YES_OR_NO,
    fact: one(s => s.inDiff),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.in-diff'
  }),
  kev: row({
    kind: YES_OR_NO,
    fact: one(s => s.kev),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.kev'
  }),
  malware: row({
    kind: YES_OR_NO,
    fact: one(s => s.malware),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.malware'
  }),
  'min-epss': row({
    kind: AT_LEAST,
    fact: one(s => s.epss),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.epss'
  }),
  reachability: row({
    kind: oneOf<Reachability>(),
    fact: things(s => s.reachabilities),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.reachability'
  }),
  'fix-available': row({
    kind: YES_OR_NO,
    fact: things(s => s.fixAvailable),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.fix-available'
  }),
  'min-age': row({
    kind: LASTS_AT_LEAST,
    fact: one(s => s.age),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.age'
  }),
  sla: row({
    kind: oneOf<SlaStatus>(),
    fact: one(s => s.slaStatus),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.age'
  })
} satisfies Rows
