import type { Finding } from '../../finding.js'

/** What a scanner wrote for a place that could not be mapped; null where the place is mapped, or none was claimed. */
export function unmappedClaim({ claimedPlace, placeProblem }: Finding): string | null {
  if (placeProblem === null) return null
  // The sentence begins with the claim: decisions of before have no other place for it.
  return claimedPlace ?? placeProblem.replace(/: [^:]*$/, '')
}

/** A name as a key in YAML's flow style. */
const key = (name: string): string => (/^[A-Za-z][\w-]*$/.test(name) ? name : JSON.stringify(name))

/** The entry of the policy that says where a tool ran; `value` is a place-holder where nobody can tell. */
export const toolSetting = (tool: string, setting: 'root' | 'mounted-at', value: string): string =>
  `tools: { ${key(tool)}: { ${setting}: ${/^[\w./-]+$/.test(value) ? value : JSON.stringify(value)} } }`

/** An absolute path, or one that leads out of the directory where the tool ran. */
export const isFromElsewhere = (claim: string): boolean => /^(?:\/|\.\.\/|[A-Za-z]:[/\\])/.test(claim)

/** What to do about a place that could not be mapped. */
function adviceFor(tool: string, claim: string): string {
  return isFromElsewhere(claim)
    ? `Say in the policy where the tool saw the repository, as in ${toolSetting(tool, 'mounted-at', '/src')}`
    : `Say in the policy in which folder the tool ran, as in ${toolSetting(tool, 'root', 'services/api')}`
}

/** What is to be said of a place besides where it is: that it is not mapped and what to do, or what stood there. */
export function placeRemark(finding: Finding): string | null {
  const claim = unmappedClaim(finding)
  if (claim !== null) return `${finding.placeProblem} ${adviceFor(finding.tool, claim)}`
  return finding.claimedPlace === null ? null : `${finding.tool} wrote ${finding.claimedPlace}`
}
