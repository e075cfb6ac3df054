import { isAboutAllOf } from '../../../ground/advisory-ids.js'
import { type Excuses, names, things } from '../fact.js'
import { globs, ONE_OF_NAMES, PACKAGE_URLS, TOOL_NAMES } from '../kinds.js'
import { AS_NOTHING, type Rows, row } from '../row.js'

/** Everybody who reports it has to name one: what only a second tool calls it excuses nothing of the first one's. */
const byEach = (name: 'identifiers' | 'tags'): Excuses<string> => ({
  each: 'reporter',
  hold: (subject, isMeant) =>
    subject.namedBy === undefined ? subject[name].some(isMeant) : subject.namedBy.every(by => by[name].some(isMeant))
})

/** Of several vulnerabilities each has to be meant; of one, any of its names will do. */
const OF_ALL: Excuses<string> = {
  each: 'vulnerability',
  hold: ({ identifiers }, isMeant) => isAboutAllOf(identifiers, isMeant)
}

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
    fact: names(s => s.identifiers, byEach('identifiers')),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.identifiers'
  }),
  identifier: row({
    kind: globs('text'),
    fact: names(s => s.identifiers, OF_ALL),
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
    fact: names(s => s.tags, byEach('tags')),
    unknown: AS_NOTHING,
    stored: 'recorded',
    statedBy: 'findings.tags'
  })
} satisfies Rows
