import { wholeFile } from '../../ground/errors.js'
import { compileGlob } from '../globs.js'
import { asList } from '../one-or-many.js'
import { isPreset, type Policy } from '../policy.js'
import { idleGlobs } from '../scanning-files.js'
import { type LintGround, type LintWarning, layerPlace, ownTexts } from './warning.js'

/** Globs that fit no file of the checkout, and assets that contradict each other. */
export const placeWarnings = (policy: Policy, ground: LintGround): readonly LintWarning[] => [
  ...unmatchedGlobs(policy, ground),
  ...idleGoverned(policy, ground),
  ...placesBelow(policy),
  ...contradictingAssets(policy)
]

function unmatchedGlobs(policy: Policy, { checkout }: LintGround): readonly LintWarning[] {
  if (checkout === null || checkout.length === 0) return []
  const folders = foldersOf(checkout)
  // What a layer of another repository names need not be here: it is written for many.
  const own = ownTexts(policy).filter(({ info }) => info.name === policy.layers.at(-1)?.name)
  return own.flatMap(({ info: { name: layer }, document }) => {
    const found: LintWarning[] = []
    const look = (path: readonly (string | number)[], where: string, globs: string | readonly string[] | undefined) => {
      const concernsRun = path[0] === 'assets'
      for (const [index, glob] of asList(globs).entries()) {
        const matches = compileGlob(glob, 'path')
        if (checkout.some(matches)) continue
        const place = layerPlace(policy, layer, [...path, index])
        const isFolder = [...folders].some(matches)
        const message = isFolder
          ? `the glob \`${glob}\` of ${where} names a folder, and so no file in it`
          : `the glob \`${glob}\` of ${where} matches no file of the checkout`
        const hint = isFolder
          ? `Write \`${glob}/**\` for all below it`
          : 'Correct the path or remove the glob, unless it is for other repositories'
        found.push({ place, message, hint, concernsRun })
      }
    }
    for (const [index, { name, paths }] of (document.assets ?? []).entries()) {
      look(['assets', index, 'paths'], `the asset \`${name}\``, paths)
    }
    for (const [index, { id, when, unless }] of (document.rules ?? []).entries()) {
      look(['rules', index, 'when', 'paths'], `the rule \`${id}\``, when.paths)
      look(['rules', index, 'unless', 'paths'], `\`unless\` of the rule \`${id}\``, unless?.paths)
    }
    for (const [index, { id, 'applies-to': appliesTo }] of (document.scans ?? []).entries()) {
      look(['scans', index, 'applies-to'], `the scan \`${id}\``, appliesTo)
    }
    for (const [index, { paths }] of (document.exceptions?.never ?? []).entries()) {
      look(['exceptions', 'never', index, 'paths'], '`exceptions.never`', paths)
    }
    return found
  })
}

/** What a layer below a policy file says of where a tool ran adds a place, and takes none away. */
function placesBelow(policy: Policy): readonly LintWarning[] {
  const { texts = [], tools } = policy
  const first = texts.findIndex(({ info }) => !isPreset(info))
  return texts.slice(first + 1).flatMap(({ info: { name: layer }, document }) =>
    Object.keys(document.tools ?? {}).flatMap(tool =>
      (['root', 'mounted-at'] as const).flatMap((key): readonly LintWarning[] => {
        const isGiven = policy.origins.get(`tools.${tool.toLowerCase()}.${key}`) === layer
        if (!isGiven || (tools.get(tool.toLowerCase())?.above ?? []).length === 0) return []
        const above = texts[first]?.info.name ?? ''
        const message = `\`tools.${tool}.${key}\` can only add a place below ${above}: findings also count where they are without it`
        const hint = `Say it in ${above}, or let ${tool} write paths from the root of the repository`
        return [{ place: layerPlace(policy, layer, ['tools', tool, key]), message, hint, concernsRun: true }]
      })
    )
  )
}

function idleGoverned(policy: Policy, { checkout }: LintGround): readonly LintWarning[] {
  if (checkout === null || policy.governed.length === 0) return []
  const place = wholeFile(policy.layers.at(-1)?.name ?? '')
  return idleGlobs(policy, checkout).map(glob => ({
    place,
    message: `\`governed\` names \`${glob}\`, which no file of the repository matches`,
    hint: 'Correct it, unless it is there to tell of a file that a change adds',
    concernsRun: false
  }))
}

/** Every folder that holds a file, at any depth. */
function foldersOf(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const file of files) {
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
      const folder = file.slice(0, at)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  return folders
}

/** In one layer the more critical of two assets counts, whatever the other says. */
function contradictingAssets(policy: Policy): readonly LintWarning[] {
  return ownTexts(policy).flatMap(({ info: { name: layer }, document }) => {
    const first = new Map<string, { readonly name: string; readonly tier: number }>()
    return (document.assets ?? []).flatMap(({ name, tier, paths }, index) =>
      asList(paths).flatMap((glob, at): readonly LintWarning[] => {
        const earlier = first.get(glob)
        if (earlier === undefined) first.set(glob, { name, tier })
        if (earlier === undefined || earlier.tier === tier) return []
        const both = `the assets \`${earlier.name}\` (tier ${earlier.tier}) and \`${name}\` (tier ${tier})`
        const message = `${both} have the same glob \`${glob}\`: tier ${Math.min(tier, earlier.tier)} counts`
        const place = layerPlace(policy, layer, ['assets', index, 'paths', at])
        return [{ place, message, hint: 'Give the glob to one of them', concernsRun: true }]
      })
    )
  })
}
