import type { Fill } from './locked.js'

/** What could hide or make up an element: no build tool writes it into such a file. */
const UNREADABLE = /<!DOCTYPE|<!\[CDATA\[|<!ENTITY/

/** What is left of a text without anything between the two marks; to the next begin, where an end is missing. */
const without = (text: string, begin: RegExp | string, end: RegExp): string =>
  text
    .split(begin)
    .map((part, index) => (index === 0 ? part : part.split(end).slice(1).join('')))
    .join('')

const withoutComments = (xml: string): string => without(xml, '<!--', /-->/)

/** Elements that do not nest in what is read here. */
const withoutElement = (xml: string, name: string): string =>
  without(xml, new RegExp(`<${name}(?:\\s[^<>]*)?>`), new RegExp(`</${name}\\s*>`))

const childOf = (xml: string, name: string): string =>
  new RegExp(`<${name}>\\s*([^<>\\s]+)\\s*</${name}>`).exec(xml)?.[1] ?? ''

/**
 * `pom.xml`: dependencies whose version is written there. What is managed, what builds, and what a profile may add is not
 * known to be used.
 */
export const pom: Fill = (source, add) => {
  if (UNREADABLE.test(source) || !source.includes('<project')) return false
  const xml = ['dependencyManagement', 'build', 'profiles', 'reporting', 'exclusions'].reduce(
    withoutElement,
    withoutComments(source)
  )
  for (const part of xml.split('<dependency>').slice(1)) {
    const [dependency = ''] = part.split('</dependency>')
    const [group, artifact, version] = ['groupId', 'artifactId', 'version'].map(name => childOf(dependency, name))
    if (!group || !artifact || !version || /[${}[\](),]/.test(`${group}${artifact}${version}`)) continue
    add(`${group}:${artifact}`, version, childOf(dependency, 'scope') !== 'test')
  }
  return true
}

/** `packages.config` of NuGet. */
export const packagesConfig: Fill = (source, add) => {
  if (UNREADABLE.test(source) || !source.includes('<packages')) return false
  for (const [element] of withoutComments(source).matchAll(/<package\s[^<>]{1,1000}>/g)) {
    const attribute = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? ''
    add(attribute('id'), attribute('version'), attribute('developmentDependency') !== 'true')
  }
  return true
}
