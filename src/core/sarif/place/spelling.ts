/** Longer paths than the longest of any file system are no paths. */
export const MAX_PATH = 4_096
export const TOO_LONG = 'the path is longer than 4096 characters'
const CONTROL = /\p{Cc}/u

/** Decoded once; a text that is no proper percent-encoding is taken as written, as tools that do not encode leave it. */
export function decoded(uri: string): string {
  if (!uri.includes('%')) return uri
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

/** `file:` addresses to paths, however many slashes the tool wrote; a host other than localhost is a directory that slipped. */
export function withoutFileScheme(uri: string): string {
  const match = /^file:(\/*)(.*)$/is.exec(uri)
  if (match === null) return uri
  const [, slashes = '', rest = ''] = match
  if (slashes.length === 2) return rest.startsWith('localhost/') ? rest.slice('localhost'.length) : rest
  if (slashes.length === 0) return rest
  return `/${rest}`
}

/** `\` to `/`, `/C:/x` to `C:/x`, doubled slashes to one. */
export function unified(path: string): string {
  const slashed = (path.includes('\\') ? path.replace(/\\/g, '/') : path).replace(/\/{2,}/g, '/')
  return /^\/[A-Za-z]:\//.test(slashed) ? slashed.slice(1) : slashed
}

export const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Za-z]:(?:\/|$)/.test(path)

/** `.` and `..` resolved; null where `..` leads above the start. */
export function resolved(path: string): string | null {
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(path)) return path
  const kept: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') kept.push(segment)
    else if (kept.pop() === undefined) return null
  }
  return kept.join('/')
}

/** A directory as it is compared: no scheme, no slash at the end. */
export function directory(value: string): string {
  const path = unified(withoutFileScheme(decoded(value.trim())))
  return path.length > 1 ? path.replace(/\/+$/, '') : path
}

/** What is behind a directory, or null where the path is not below it. */
export function under(path: string, root: string): string | null {
  if (root === '' || root === '/') return null
  if (path === root) return ''
  // Drive letters are the same in either case.
  const same = /^[A-Za-z]:/.test(root)
    ? path.slice(0, root.length).toLowerCase() === root.toLowerCase()
    : path.startsWith(root)
  return same && path.charAt(root.length) === '/' ? path.slice(root.length + 1) : null
}

/** An address of a scheme that no table knows; one letter is a drive. */
export const hasScheme = (path: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]+:/.test(path)

/** What makes a name unfit for every view, or null: such a place is never mapped, be there such a file or not. */
export function unfit(path: string): string | null {
  if (path.length > MAX_PATH) return TOO_LONG
  return CONTROL.test(path) ? 'the path holds control characters' : null
}
