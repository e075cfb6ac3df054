/** A segment of a package URL: percent-encoded but for what the specification leaves (unreserved, and `:`). */
const encoded = (value: string): string =>
  encodeURIComponent(value)
    .replace(/%3A/g, ':')
    .replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A package URL from its parts, by the rules of its type (https://github.com/package-url/purl-spec). */
export function purlOf(type: string, rawName: string, version: string | null): string {
  const separated = type === 'maven' ? rawName.replace(/:/g, '/') : rawName
  const name =
    type === 'pypi'
      ? separated.toLowerCase().replace(/_/g, '-')
      : ['composer', 'deb', 'apk', 'golang', 'hex', 'githubactions'].includes(type)
        ? separated.toLowerCase()
        : separated
  const path = name
    .split('/')
    .filter(segment => segment !== '')
    .map(encoded)
    .join('/')
  return `pkg:${type}/${path}${version === null ? '' : `@${encoded(version)}`}`
}

const safelyDecoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Type, name and version of a package URL, or null. */
export function partsOfPurl(purl: string): { type: string; name: string; version: string | null } | null {
  const match = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]{0,40})\/([^?#]{1,500})/.exec(purl)
  if (match === null) return null
  const [, type = '', rest = ''] = match
  const at = rest.lastIndexOf('@')
  const split = at > 0 && !rest.slice(at).includes('/') ? at : rest.length
  const name = safelyDecoded(rest.slice(0, split).replace(/^\/+|\/+$/g, ''))
  const version = split < rest.length ? safelyDecoded(rest.slice(split + 1)) : null
  return name === '' ? null : { type: type.toLowerCase(), name, version }
}
