import { PackageURL } from 'packageurl-js'
import { remembered } from './remembered.js'

/** A package URL in its canonical form (https://github.com/package-url/purl-spec), and the parts that are compared. */
export interface PackageUrl {
  /** In lower case. */
  readonly type: string
  /** Namespace and name, decoded, in the spelling of the specification. */
  readonly name: string
  /** Type and name as the registry tells packages apart: equal for all spellings of one package. */
  readonly base: string
  readonly version: string | null
  /** `key=value`, lower-case keys. */
  readonly qualifiers: ReadonlySet<string>
  readonly subpath: string | null
  /** The canonical text of the whole. */
  readonly text: string
}

/** What is asked of a type of the library: the rules of the specification for its names and versions. */
type TypeRules = Readonly<Record<string, { readonly normalize: (purl: PackageURL) => PackageURL } | undefined>>
const RULES: TypeRules = PackageURL.Type

/**
 * What of a name is not told apart by case, where the definition of the type says so and the library has no rule, or
 * none for this: https://github.com/package-url/purl-spec/tree/main/types
 */
const LOWER_CASE: Readonly<Record<string, readonly ('namespace' | 'name' | 'version')[]>> = {
  brew: ['namespace', 'name'],
  'chrome-extension': ['name'],
  git: ['namespace', 'name'],
  githubactions: ['namespace', 'name'],
  golang: ['namespace', 'name'],
  luarocks: ['namespace', 'name'],
  oci: ['version'],
  otp: ['name'],
  pypi: ['version'],
  'vscode-extension': ['namespace', 'name', 'version'],
  yocto: ['namespace']
}

const lower = (name: string): string => name.toLowerCase()
const lowerDashed = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-')

/**
 * Spellings that a registry takes for one package, where the specification has no rule for them, or the library leaves
 * its rule out (golang).
 */
const SAME_NAME: Readonly<Record<string, (name: string) => string>> = {
  npm: lower,
  pypi: lowerDashed,
  cargo: name => name.toLowerCase().replaceAll('_', '-'),
  pub: name => name.toLowerCase().replaceAll('-', '_'),
  golang: lower,
  composer: lower,
  nuget: lower,
  hex: lower,
  maven: name => name.replaceAll(':', '/'),
  githubactions: lower,
  deb: lower,
  apk: lower
}

/** Types whose registry takes several spellings for one package. */
export const RENAMED_TYPES: readonly string[] = Object.keys(SAME_NAME)

/** The name as the registry of a type tells packages apart: the same for all spellings of one package. */
export const registryName = (type: string, name: string): string =>
  Object.hasOwn(SAME_NAME, type) ? (SAME_NAME[type]?.(name) ?? name) : name

/** A version without the `v` that some tools write before it. */
export const bareVersion = (version: string): string => version.trim().replace(/^v(?=\d)/, '')

/** Reads a package URL, or null where the text is none. What a type requires besides a name is not asked for. */
export const parsePackageUrl: (text: string) => PackageUrl | null = remembered(text => {
  if (!/^pkg:/i.test(text) || text.length > MOST || /\p{Cc}/u.test(text)) return null
  try {
    const [type, namespace, name, version, qualifiers, subpath] = PackageURL.parseString(plusesKept(text))
    return type === undefined || name === undefined
      ? null
      : canonical({ type, namespace, name, version, qualifiers, subpath })
  } catch {
    return null
  }
})

