import { type Add, type Fill, linesOf } from './locked.js'

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2')

/** `name@range`, `@scope/name@npm:range`, and `alias@npm:name@range` as the name that the registry knows. */
function nameOfSpec(spec: string): string {
  const at = spec.indexOf('@', 1)
  if (at < 0) return ''
  const range = spec.slice(at + 1)
  const aliased = range.startsWith('npm:') ? range.indexOf('@', 'npm:'.length + 1) : -1
  return aliased < 0 ? spec.slice(0, at) : range.slice('npm:'.length, aliased)
}

/** `yarn.lock`, in the form of its first version, and in that of Berry, where `resolution` names what is used. */
export const yarnLock: Fill = (lock, add) => {
  let spec = ''
  let version = ''
  let resolution = ''
  const close = (): void => {
    takeYarn(spec, version, resolution, add)
    version = ''
    resolution = ''
  }
  for (const line of linesOf(lock)) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (!line.startsWith(' ')) {
      // Marks of a merge that was not finished, or no lock file at all.
      if (!line.endsWith(':')) return false
      close()
      spec = unquoted((line.slice(0, -1).split(', ')[0] ?? '').replace(/^"([^"]*)$/, '$1'))
    }
    version = /^ {2}version:? "?([^"\s]+)"?$/.exec(line)?.[1] ?? version
    resolution = /^ {2}resolution: "([^"]+)"$/.exec(line)?.[1] ?? resolution
  }
  close()
  return true
}

function takeYarn(spec: string, version: string, resolution: string, add: Add): void {
  if (resolution === '') {
    add(nameOfSpec(spec), version)
    return
  }
  const [, name = '', protocol = '', rest = ''] = /^(@?[^@]+)@([a-z]+):(.+)$/.exec(resolution) ?? []
  if (protocol === 'npm') add(name, rest.replace(/::.*$/, ''))
  else if (protocol === 'patch') add(name, version)
}

/** `/name/1.0.0_peers` and `/name/1.0.0` (up to version 5). */
export const PNPM_PATH = /^\/(@[^/@]+\/[^/@]+|[^/@]+)\/(\d[^_(/]*)/
/** `/name@1.0.0(peers)` and `name@1.0.0` (from version 6 on). */
export const PNPM_KEY = /^\/?(@[^/]+\/[^@]+|[^@/]+)@(\d[^(]*)/

/** `pnpm-lock.yaml` of versions 5 to 9: only the last does not say what is for development. */
export const pnpmLock: Fill = (lock, add, direct) => {
  const sections = lock.split(/^(?=[A-Za-z])/m)
  const sectionOf = (name: string): string => sections.find(section => section.startsWith(`${name}:`)) ?? ''
  const packages = sectionOf('packages')
  for (const entry of packages.split(/^(?= {2}\S)/m)) {
    const key = /^ {2}(\S.*):\s/.exec(entry)?.[1] ?? ''
    const [, name, version] = PNPM_PATH.exec(unquoted(key)) ?? PNPM_KEY.exec(unquoted(key)) ?? []
    if (name !== undefined && version !== undefined) add(name, version, !/^ {4}dev: true\s*$/m.test(entry))
  }
  if (!/^ {4}dev: (?:true|false)\s*$/m.test(packages)) {
    for (const name of pnpmDirect(sectionOf('importers'))) direct(name)
  }
  return packages !== '' && sectionOf('lockfileVersion') !== ''
}

/** What the projects of a workspace require for more than development. */
const pnpmDirect = (importers: string): readonly string[] =>
  importers
    .split(/^(?= {4}\S)/m)
    .filter(part => /^ {4}\w/.test(part) && !part.startsWith('    devDependencies:'))
    .flatMap(part => Array.from(part.matchAll(/^ {6}(\S+):/gm), ([, name = '']) => unquoted(name)))

/** `pubspec.lock` of Dart. */
export const pubLock: Fill = (lock, add, direct) => {
  let section = ''
  let name = ''
  for (const line of linesOf(lock)) {
    section = /^(\w+):/.exec(line)?.[1] ?? section
    if (section !== 'packages') continue
    name = /^ {2}(\w+):$/.exec(line)?.[1] ?? name
    if (/^ {4}dependency: "direct (?:main|overridden)"$/.test(line)) direct(name)
    const version = /^ {4}version: "([^"]+)"$/.exec(line)?.[1]
    if (version !== undefined) add(name, version)
  }
  return section !== ''
}
