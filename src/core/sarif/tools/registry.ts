import { ANALYSERS } from './analysers.js'
import { CODE_TOOLS } from './code.js'
import { DEPENDENCY_TOOLS } from './dependencies.js'
import { INFRASTRUCTURE_TOOLS } from './infrastructure.js'
import { LINTERS } from './linters.js'
import { knownBeginning, knownWithin, plainName, SECURITY_WORDS, unversioned, unwrapped } from './names.js'
import type { PackagePattern, ToolProfile } from './profile.js'
import { RUNNING_SYSTEM_TOOLS } from './running.js'
import { SECRET_TOOLS } from './secrets.js'

/** A tool of which nothing is known: the standard alone speaks. */
export const UNKNOWN_TOOL: ToolProfile = { names: [], writes: [] }

/** A tool that is not known and is named for secrets, for them alone. */
const SECRETS_BY_NAME: ToolProfile = { names: [], category: 'secret', writes: ['secret'] }
const NAMED_FOR_SECRETS = /^[^&+,]*(?<![\p{L}\p{N}])(?:secrets?|credentials?)(?![\p{L}\p{N}])[^&+,]*$/u

/** What is known of single tools. */
export const PROFILES: readonly ToolProfile[] = [
  ...DEPENDENCY_TOOLS,
  ...SECRET_TOOLS,
  ...INFRASTRUCTURE_TOOLS,
  ...RUNNING_SYSTEM_TOOLS,
  ...CODE_TOOLS,
  ...ANALYSERS,
  ...LINTERS
]

/** A known tool: what is known of its kind, and the name by which identity knows it. */
interface KnownTool {
  readonly profile: ToolProfile
  readonly key: string
}

const byName = new Map(
  PROFILES.flatMap(profile =>
    profile.names.flatMap(group => {
      const names = typeof group === 'string' ? [group] : group
      return names.map((name): [string, KnownTool] => [name, { profile, key: names[0] ?? name }])
    })
  )
)
const signed = PROFILES.filter(profile => profile.signature !== undefined)

/** Every known way of naming a package: tried on tools that are not known, whose driver may just have been renamed. */
export const ALL_PACKAGE_PATTERNS: readonly PackagePattern[] = PROFILES.flatMap(profile => profile.packages ?? [])

/** Each message that names a package has one of these: to look for them costs less than the patterns do. */
const IN_EVERY_SUCH_MESSAGE = [':', '(', ' vulnerable ', ' package '] as const

/** Whether a message may name a package: true of every one that a pattern for messages matches, and of few others. */
export const mayNamePackage = (message: string): boolean =>
  IN_EVERY_SUCH_MESSAGE.some(part => message.includes(part)) && PACKAGE_IN_MESSAGE.test(message)

/** Matches every message that one of the patterns for messages matches, and few others: most name no package. */
const PACKAGE_IN_MESSAGE = new RegExp(
  ALL_PACKAGE_PATTERNS.filter(place => place.in === 'message')
    .map(({ pattern }) => pattern.source.replace(/\(\?<(?![=!])[^>]+>/g, '(?:'))
    .join('|'),
  'm'
)

/** Without what joins the words of a name: `puppet-lint`, `Puppet Lint` and `PuppetLint` are one. */
const joined = (name: string): string => name.replace(/[-_\s]+/g, '')
const byJoinedName = new Map([...byName].map(([name, tool]) => [joined(name), tool]))

const isKnown = (name: string): boolean => byName.has(name)

/** The known tool that has exactly this name, but for a version and for what joins its words. */
const namedTool = (plain: string): KnownTool | undefined =>
  byName.get(plain) ??
  byName.get(unversioned(plain)) ??
  byJoinedName.get(joined(plain)) ??
  byJoinedName.get(joined(unversioned(plain)))

/**
 * The profile of the known tool whose name the driver's name is, begins with, or holds as a word of its own, or
 * UNKNOWN_TOOL: for names that hold several, and for those that add to a linter's name that they are about security.
 * Lint is passed over, and another tool's findings must not be taken for it.
 */
export function profileOf(driverName: string): ToolProfile {
  const plain = plainName(driverName)
  const named = namedTool(plain)
  if (named !== undefined) return named.profile
  const first = knownBeginning(plain, isKnown)
  const names = [...(first === null ? [] : [first]), ...knownWithin(plain.slice(first?.length ?? 0), isKnown)]
  const found = new Map(names.map(name => [byName.get(name)?.profile ?? UNKNOWN_TOOL, name]))
  const [only] = found
  const other = NAMED_FOR_SECRETS.test(plain) && !/ and /.test(plain) ? SECRETS_BY_NAME : UNKNOWN_TOOL
  if (only === undefined || found.size > 1) return other
  const [profile, name] = only
  const isDoubtful = profile.writes.includes('quality') && SECURITY_WORDS.test(plain.replace(name, ''))
  return isDoubtful ? other : profile
}

/** The profile of the only tool that writes such rule ids, or UNKNOWN_TOOL: users rename drivers. */
export const profileOfRule = (ruleId: string): ToolProfile =>
  signed.find(profile => profile.signature?.test(ruleId)) ?? UNKNOWN_TOOL

/**
 * The name by which two runs are known to be of one tool: that of the known tool, whatever it was called at the time
 * and whoever ran it; else the driver's own, without case, surplus blanks and what a wrapper adds. Only whole names
 * count here: what was found by one tool must not excuse what another finds.
 */
export function toolIdentity(driverName: string): string {
  return namedTool(plainName(driverName))?.key ?? unwrapped(driverName).toLowerCase().replace(/\s+/g, ' ')
}

/** Whether the tool writes the folders of its rules before their ids, with dots between them. */
export const hasFoldersInRuleIds = (driverName: string): boolean => profileOf(driverName).foldersInRuleIds === true
