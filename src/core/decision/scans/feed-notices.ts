import type { ExploitFacts, VexStatement } from '../../feeds/feed.js'
import { fittingStatements } from '../../feeds/vex.js'
import { type Finding, isDependency } from '../../finding.js'
import type { Notice } from '../../ground/notice.js'

/** What the feeds are asked about. */
export interface AskedFeeds {
  readonly facts: ExploitFacts
  readonly findings: readonly { readonly finding: Finding }[]
  readonly change: { readonly repository: string | null }
}

/** What the feeds could not tell, and statements that tell nothing. */
export const feedNotices = (asked: AskedFeeds): readonly Notice[] => [...cveNotices(asked), ...vexNotices(asked)]

function cveNotices({ facts, findings }: AskedFeeds): readonly Notice[] {
  const given = [facts.kev === null ? [] : 'KEV', facts.epss === null ? [] : 'EPSS'].flat()
  if (given.length === 0) return []
  const isNameless = (finding: Finding) =>
    isDependency(finding) && !finding.identifiers.some(id => id.startsWith('CVE-'))
  const count = findings.filter(({ finding }) => isNameless(finding)).length
  if (count === 0) return []
  const message = `${count === 1 ? '1 finding names' : `${count} findings name`} no CVE: ${given.join(' and ')} cannot tell`
  return [{ level: 'info', code: 'cve-unknown', message }]
}

function vexNotices({ facts: { vex }, findings, change }: AskedFeeds): readonly Notice[] {
  if (vex.size === 0) return []
  const all = [...new Set([...vex.values()].flat())]
  const unusable = all.filter(({ problem }) => problem !== null)
  const fitting = new Set(findings.flatMap(({ finding }) => fittingStatements(finding, vex, change.repository)))
  const unmatched = all.filter(each => each.problem === null && !fitting.has(each))
  return [
    ...told('warning', 'vex-unusable', unusable, all.length, 'count for nothing', ({ problem }) => `: it ${problem}`),
    ...told('info', 'vex-unmatched', unmatched, all.length, 'fit no finding', ({ products }) => {
      const [first] = products
      return first === undefined ? '' : ` for ${[first.ids[0], ...first.subcomponents].slice(0, 2).join(' with ')}`
    })
  ]
}

const SHOWN = 3

function told(
  level: Notice['level'],
  code: Notice['code'],
  statements: readonly VexStatement[],
  total: number,
  what: string,
  detail: (statement: VexStatement) => string
): readonly Notice[] {
  if (statements.length === 0) return []
  const shown = statements.slice(0, SHOWN).map(each => `${each.identifiers[0] ?? ''}${detail(each)}`)
  const more = statements.length > SHOWN ? ', …' : ''
  return [
    { level, code, message: `${statements.length} of ${total} VEX statements ${what}: ${shown.join('; ')}${more}` }
  ]
}
