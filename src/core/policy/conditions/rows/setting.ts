import type { Tier } from '../../../../generated/policy.js'
import type { Category } from '../../../finding.js'
import { one, places } from '../fact.js'
import { globs, oneOf } from '../kinds.js'
import { AS_NOTHING, type Rows, row } from '../row.js'

/** Conditions on where the finding is, and on the change that it comes with. */
export const SETTING = {
  tier: row({
    kind: oneOf<Tier>(),
    fact: one(s => s.tier),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'assets.tier'
  }),
  asset: row({
    kind: oneOf<string>(),
    fact: places(s => s.assets),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'assets.name'
  }),
  exposure: row({
    kind: oneOf<string>(),
    fact: places(s => s.exposures),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'assets.exposure'
  }),
  category: row({
    kind: oneOf<Category>(),
    fact: one(s => s.category),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.category'
  }),
  paths: row({
    kind: globs('path'),
    fact: places(s => s.paths),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.path'
  }),
  branch: row({
    kind: globs('path'),
    fact: one(s => s.branch),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'branch'
  }),
  event: row({
    kind: oneOf<string>(),
    fact: one(s => s.event),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'event'
  })
} satisfies Rows
