import { asObject, asString, member } from '../../ground/json.js'
import { propertiesOf, type ResultFacts } from '../members.js'

/** Members in which scanners of a history name the commit: gitleaks in its fingerprints, others in the property bag. */
const NAMES = ['commitSha', 'commit', 'commit_sha', 'commitHash', 'commit_hash'] as const
const BAGS = ['partialFingerprints', 'fingerprints'] as const
const FULL = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i

/**
 * The commit in whose history a secret was found: only a full id names one. A message is read only where the tool is
 * known to end it with the commit, since anybody may write such words elsewhere.
 */
export function commitOf({ result, message, profile }: ResultFacts): string | null {
  const bags = [...BAGS.map(bag => asObject(member(result, bag))), propertiesOf(result)]
  for (const bag of bags) {
    for (const name of bag === null ? [] : NAMES) {
      const value = asString(member(bag, name))
      if (value !== null && FULL.test(value)) return value.toLowerCase()
    }
  }
  const said = profile.commitInMessage?.exec(message)?.[1]
  return said !== undefined && FULL.test(said) ? said.toLowerCase() : null
}
