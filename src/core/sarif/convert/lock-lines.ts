import { asObject, asString, type JsonObject, type JsonValue, member } from '../../ground/json.js'

/** A package as a lock file of npm has it: `line` is that of its version, counted from 1. */
export interface LockedPackage {
  readonly version: string | null
  readonly line: number | null
}

/** What a lock file of npm (version 2 or 3) says of a package by its folder, such as `node_modules/a`. */
export type PackageLock = (folder: string) => LockedPackage

const ENTRY = /^ *("(?:[^"\\]|\\.)*") *: *\{ *$/
const VERSION = /^ *"version" *:/

/** Reads the text of a `package-lock.json`; null where it is none that lists packages by folder. */
export function packageLock(text: string): PackageLock | null {
  const packages = asObject(member(asObject(parsed(text)), 'packages'))
  if (packages === null) return null
  const lines = versionLines(text, packages)
  return folder => ({
    version: asString(member(asObject(member(packages, folder)), 'version')),
    line: lines.get(folder) ?? null
  })
}

/** The line that names the version, so that a change of the version is a change of that line. */
function versionLines(text: string, packages: JsonObject): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let folder: string | null = null
  text.split('\n').forEach((line, index) => {
    const name = ENTRY.exec(line)?.[1]
    const key = name === undefined ? undefined : parsed(name)
    if (typeof key === 'string' && Object.hasOwn(packages, key)) folder = key
    else if (folder !== null && VERSION.test(line)) {
      if (!found.has(folder)) found.set(folder, index + 1)
      folder = null
    }
  })
  return found
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}
