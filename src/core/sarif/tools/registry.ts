import { CODE_TOOLS } from './code.js'
import { DEPENDENCY_TOOLS } from './dependencies.js'
import { INFRASTRUCTURE_TOOLS } from './infrastructure.js'
import type { PackagePattern, ToolProfile } from './profile.js'
import { SECRET_TOOLS } from './secrets.js'

/** A tool of which nothing is known: the standard alone speaks. */
export const UNKNOWN_TOOL: ToolProfile = { names: [], writes: [] }

/** What is known of single tools. */
export const PROFILES: readonly ToolProfile[] = [
  ...DEPENDENCY_TOOLS,
  ...SECRET_TOOLS,
  ...INFRASTRUCTURE_TOOLS,
  ...CODE_TOOLS
]
const byName = new Map(PROFILES.flatMap(profile => profile.names.map(name => [name, profile] as const)))
const signed = PROFILES.filter(profile => profile.signature !== undefined)

/** Every known way of naming a package: tried on tools that are not known, whose driver may just have been renamed. */
export const ALL_PACKAGE_PATTERNS: readonly PackagePattern[] = PROFILES.flatMap(profile => profile.packages ?? [])

/** Matches every message that one of the patterns for messages matches, and few others: most name no package. */
export const PACKAGE_IN_MESSAGE = new RegExp(
  ALL_PACKAGE_PATTERNS.filter(place => place.in === 'message')
    .map(({ pattern }) => pattern.source.replace(/\(\?<(?![=!])[^>]+>/g, '(?:'))
    .join('|'),
  'm'
)

/** The profile whose name is the longest beginning of the driver's name that ends at a word's end, or UNKNOWN_TOOL. */
export function profileOf(driverName: string): ToolProfile {
  const name = driverName.trim().toLowerCase()
  for (let length = Math.min(name.length, 80); length > 1; length--) {
    if (length < name.length && /[\p{L}\p{N}]/u.test(name.charAt(length)) && !/^gnu c$/.test(name.slice(0, length)))
      continue
    const profile = byName.get(name.slice(0, length))
    if (profile !== undefined) return profile
  }
  return UNKNOWN_TOOL
}

/** The profile of the only tool that writes such rule ids, or UNKNOWN_TOOL: users rename drivers. */
export const profileOfRule = (ruleId: string): ToolProfile =>
  signed.find(profile => profile.signature?.test(ruleId)) ?? UNKNOWN_TOOL
