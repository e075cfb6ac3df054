import { linesOf } from './locked.js'

/** Groups that nothing but development and tests uses. */
const DEVELOPMENT = new Set(['test', 'tests', 'development', 'dev', 'ci', 'lint', 'doc', 'docs'])

const isForDevelopment = (names: readonly string[]): boolean =>
  names.length > 0 && names.every(name => DEVELOPMENT.has(name))

const symbolsIn = (text: string): readonly string[] => Array.from(text.matchAll(/:(\w+)|["'](\w+)["']/g), symbolOf)
const symbolOf = ([, symbol, quoted]: RegExpMatchArray): string => symbol ?? quoted ?? ''

const OPENS = /^(?:(?:if|unless|case|begin|def|while|until|class|module)\b|.*(?:\bdo\b(?:\s*\|[^|]*\|)?|\{)$)/
const CLOSES = /^(?:end\b|\})/
const GEM = /^gem[\s(]+["']([\w.-]+)["'](.*)$/
/** Options that say when a gem is used. */
const WHEN = /\b(groups?|platforms?|install_if)(?::|\s*=>)\s*(\[[^\]]*\]|[^,)]+)/g

/**
 * What a `Gemfile` requires for more than development, each with the blocks and options that say when. Blocks are told by
 * how people write them: what is written in another way is not found, and then it is new where it appears.
 */
export const gemDirect = (manifest: string): readonly string[] =>
  gemsIn(manifest).flatMap(({ name, when }) => {
    const isAside = when.some(each => /^group/.test(each) && isForDevelopment(symbolsIn(each)))
    return isAside ? [] : [[name, ...when].join(' ').replace(/\s+/g, ' ')]
  })

/** All gems that a `Gemfile` names. */
export const gemNamed = (manifest: string): readonly string[] => gemsIn(manifest).map(({ name }) => name)

function gemsIn(manifest: string): readonly { readonly name: string; readonly when: readonly string[] }[] {
  const open: string[] = []
  const gems: { name: string; when: string[] }[] = []
  for (const line of linesOf(manifest).map(each => each.replace(/(?:^|\s)#.*$/, '').trim())) {
    if (CLOSES.test(line)) open.pop()
    else if (OPENS.test(line)) open.push(line)
    const [, name, options = ''] = GEM.exec(line) ?? []
    if (name === undefined) continue
    const written = Array.from(options.matchAll(WHEN), ([, word = '', value = '']) => `${word} ${value}`)
    gems.push({ name, when: [...open, ...written] })
  }
  return gems
}

const DEPENDENCY = /\{\s*:(\w+)\s*,([^{}]*)\}/g
const ONLY = /\bonly:\s*(\[[^\]]*\]|:\w+)/

/** What a `mix.exs` requires for more than development, each with the environments that it is for. */
export const mixDirect = (manifest: string): readonly string[] =>
  dependenciesIn(manifest).flatMap(({ name, only }) =>
    isForDevelopment(symbolsIn(only)) ? [] : [`${name} ${only.replace(/\s+/g, '')}`]
  )

/** All dependencies that a `mix.exs` names. */
export const mixNamed = (manifest: string): readonly string[] => dependenciesIn(manifest).map(({ name }) => name)

function dependenciesIn(manifest: string): readonly { readonly name: string; readonly only: string }[] {
  const lines = linesOf(manifest).map(line => line.replace(/(?:^|\s)#.*$/, ''))
  return Array.from(lines.join('\n').matchAll(DEPENDENCY), ([, name = '', options = '']) => ({
    name,
    only: ONLY.exec(options)?.[1] ?? ''
  }))
}
