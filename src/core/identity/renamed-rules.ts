import type { Finding } from '../finding.js'
import { hasFoldersInRuleIds } from '../sarif/tools/registry.js'
import { toolKey } from './fingerprint.js'
import type { IdentityContext } from './identified.js'
import type { ToolRan } from './ran.js'

/** Ids of rules by what they end with, from any of their dots on. */
type ByEnding = ReadonlyMap<string, ReadonlySet<string>>

/** New ids of a tool's rules by the old ones. */
type Renamed = ReadonlyMap<string, string>

const NONE: Renamed = new Map()

/** The id, then what is left of it without its first folder, without the first two, and so on. */
function endingsOf(id: string): readonly string[] {
  const parts = id.split('.')
  return parts.map((_, from) => parts.slice(from).join('.'))
}

function byEnding(ids: ReadonlySet<string>): ByEnding {
  const endings = new Map<string, Set<string>>()
  for (const id of ids) {
    for (const ending of endingsOf(id)) {
      const known = endings.get(ending)
      if (known === undefined) endings.set(ending, new Set([id]))
      else known.add(id)
    }
  }
  return endings
}

/**
 * The id of now that ends as the old one does, by the longest end that they share. On both sides there must be no
 * other rule with that end: which of several is meant, nobody could tell.
 */
function newIdOf(old: string, before: ByEnding, now: ByEnding): string | null {
  for (const ending of endingsOf(old)) {
    const ids = now.get(ending)
    if (ids === undefined) continue
    const [only] = ids
    return only !== undefined && ids.size === 1 && before.get(ending)?.size === 1 ? only : null
  }
  return null
}

function renamed(before: ReadonlySet<string>, now: ReadonlySet<string>): Renamed {
  const old = [...before].filter(id => !now.has(id))
  if (old.length === 0) return NONE
  const endings = { before: byEnding(before), now: byEnding(now) }
  const pairs = old.flatMap((id): [string, string][] => {
    const next = newIdOf(id, endings.before, endings.now)
    return next === null || before.has(next) ? [] : [[id, next]]
  })
  return new Map(pairs)
}

/** Ids of all rules that are known of each tool that writes folders before them. */
function rulesOf(findings: readonly Finding[], ran: ReadonlyMap<string, ToolRan> | undefined) {
  const rules = new Map<string, Set<string>>()
  const add = (key: string, id: string): void => {
    const known = rules.get(key)
    if (known === undefined) rules.set(key, new Set([id]))
    else known.add(id)
  }
  for (const { tool, ruleId } of findings) if (hasFolders(tool)) add(toolKey(tool), ruleId)
  for (const [key, { name, rules: ids }] of ran ?? []) {
    if (ids !== null && hasFolders(name)) for (const id of ids) add(key, id)
  }
  return rules
}

const known = new Map<string, boolean>()

function hasFolders(tool: string): boolean {
  let has = known.get(tool)
  if (has === undefined) {
    has = hasFoldersInRuleIds(tool)
    if (known.size < 1000) known.set(tool, has)
  }
  return has
}

/**
 * The baseline as it would be had its tools read their rules from the folders of now: Semgrep puts the folder of a rule
 * file before the ids in it, and another runner, or another checkout of the rules, has another folder.
 */
export function withRulesOfNow(findings: readonly Finding[], context: IdentityContext): IdentityContext {
  const { baseline, ran } = context
  if (baseline === null || !baseline.some(({ tool }) => hasFolders(tool))) return context
  const now = rulesOf(findings, ran?.head)
  const changes = new Map<string, Renamed>()
  for (const [key, before] of rulesOf(baseline, ran?.base)) {
    const ids = renamed(before, now.get(key) ?? new Set())
    if (ids.size > 0) changes.set(key, ids)
  }
  if (changes.size === 0) return context
  const nowOf = (key: string, id: string): string => changes.get(key)?.get(id) ?? id
  return {
    ...context,
    baseline: baseline.map(finding => {
      const ruleId = nowOf(toolKey(finding.tool), finding.ruleId)
      return ruleId === finding.ruleId ? finding : { ...finding, ruleId }
    }),
    ...(ran === undefined ? {} : { ran: { ...ran, base: withNewIds(ran.base, nowOf) } })
  }
}

const withNewIds = (
  ran: ReadonlyMap<string, ToolRan>,
  nowOf: (key: string, id: string) => string
): ReadonlyMap<string, ToolRan> =>
  new Map(
    [...ran].map(([key, tool]): [string, ToolRan] => [
      key,
      tool.rules === null ? tool : { ...tool, rules: new Set([...tool.rules].map(id => nowOf(key, id))) }
    ])
  )