/** A sign of addition in a qualifier is one (`git+https://…`); the library would take it for a blank, as forms of HTML have it. */
const plusesKept = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replace(/\?[^#]*/, qualifiers => qualifiers.replaceAll('+', '%2B'))

/** The package URL of a package from its type, its name (with the namespace, by `/`) and its version; null where none can be made. */
export function packageUrlOf(type: string, name: string, version: string | null): string | null {
  const segments = (type === 'maven' ? name.replaceAll(':', '/') : name)
    .split('/')
    .filter(segment => segment.trim() !== '')
  const own = segments.pop()
  if (own === undefined) return null
  try {
    return canonical({ type, namespace: segments.join('/'), name: own, version: version ?? undefined }).text
  } catch {
    return null
  }
}

/** Hosts of repositories that the specification has a type for; GitLab, Azure Repos and servers of one's own have none. */
const REPOSITORY_TYPES: Readonly<Record<string, string>> = { 'github.com': 'github', 'bitbucket.org': 'bitbucket' }

/**
 * The package URL of a repository by its name, and the address that it is cloned from, where that is known: a host without a
 * type of its own stands in it. Without an address two parts are a repository as GitHub names them.
 */
export function repositoryPackageUrl(repository: string, address: string | null = null): string | null {
  const name = repository.toLowerCase()
  const isPair = name.split('/').length === 2
  if (address === null) return packageUrlOf(isPair ? 'github' : 'generic', name, null)
  const host = /^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]+)/i.exec(address)?.[1]?.toLowerCase() ?? ''
  const type = isPair && Object.hasOwn(REPOSITORY_TYPES, host) ? REPOSITORY_TYPES[host] : undefined
  if (type !== undefined) return packageUrlOf(type, name, null)
  const url = packageUrlOf('generic', name, null)
  return url === null ? null : (parsePackageUrl(`${url}?vcs_url=${encodeURIComponent(`git+${address}`)}`)?.text ?? null)
}

/** Whether a package URL names a repository in every version, whatever host it says that it lies on. */
export const namesRepository = ({ type, base, version, subpath }: PackageUrl, repository: string): boolean =>
  version === null &&
  subpath === null &&
  ['generic', ...Object.values(REPOSITORY_TYPES)].includes(type) &&
  parsePackageUrl(packageUrlOf(type, repository.toLowerCase(), null) ?? '')?.base.toLowerCase() === base.toLowerCase()

/** Whether a wanted package URL covers another: what it does not say it leaves open. */
export function coversPackage(wanted: PackageUrl, found: PackageUrl, foundVersion: string | null): boolean {
  const version = found.version ?? foundVersion
  return (
    wanted.base === found.base &&
    (wanted.version === null || (version !== null && bareVersion(wanted.version) === bareVersion(version))) &&
    (wanted.subpath === null || wanted.subpath === found.subpath) &&
    [...wanted.qualifiers].every(qualifier => found.qualifiers.has(qualifier))
  )
}

const MOST = 2000

interface PackageUrlParts {
  readonly type: string
  readonly namespace?: string | undefined
  readonly name: string
  readonly version?: string | undefined
  readonly qualifiers?: ConstructorParameters<typeof PackageURL>[4]
  readonly subpath?: string | undefined
}

/** Throws where a part cannot be one. */
function canonical({
  type: rawType,
  namespace,
  name: rawName,
  version,
  qualifiers,
  subpath
}: PackageUrlParts): PackageUrl {
  const type = rawType.toLowerCase()
  if (!/^[a-z][a-z0-9.+-]*$/.test(type)) throw new TypeError('not a type of packages')
  // Made under a type without rules: tools leave out what a type requires, and a name without a namespace is still one.
  const url = new PackageURL('generic', namespace, rawName, version, qualifiers, subpath)
  url.type = type
  RULES[type]?.normalize(url)
  for (const part of Object.hasOwn(LOWER_CASE, type) ? (LOWER_CASE[type] ?? []) : []) {
    const value = url[part]
    if (value) url[part] = value.toLowerCase()
  }
  // `pkg:maven/@1.3`: a version without a name. Behind the scope of npm there is always a name.
  if (url.name.startsWith('@')) throw new TypeError('no name')
  const name = url.namespace ? `${url.namespace}/${url.name}` : url.name
  return {
    type,
    name,
    base: `${type}/${registryName(type, name)}`,
    version: url.version || null,
    qualifiers: new Set(Object.entries(url.qualifiers ?? {}).map(([key, value]) => `${key}=${value}`)),
    subpath: url.subpath || null,
    text: written(url)
  }
}

/** As the specification encodes: all but letters, digits, `.-_~` and the colon. The library has other sets for some parts. */
const encoded = (part: string): string =>
  encodeURIComponent(part)
    .replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':')

const segments = (path: string): string => path.split('/').map(encoded).join('/')

function written({ type, namespace, name, version, qualifiers, subpath }: PackageURL): string {
  const listed = Object.entries(qualifiers ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${encoded(String(value))}`)
  return [
    `pkg:${type}/`,
    namespace ? `${segments(namespace)}/` : '',
    encoded(name),
    version ? `@${encoded(version)}` : '',
    listed.length === 0 ? '' : `?${listed.join('&')}`,
    subpath ? `#${segments(subpath)}` : ''
  ].join('')
}
