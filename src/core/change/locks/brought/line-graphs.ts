import { directives } from '../line-locks.js'
import { linesOf } from '../locked.js'
import { byNameOf, type LockedNode, type LockGraph } from './graph.js'

/** `Gemfile.lock`: `DEPENDENCIES` lists what is asked for; what a gem of the repository itself requires is asked for too. */
export function gemGraph(lock: string): LockGraph | null {
  const found: { name: string; version: string; requires: string[] }[] = []
  const asked = new Set<string>()
  let section = ''
  for (const line of linesOf(lock)) {
    section = /^([A-Z][A-Z ]*)$/.exec(line)?.[1] ?? section
    const direct = section === 'DEPENDENCIES' ? /^ {2}([^\s!(]+)!?(?: \(.*\))?$/.exec(line)?.[1] : undefined
    if (direct !== undefined) asked.add(direct)
    if (section !== 'GEM' && section !== 'GIT' && section !== 'PATH') continue
    const [, name, version] = /^ {4}(\S+) \(([^()\s]+)\)$/.exec(line) ?? []
    // The platform is no part of the version that advisories name.
    if (name !== undefined && version !== undefined && section !== 'PATH')
      found.push({ name, version: version.replace(/-.*$/, ''), requires: [] })
    const required = /^ {6}([^\s!(]+)!?(?: \(.*\))?$/.exec(line)?.[1]
    if (required === undefined) continue
    if (section === 'PATH') asked.add(required)
    else found.at(-1)?.requires.push(required)
  }
  if (section === '') return null
  const keyOf = ({ name, version }: { name: string; version: string }): string => `${name} ${version}`
  const byName = byNameOf(found, ({ name }) => name)
  const resolve = (name: string): readonly string[] => (byName.get(name) ?? []).map(keyOf)
  const nodes = new Map<string, LockedNode>()
  for (const own of found) nodes.set(keyOf(own), { ...own, requires: own.requires.flatMap(resolve) })
  return { nodes, direct: new Set([...asked].flatMap(resolve)) }
}

/** Modules that `go.mod` marks as not asked for by the repository's own code; by whom it does not say. */
export const goIndirect = (mod: string): ReadonlySet<string> =>
  new Set(
    [...directives(linesOf(mod).map(line => line.trim()))].flatMap(([word, rest]) => {
      const [, name] = /^(\S+) v\S+ \/\/ indirect(?:;.*)?$/.exec(rest) ?? []
      return word === 'require' && name !== undefined ? [name.toLowerCase()] : []
    })
  )
