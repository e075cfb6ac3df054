import { isMadeByBuild } from './folders.js'
import type { PathContext } from './positions.js'
import type { PathReading } from './readings.js'
import { asRelative, filePlace, type MappedPlace } from './resolve.js'
import { MAX_PATH } from './spelling.js'

/** A path of two segments and more, with nothing in it that could be read in another way. */
const PLAIN = /^(?!n\/a$)[\w.@+~=,$-]+(?:\/[\w.@+~=,$-]+)+$/i
/** Segments that lead elsewhere. */
const DOTS = /(?:^|\/)\.{1,2}(?:\/|$)/

/**
 * The place of a path as nearly all scanners write it: relative, of plain letters, where nothing that is known of the
 * run or of the workspace could make another of it. The same as by the long way, which is taken where this answers null.
 */
export function plainPlace(raw: string, base: string, context: PathContext): MappedPlace | null {
  if (!isPlainContext(base, context) || raw.length > MAX_PATH || !PLAIN.test(raw)) return null
  if (raw.includes('.') && DOTS.test(raw)) return null
  const reading: PathReading = { path: raw, line: null, member: null }
  const { tree, unlisted, isHistory } = context
  if (tree === null) return filePlace(raw, 'unchecked', null, reading)
  const found = tree.find(raw)
  if (found !== null) {
    const place = filePlace(found, 'tree', null, reading)
    return found === raw ? asRelative(place, tree, context) : place
  }
  if (tree.isWhole && !isHistory) return null
  unlisted(raw)
  const isOwn = !tree.isOutside(raw) && !isMadeByBuild(raw)
  return filePlace(raw, isOwn ? 'unchecked' : 'generated', null, reading)
}

/** Nothing says that relative paths begin elsewhere than at the root of the repository. */
const isPlainContext = (base: string, { root, subfolder, siblings }: PathContext): boolean =>
  base === '' && root === null && subfolder === null && siblings.size === 0
