import { globProblem } from '../../../core/policy/globs.js'

/** A part of the repository with a tier of its own. */
export interface ProposedAsset {
  readonly name: string
  /** Glob of the policy. */
  readonly paths: string
  readonly tier: number
}

/** Names of directories that hold what attackers are after. A guess only ever makes a part more critical. */
const CRITICAL =
  /^(?:payments?|billing|checkout|invoic(?:e|es|ing)|wallet|ledger|auth|authn|authz|login|sso|oauth2?|identity|iam|crypto|kms|vault)$/

/** Directories in which such a name says nothing. */
const BESIDES = /^(?:tests?|__tests__|spec|docs?|examples?|fixtures|node_modules|vendor|dist|build)$/i

/** More than these are left to people to write down. */
const MOST = 20

/** Parts that their names make tier 0: the outermost directory of each, sorted. */
export function guessedAssets(paths: readonly string[]): readonly ProposedAsset[] {
  const folders = new Set<string>()
  for (const path of paths) {
    const segments = path.split('/').slice(0, -1)
    const at = segments.findIndex(isCritical)
    if (at >= 0 && !segments.some(segment => BESIDES.test(segment))) folders.add(segments.slice(0, at + 1).join('/'))
  }
  const plain = [...folders].filter(isPlainGlob).toSorted()
  return namedAssets(plain.slice(0, MOST).map(folder => ({ paths: `${folder}/**`, tier: 0 })))
}

/** Whether a path means itself alone where the policy takes globs. */
export const isPlainGlob = (path: string): boolean => !/[*?{}]/.test(path) && globProblem(path, 'path') === null

/** The same with names made of their globs, no two alike. */
export function namedAssets(assets: readonly Omit<ProposedAsset, 'name'>[]): readonly ProposedAsset[] {
  const taken = new Set(['', 'rest'])
  return assets.map((asset, index) => {
    const plain = asset.paths.replace(/\W+/g, '-').replace(/^-+|-+$/g, '')
    const name = taken.has(plain) ? `part-${index + 1}` : plain
    taken.add(name)
    return { name, ...asset }
  })
}

const isCritical = (segment: string): boolean => segment.split(/[-_.]/).some(word => CRITICAL.test(word.toLowerCase()))
