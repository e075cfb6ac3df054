import type { Finding } from '../../../finding.js'
import { parsePackageUrl, registryName } from '../../../ground/package-url.js'
import { beside, formatOf, locksBeside } from '../formats.js'
import type { PackageType } from '../locked.js'
import { type Bringing, bringingIn, type LockGraph } from './graph.js'
import { composerGraph, npmGraph, nugetGraph } from './json-graphs.js'
import { gemGraph, goIndirect } from './line-graphs.js'
import { cargoGraph, poetryGraph, uvGraph } from './toml-graphs.js'
import { pnpmGraph, yarnGraph } from './yaml-graphs.js'

/** The text of a file of the scanned tree, by its path; null where nobody can read it. */
export type FileText = (path: string) => string | null

type Ask = (name: string, version: string) => Bringing | null

/** Lock files that tell who requires whom. `manifest` is the file beside it that is needed to know what is asked for. */
interface GraphFormat {
  readonly names: RegExp
  readonly type: PackageType
  readonly manifest?: string
  readonly read: (lock: string, manifest: string | null) => LockGraph | null
}

const FORMATS: readonly GraphFormat[] = [
  { names: /^(?:package-lock|npm-shrinkwrap)\.json$/, type: 'npm', read: npmGraph },
  { names: /^yarn\.lock$/, type: 'npm', manifest: 'package.json', read: yarnGraph },
  { names: /^pnpm-lock\.ya?ml$/, type: 'npm', read: pnpmGraph },
  { names: /^uv\.lock$/, type: 'pypi', read: uvGraph },
  { names: /^poetry\.lock$/, type: 'pypi', manifest: 'pyproject.toml', read: poetryGraph },
  { names: /^Cargo\.lock$/, type: 'cargo', read: cargoGraph },
  { names: /^(?:Gemfile\.lock|gems\.locked)$/, type: 'gem', read: gemGraph },
  { names: /^composer\.lock$/, type: 'composer', manifest: 'composer.json', read: composerGraph },
  { names: /^packages\.lock\.json$/, type: 'nuget', read: nugetGraph }
]

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function askIn(path: string, source: FileText): Ask | null {
  const text = source(path)
  if (text === null) return null
  if (nameOf(path) === 'go.mod') {
    const indirect = goIndirect(text)
    return name => (indirect.has(registryName('golang', name)) ? { kind: 'indirect' } : null)
  }
  const format = FORMATS.find(({ names }) => names.test(nameOf(path)))
  if (format === undefined) return null
  const manifest = format.manifest === undefined ? null : source(beside(path, format.manifest))
  const graph = format.read(text, manifest)
  return graph === null ? null : bringingIn(format.type, graph)
}

/** What was read of each tree, by path. */
const read = new WeakMap<FileText, Map<string, Ask | null>>()

function askOnce(path: string, source: FileText): Ask | null {
  const files = read.get(source) ?? new Map<string, Ask | null>()
  read.set(source, files)
  const known = files.get(path)
  if (known !== undefined) return known
  const ask = askIn(path, source)
  files.set(path, ask)
  return ask
}

/**
 * How the package of a finding comes into the repository, by the lock file that the finding names or the one beside it;
 * null where no file tells. It only says what to change: nothing is judged by it.
 */
export function bringingOf({ location, package: found }: Finding, source: FileText | null): Bringing | null {
  if (source === null || location === null || found === null || found.version === null) return null
  const parts = found.purl === null ? null : parsePackageUrl(found.purl)
  for (const path of [location.path, ...locksBeside(location.path)]) {
    const type = formatOf(path)?.type
    if (type === undefined || (parts !== null && parts.type !== type)) continue
    const told = askOnce(path, source)?.(parts?.name ?? found.name, found.version) ?? null
    if (told !== null) return told
  }
  return null
}
