import type { Finding } from '../finding.js'
import type { Outcome } from './decision.js'

/**
 * The smallest thing to do about a finding that warns or blocks, for people; null where nothing is to be done.
 * A finding that can never be excepted is not offered a request. Made when asked: a million such texts are not small.
 */
export function nextStep(outcome: Outcome): string | null {
  const remedy = remedyOf(outcome)
  return remedy === null || !outcome.canBeExcepted ? remedy : `${remedy}: /gate request ${outcome.id} reason="…"`
}

/** The same without the command, which views show where it can be copied. */
export function remedyOf({ finding, verdict, canBeExcepted }: Outcome): string | null {
  if (verdict === 'pass') return null
  return canBeExcepted ? `${remedyFor(finding)}, or request an exception` : remedyFor(finding)
}

/** What fixes a finding, in one sentence without its full stop. */
export function remedyFor({
  package: pack,
  malware,
  fixAvailable,
  category,
  location,
  otherLocations = []
}: Finding): string {
  if (malware) return `Remove ${pack?.name ?? 'it'}: it is malware, and what ran it may be compromised`
  if (pack?.fixedVersion) return `Upgrade ${pack.name} to ${pack.fixedVersion}`
  if (pack !== null && fixAvailable === true) return `Upgrade ${pack.name}, or what brings it in: a fix is available`
  if (pack !== null)
    return `Replace or remove ${pack.name}${pack.version ? ` ${pack.version}` : ''}: no fixed version is known`
  if (category === 'secret') return 'Revoke the secret and remove it from the code and its history'
  if (category === 'container') return 'Rebuild the image on a fixed base'
  const fix = category === 'iac' ? 'Fix the configuration' : 'Fix the code'
  if (location === null) return fix
  const others = otherLocations.length
  const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'place' : 'places'}`
  return `${fix} at ${location.path}${location.startLine === null ? '' : `:${location.startLine}`}${more}`
}
