import type { Finding } from '../../finding.js'
import type { Diff, DiffFile } from '../change.js'
import { fileIn } from '../diff.js'
import { baseLines } from '../edits.js'
import { isCountedAlike } from '../hunks.js'
import { beside, formatOf, type LockFormat, locksBeside } from './formats.js'
import { keyOfPackage, type Locked, linesOf, lockedIn } from './locked.js'

/** A lock file on both sides of the change. */
interface BothSides {
  readonly head: Locked
  readonly base: Locked
}

/** A text on both sides of the change. */
interface Texts {
  readonly head: string
  readonly base: string
  readonly file: DiffFile | null
}

/**
 * Tells of a dependency whose manifest or lock file is part of the change in which lock file the base already had the
 * same package at the same version; null where that is not proven. The base's text is the head's with the diff applied
 * backwards; both must be readable as what they are, and both must name the package. What the base had for development
 * only does not count for what is now used in production.
 */
export function lockedBefore(
  diff: Diff,
  readSource: (path: string) => string | null
): (finding: Finding) => string | null {
  const sides = new Map<string, BothSides | null>()
  const sidesOf = (path: string, format: LockFormat): BothSides | null => {
    const known = sides.get(path)
    if (known !== undefined) return known
    const found = bothSides(path, format, diff, readSource)
    sides.set(path, found)
    return found
  }
  return finding => {
    if (finding.location === null || finding.package?.version == null) return null
    const { path } = finding.location
    const format = formatOf(path)
    if (format !== null) return isTracked(diff, finding) && had(sidesOf(path, format), format, finding) ? path : null
    return namesIt(textsOf(path, diff, readSource), finding) ? null : lockOf(path, finding, diff, sidesOf)
  }
}

/** Whether the file is one that the diff would name if it had changed: one that the build made would not be there. */
const isTracked = (diff: Diff, { location, placeGround }: Finding): boolean =>
  location !== null && (diff.files.has(location.path) || (diff.complete && placeGround === 'tree'))

/**
 * The lock file beside a manifest, where the change touches it: of one that it does not touch nobody knows whether it is
 * the repository's. Each that names the package now must have named it before.
 */
function lockOf(
  path: string,
  finding: Finding,
  diff: Diff,
  sidesOf: (path: string, format: LockFormat) => BothSides | null
): string | null {
  let found: string | null = null
  for (const lock of locksBeside(path)) {
    const format = formatOf(lock)
    if (format === null || !diff.files.has(lock)) continue
    const both = sidesOf(lock, format)
    if (both === null) return null
    const key = keyOfPackage(format.type, finding.package)
    if (key === null || !both.head.packages.has(key)) continue
    if (!had(both, format, finding)) return null
    found ??= lock
  }
  return found
}

function had(both: BothSides | null, format: LockFormat, finding: Finding): boolean {
  const key = keyOfPackage(format.type, finding.package)
  if (both === null || key === null) return false
  const now = both.head.packages.get(key)
  const before = both.base.packages.get(key)
  return now !== undefined && before !== undefined && (before === true || now === false) && !usesMore(both)
}

/** Where only the direct requirements tell what is for development: whether one of them is new, and may bring others along. */
function usesMore({ head, base }: BothSides): boolean {
  for (const name of head.direct ?? []) if (base.direct?.has(name) !== true) return true
  return false
}

function bothSides(
  path: string,
  format: LockFormat,
  diff: Diff,
  readSource: (path: string) => string | null
): BothSides | null {
  const texts = textsOf(path, diff, readSource)
  if (texts === null || format.isOverruled?.(path, name => bothTextsOf(name, diff, readSource)) === true) return null
  const head = lockedIn(format.type, format.fill, texts.head)
  const base = lockedIn(format.type, format.fill, texts.base)
  if (head === null || base === null) return null
  const { companion } = format
  if (companion === undefined) return { head, base }
  const manifest = beside(path, companion.name)
  if (fileIn(diff, manifest) === undefined) return diff.complete ? { head, base } : null
  const beforeAndNow = textsOf(manifest, diff, readSource)
  const direct = beforeAndNow === null ? null : companion.direct(beforeAndNow.head)
  const before = beforeAndNow === null ? null : companion.direct(beforeAndNow.base)
  if (direct === null || before === null) return null
  const named = beforeAndNow === null ? undefined : companion.named?.(beforeAndNow.base)
  const asked = named === undefined ? direct : direct.filter(each => named.includes(each.split(' ', 1)[0] ?? ''))
  return { head: { ...head, direct: new Set(asked) }, base: { ...base, direct: new Set(before) } }
}

/** Both texts of a file that the change touches; `untouched` where it does not, null where they are not known. */
function bothTextsOf(
  path: string,
  diff: Diff,
  readSource: (path: string) => string | null
): Readonly<Omit<Texts, 'file'>> | 'untouched' | null {
  const isGone = [...diff.files.values()].some(({ change, basePath }) => change === 'renamed' && basePath === path)
  if (diff.complete && !isGone && fileIn(diff, path) === undefined) return 'untouched'
  return textsOf(path, diff, readSource)
}

/** Both texts of a file that was there before under this name; null where either is not known, or they do not fit. */
function textsOf(path: string, diff: Diff, readSource: (path: string) => string | null): Texts | null {
  const file = fileIn(diff, path) ?? null
  if (file === null && !diff.complete) return null
  if (file !== null && (file.change !== 'modified' || file.edits === null)) return null
  const head = readSource(path)
  if (head === null || !isCountedAlike(head)) return null
  if (file === null) return { head, base: head, file }
  const lines = linesOf(head)
  const edits = file.edits ?? []
  const last = edits.at(-1)
  if (last !== undefined && last.headStart + last.added - 1 > lines.length) return null
  return { head, base: baseLines(lines, edits).join('\n'), file }
}

/** Whether a line that the change writes into the manifest names the package, or nobody can tell. */
function namesIt(texts: Texts | null, { package: found }: Finding): boolean {
  if (texts === null) return true
  const name = (found?.name ?? '').split(/[/:]/).at(-1) ?? ''
  const named = new RegExp(`(?<![\\w.-])${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`, 'i')
  const lines = linesOf(texts.head)
  return (texts.file?.edits ?? []).some(({ headStart, added }) =>
    lines.slice(headStart - 1, headStart - 1 + added).some(line => named.test(line))
  )
}
