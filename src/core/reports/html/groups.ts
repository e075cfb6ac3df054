import type { Outcome } from '../../decision/decision.js'
import { pathsOf } from '../../finding.js'
import type { ProblemRow } from '../ground/problems.js'
import { count } from '../ground/wording.js'
import { type Html, h, NO_HTML, withSign } from './escape.js'
import type { FindingsSection } from './sections.js'

/** What problems are looked up by, and what a finding is filed under there. */
const KINDS = {
  owner: ({ owners }: Outcome) => (owners.length === 0 ? ['nobody'] : owners),
  asset: ({ asset }: Outcome) => [asset ?? 'no asset'],
  rule: ({ finding }: Outcome) => [finding.ruleId],
  file: ({ finding }: Outcome) => pathsOf(finding).map(path => path ?? 'no file')
} as const
type GroupKind = keyof typeof KINDS
const NAMES = Object.keys(KINDS) as readonly GroupKind[]

/** Groups of one kind that the index has, links in each, and groups that one problem is marked with. */
const MOST = { groups: 100, links: 8, marks: 50 } as const

interface Group {
  readonly name: string
  readonly number: number
  findings: number
  readonly problems: Set<ProblemRow>
}

/** The index of the page: every problem under its owners, assets, rules and files. */
export interface Index {
  readonly groups: Readonly<Record<GroupKind, readonly Group[]>>
  /** The number of each problem's element. */
  readonly numbers: ReadonlyMap<ProblemRow, number>
}

function groupsOf(kind: GroupKind, problems: readonly ProblemRow[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const problem of problems)
    for (const outcome of problem.outcomes)
      for (const name of new Set(KINDS[kind](outcome))) {
        const known = groups.get(name)
        const group = known ?? { name, number: groups.size, findings: 0, problems: new Set<ProblemRow>() }
        if (known === undefined) groups.set(name, group)
        group.findings += 1
        group.problems.add(problem)
      }
  return [...groups.values()]
}

/** Files what stands open on the page; groups in the order of their worst problem. */
export function indexOf(sections: readonly FindingsSection[]): Index {
  const open = sections.filter(({ isOpen }) => isOpen).flatMap(({ problems }) => problems)
  const all = sections.flatMap(({ problems }) => problems)
  return {
    groups: {
      owner: groupsOf('owner', open),
      asset: groupsOf('asset', open),
      rule: groupsOf('rule', open),
      file: groupsOf('file', open)
    },
    numbers: new Map(all.map((problem, index) => [problem, index + 1]))
  }
}

/** For each problem the attributes of its element: its id, and the numbers of its groups that the index has. */
export function marksOf({ groups, numbers }: Index): ReadonlyMap<ProblemRow, Html> {
  const marks = new Map<ProblemRow, Record<GroupKind, number[]>>()
  for (const kind of NAMES)
    for (const { number, problems } of groups[kind].slice(0, MOST.groups))
      for (const problem of problems) {
        const own = marks.get(problem) ?? { owner: [], asset: [], rule: [], file: [] }
        marks.set(problem, own)
        if (own[kind].length < MOST.marks) own[kind].push(number)
      }
  const attribute = (own: Record<GroupKind, number[]>) => (kind: GroupKind) => ({
    html: `data-${kind}="${own[kind].join(' ')}"`
  })
  return new Map(
    [...numbers].map(([problem, number]) => {
      const own = marks.get(problem)
      return [problem, withSign([h`id="p${number}"`, ...(own === undefined ? [] : NAMES.map(attribute(own)))], ' ')]
    })
  )
}

function groupItem({ name, number, findings, problems }: Group, { numbers }: Index): Html {
  const links = [...problems]
    .slice(0, MOST.links)
    .map(problem => h`<a href="#p${numbers.get(problem) ?? 0}">${problem.title}</a>`)
  const more = problems.size > links.length ? [h`and ${problems.size - links.length} more`] : []
  return h`<li data-group="${number}"><code>${name}</code> (${findings}): ${withSign([...links, ...more], ', ')}</li>\n`
}

function groupList(kind: GroupKind, index: Index): Html {
  const groups = index.groups[kind]
  if (groups.length === 0) return NO_HTML
  const rest = groups.length - MOST.groups
  return h`<details data-kind="${kind}"><summary>By ${kind} (${groups.length})</summary><ul>
${groups.slice(0, MOST.groups).map(group => groupItem(group, index))}${rest > 0 ? h`<li>and ${count(rest, 'more group')}</li>` : NO_HTML}</ul></details>
`
}

/** The index as lists that open, with links to the problems. */
export const groupLists = (index: Index): Html =>
  h`<div class="groups">${NAMES.map(kind => groupList(kind, index))}</div>`
