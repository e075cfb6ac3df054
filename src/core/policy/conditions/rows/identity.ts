import { names, things } from '../fact.js'
import { globs, ONE_OF_NAMES, PACKAGE_URLS, TOOL_NAMES } from '../kinds.js'
import { AS_NOTHING, type Rows, row } from '../row.js'

/** Conditions on what the finding is: who reports it, under which names, in which package. */
export const IDENTITY = {
  tool: row({
    kind: TOOL_NAMES,
    fact: things(s => s.tools),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.tool'
  }),
  'rule-id': row({
    kind: globs('text'),
    fact: things(s => s.ruleIds),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.rule-id'
  }),
  cwe: row({
    kind: ONE_OF_NAMES,
    fact: names(s => s.identifiers),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.identifiers'
  }),
  identifier: row({
    kind: globs('text'),
    fact: names(s => s.identifiers),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.identifiers'
  }),
  package: row({
    kind: PACKAGE_URLS,
    fact: things(s => s.purls),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.package'
  }),
  tags: row({
    kind: globs('text'),
    fact: names(s => s.tags),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.tags'
  })
} satisfies Rows
