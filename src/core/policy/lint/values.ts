import type { ConditionName } from '../../../generated/condition-names.js'
import type { ConditionsEntry } from '../../../generated/policy.js'
import { identifierMisfit } from '../../ground/advisory-ids.js'
import { parsePackageUrl } from '../../ground/package-url.js'
import { nearest } from '../../yaml/nearest.js'
import { asList } from '../one-or-many.js'
import type { Policy } from '../policy.js'
import { meantTool } from './tool-names.js'
import { type LintWarning, layerPlace, ownTexts } from './warning.js'

/** What is wrong with a value that can never fit anything, and what to write. */
interface Misfit {
  readonly message: string
  readonly hint: string
}

/** By condition: what keeps a value from fitting anything that there is. */
const MISFITS: { readonly [K in ConditionName]?: (value: string) => Misfit | null } = {
  package: packageMisfit,
  identifier: idMisfit,
  tool: toolMisfit,
  branch: branchMisfit
}

/** Values of conditions and tools that fit nothing: a name that is no package URL, a tool that is spelt otherwise. */
export function valueWarnings(policy: Policy): readonly LintWarning[] {
  return ownTexts(policy).flatMap(({ info: { name: layer }, document }) => {
    const found: LintWarning[] = []
    const say = (path: readonly (string | number)[], where: string, misfit: Misfit | null) => {
      if (misfit === null) return
      const message = `${where} ${misfit.message}`
      found.push({ place: layerPlace(policy, layer, path), message, hint: misfit.hint, concernsRun: true })
    }
    const conditions = (path: readonly (string | number)[], where: string, entry: ConditionsEntry | undefined) => {
      for (const name of Object.keys(MISFITS) as readonly (keyof typeof MISFITS)[]) {
        const values = asList(entry?.[name] as string | readonly string[] | undefined)
        for (const [index, value] of values.entries())
          say([...path, name, index], where, MISFITS[name]?.(value) ?? null)
      }
    }
    for (const [index, { id, when, unless }] of (document.rules ?? []).entries()) {
      conditions(['rules', index, 'when'], `the rule \`${id}\``, when)
      conditions(['rules', index, 'unless'], `\`unless\` of the rule \`${id}\``, unless)
    }
    for (const [index, entry] of (document.exceptions?.never ?? []).entries()) {
      conditions(['exceptions', 'never', index], '`exceptions.never`', entry)
    }
    for (const [index, { id, tools }] of (document.scans ?? []).entries()) {
      for (const [at, tool] of asList(tools).entries())
        say(['scans', index, 'tools', at], `the scan \`${id}\``, toolMisfit(tool))
    }
    for (const tool of Object.keys(document.tools ?? {})) say(['tools', tool], '`tools`', toolMisfit(tool))
    return found
  })
}

function toolMisfit(value: string): Misfit | null {
  const near = meantTool(value)
  return near === null
    ? null
    : { message: `names the tool \`${value}\`, which no tool calls itself`, hint: `Did you mean \`${near}\`?` }
}

function idMisfit(value: string): Misfit | null {
  const misfit = identifierMisfit(value)
  return misfit === null
    ? null
    : { message: `asks for the identifier \`${value}\`, which ${misfit.reason}`, hint: misfit.hint }
}

function branchMisfit(value: string): Misfit | null {
  const [, prefix = '', branch = ''] = /^(refs\/(?:heads|tags|remotes\/[^/]+)\/|origin\/)(.+)$/.exec(value) ?? []
  if (prefix === '') return null
  return {
    message: `asks for the branch \`${value}\`, and no branch begins with \`${prefix}\``,
    hint: `Write \`${branch}\``
  }
}

/** Types of package URLs that scanners write (the list of the purl specification, as far as it is about packages). */
const PACKAGE_TYPES = (
  'alpm apk bitbucket bitnami cargo chrome clojars cocoapods composer conan conda cpan cran deb docker gem generic github ' +
  'githubactions golang hackage hex huggingface julia luarocks maven mlflow npm nuget oci opam otp pub pypi qpkg rpm swid swift vscode'
).split(' ')

/** What people call the registries. */
const REGISTRIES: Readonly<Record<string, string>> = {
  node: 'npm',
  nodejs: 'npm',
  yarn: 'npm',
  pip: 'pypi',
  python: 'pypi',
  go: 'golang',
  rust: 'cargo',
  crates: 'cargo',
  ruby: 'gem',
  rubygems: 'gem',
  java: 'maven',
  gradle: 'maven',
  php: 'composer',
  packagist: 'composer',
  dotnet: 'nuget',
  debian: 'deb',
  alpine: 'apk'
}

function packageMisfit(value: string): Misfit | null {
  const head = value.slice(0, value.search(/[*?{]|$/)).toLowerCase()
  const isGlob = head.length < value.length
  if (isGlob && 'pkg:'.startsWith(head)) return null
  if (!head.startsWith('pkg:')) {
    const [first = '', ...rest] = value.split('/')
    const type = rest.length > 0 ? typeOf(first) : null
    const written = type === null ? `pkg:npm/${value}` : `pkg:${type}/${rest.join('/')}`
    const hint = type === null ? `Write a package URL, such as \`${written}\`` : `Write \`${written}\``
    return { message: `asks for the package \`${value}\`, which is no package URL, so it matches none`, hint }
  }
  const [, type = '', slash = ''] = /^pkg:\/*([^/]*)(\/?)/.exec(head) ?? []
  if (slash !== '' && !PACKAGE_TYPES.includes(type)) {
    const meant = typeOf(type)
    const hint = meant === null ? `Types are ${PACKAGE_TYPES.join(', ')}` : `Write \`pkg:${meant}/…\``
    return { message: `asks for the package \`${value}\`, and there are no packages of the type \`${type}\``, hint }
  }
  if (isGlob || parsePackageUrl(value) !== null) return null
  const hint = 'Write it as `pkg:npm/lodash`'
  return { message: `asks for the package \`${value}\`, which is no package URL, so it matches none`, hint }
}

const typeOf = (word: string): string | null => {
  const lower = word.toLowerCase()
  if (PACKAGE_TYPES.includes(lower)) return lower
  return REGISTRIES[lower] ?? (lower.startsWith('@') ? null : nearest(lower, PACKAGE_TYPES))
}
