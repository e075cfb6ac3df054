import { filesAskedFor } from '../core/change/locks/asked.js'
import { type Finding, locationsOf } from '../core/finding.js'
import type { Policy } from '../core/policy/policy.js'
import type { SarifInput } from '../core/sarif/input.js'
import { spanReader } from '../core/sarif/place/span.js'
import { listCheckout } from '../files/checkout.js'
import { createSourceReader } from '../files/source-reader.js'
import type { GatePorts, ScanSite, SettledChange } from './request.js'

/** Reads a file that was scanned; null where its text is not known. */
export type ReadSource = (path: string) => string | null

/**
 * Reads the files that findings name. Text is asked for while findings are matched, which does not wait: from elsewhere
 * it is fetched before. What is none of the repository's own has no text for anybody: whoever judges the same scans
 * elsewhere cannot read it, and the finding must have one id.
 */
export async function sourceReader(
  { sources }: Pick<GatePorts, 'sources'>,
  root: string,
  findings: readonly Finding[]
): Promise<ReadSource> {
  const outside = pathsOutside(findings)
  const read =
    sources === null
      ? createSourceReader(root)
      : await sources.read(filesAskedFor(findings).filter(path => !outside.has(path)))
  return path => (outside.has(path) ? null : read(path))
}

/** Paths of findings that are in the checkout, or could be, and none of the repository's own. */
export const pathsOutside = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings.flatMap(finding =>
      finding.placeGround === 'generated' ? locationsOf(finding).map(({ path }) => path) : []
    )
  )

/** The site, with what of its findings is none of the repository's own, or has another text than the commit. */
export const siteWith = (
  site: ScanSite,
  findings: readonly Finding[],
  { edited }: Pick<SettledChange, 'edited'>
): ScanSite => ({
  ...site,
  edited,
  outside: [...pathsOutside(findings)].sort()
})

/** Paths decide whether a scan applies and an asset is anywhere; where nothing asks, they are not listed. */
export async function checkoutFiles(
  { sources, tree }: Pick<GatePorts, 'sources' | 'tree'>,
  root: string,
  expectsClone: boolean,
  { scans, assets }: Policy
): Promise<readonly string[] | null> {
  if (assets.length === 0 && !scans.some(scan => scan.appliesTo !== null || scan.tiers !== null)) return null
  if (sources !== null) return sources.files()
  return (await listCheckout(root, expectsClone)) ?? (await tree?.()) ?? null
}

/** All findings of the files, in their order. */
export const findingsIn = (inputs: readonly SarifInput[]): readonly Finding[] => inputs.flatMap(input => input.findings)

/** The inputs with lines where their scanners only counted from the start of files, as far as the texts tell. */
export function withLines(inputs: readonly SarifInput[], textOf: ReadSource): readonly SarifInput[] {
  const located = spanReader(textOf)
  return inputs.map(input => ({ ...input, findings: input.findings.map(located) }))
}
