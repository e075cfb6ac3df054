/** The parts of a package URL that an exception compares (https://github.com/package-url/purl-spec). */
export interface PackageUrl {
  /** Type, namespace and name. */
  readonly base: string
  readonly version: string | null
  /** `key=value` of the qualifiers, lower-case keys. */
  readonly qualifiers: ReadonlySet<string>
  readonly subpath: string | null
}

/** Reads a package URL, or null where the text is none. */
export function parsePackageUrl(text: string): PackageUrl | null {
  const [beforeSubpath = '', subpath = null] = cut(text.normalize('NFC'), text.indexOf('#'))
  const [beforeQualifiers, query = ''] = cut(beforeSubpath, beforeSubpath.indexOf('?'))
  const [, scheme, type, path] = /^([a-zA-Z]+):\/*([a-zA-Z][a-zA-Z0-9.+-]*)\/(.+)$/.exec(beforeQualifiers) ?? []
  if (scheme?.toLowerCase() !== 'pkg' || type === undefined || path === undefined) return null
  const versionAt = path.lastIndexOf('@')
  // A scope such as `@angular/core` may be written without its escape: there the `@` begins a segment.
  const hasVersion = versionAt > 0 && path[versionAt - 1] !== '/'
  const [rawName, version] = hasVersion ? cut(path, versionAt) : [path, undefined]
  const name = decode(rawName)
  const decodedVersion = version === undefined ? null : decode(version)
  if (name === null || name.replaceAll('/', '') === '' || (version !== undefined && !decodedVersion)) return null
  return {
    base: `${type.toLowerCase()}/${canonicalName(type.toLowerCase(), name)}`,
    version: decodedVersion,
    qualifiers: new Set(query.split('&').filter(Boolean).map(canonicalQualifier)),
    subpath
  }
}

/** Whether a package URL of an exception covers one of a finding: what it does not say it leaves open. */
export function coversPackage(wanted: PackageUrl, found: PackageUrl, foundVersion: string | null): boolean {
  return (
    wanted.base === found.base &&
    (wanted.version === null || wanted.version === (found.version ?? foundVersion)) &&
    (wanted.subpath === null || wanted.subpath === found.subpath) &&
    [...wanted.qualifiers].every(qualifier => found.qualifiers.has(qualifier))
  )
}

function cut(text: string, at: number): [string, string | undefined] {
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** Types whose names have several spellings, as the type definitions of the specification say. */
function canonicalName(type: string, name: string): string {
  const trimmed = name.replace(/\/+/g, '/').replace(/^\/|\/$/g, '')
  if (type === 'pypi') return trimmed.toLowerCase().replace(/[-_.]+/g, '-')
  return ['github', 'bitbucket', 'composer', 'deb', 'apk', 'golang'].includes(type) ? trimmed.toLowerCase() : trimmed
}

function canonicalQualifier(text: string): string {
  const [key, value = ''] = cut(text, text.indexOf('='))
  return `${key.toLowerCase()}=${decode(value) ?? value}`
}
