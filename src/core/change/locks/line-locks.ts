import { type Fill, linesOf, type Use } from './locked.js'

/** Exactly one version, with extras, hashes and markers or without. */
const PINNED = /^([A-Za-z0-9][\w.-]*) ?(?:\[[^\]]*\] ?)?={2,3} ?([^\s;,#*]+) ?($|;|#|--)/

/** Lists of pip: what is pinned; behind `;` stands on which condition. */
export const requirements: Fill = (list, add) => {
  for (const line of linesOf(list.replace(/\\\r?\n/g, ' '))) {
    const [, name, version, after] = PINNED.exec(line.replace(/\s+/g, ' ').trim()) ?? []
    if (name !== undefined && version !== undefined) add(name, version, after !== ';')
  }
  return true
}

/** From Go 1.17 on, go.mod names each module at the version that is selected (https://go.dev/ref/mod#graph-pruning). */
const LISTS_SELECTED = /^go 1\.(?:1[7-9]|[2-9]\d)(?:\.\d+|[a-z]+\d+)?$/

/**
 * `go.mod`, where it lists what is selected. `go.sum` is none: it also lists what is not used. A module that is
 * replaced counts as what replaces it.
 */
export const goMod: Fill = (mod, add) => {
  const lines = linesOf(mod).map(line => (line.split('//', 1)[0] ?? '').trim())
  const required: (readonly [string, string])[] = []
  const replaced = new Set<string>()
  for (const [word, rest] of directives(lines)) {
    const [, name, version] = /^(\S+) (v\S+)$/.exec(rest) ?? []
    if (word === 'require' && name !== undefined && version !== undefined) required.push([name, version])
    const [, from, to, by] = /^(\S+)(?: v\S+)? => (\S+)(?: (v\S+))?$/.exec(rest) ?? []
    if (word !== 'replace' || from === undefined) continue
    replaced.add(from)
    if (to !== undefined && by !== undefined) add(to, by)
  }
  for (const [name, version] of required) if (!replaced.has(name)) add(name, version)
  return lines.some(line => LISTS_SELECTED.test(line))
}

/** The directives one by one, those of blocks with the word before the block. */
export function* directives(lines: readonly string[]): Generator<readonly [string, string]> {
  let block: string | null = null
  for (const line of lines) {
    const opened = /^(\w+) \($/.exec(line)?.[1]
    if (opened !== undefined) block = opened
    else if (line === ')') block = null
    else if (block !== null) yield [block, line]
    else {
      const [, word, rest] = /^(\w+) (.+)$/.exec(line) ?? []
      if (word !== undefined && rest !== undefined) yield [word, rest]
    }
  }
}

/** `Gemfile.lock`: the specs of registries and git repositories, with the platform of a version and without. */
export const gemLock: Fill = (lock, add) => {
  let section = ''
  for (const line of linesOf(lock)) {
    section = /^([A-Z][A-Z ]*)$/.exec(line)?.[1] ?? section
    const [, name, version] = /^ {4}(\S+) \(([^()\s]+)\)$/.exec(line) ?? []
    if ((section !== 'GEM' && section !== 'GIT') || name === undefined || version === undefined) continue
    add(name, version)
    add(name, version.replace(/-.*$/, ''))
  }
  return section !== ''
}

/** `gradle.lockfile`: a module, its version, and the configurations that use it. */
export const gradleLock: Fill = (lock, add) => {
  for (const line of linesOf(lock)) {
    const [, name, version, uses = ''] = /^([^#:=\s]+:[^:=\s]+):([^:=\s]+)=(.*)$/.exec(line) ?? []
    if (name === undefined || version === undefined) continue
    for (const each of uses.split(',')) add(name, version, useOfConfiguration(each))
  }
  return true
}

/** Tests have a word of their own in the names of their configurations; `latestRuntimeClasspath` need not be theirs. */
function useOfConfiguration(name: string): Use {
  if (!/test/i.test(name)) return true
  return /^tests?(?![a-z])|Tests?(?![a-z])/.test(name) ? false : 'unclear'
}

/** `mix.lock` of Elixir. */
export const mixLock: Fill = (lock, add) => {
  for (const line of linesOf(lock)) {
    const [, name, version] = /^\s*"[^"]+": \{:hex, :"?(\w+)"?, "([^"]+)"/.exec(line) ?? []
    if (name !== undefined && version !== undefined) add(name, version)
  }
  return true
}

/** `Podfile.lock`: the pods that are installed, parts of a pod under their own name. */
export const podLock: Fill = (lock, add) => {
  let section = ''
  for (const line of linesOf(lock)) {
    section = /^([A-Z][A-Z ]*):/.exec(line)?.[1] ?? section
    const [, name, version] = /^ {2}- "?([^\s"(]+) \(([^()\s]+)\)"?:?$/.exec(line) ?? []
    if (section === 'PODS' && name !== undefined && version !== undefined) add(name, version)
  }
  return section !== ''
}
