import { asObject, asString, member } from '../../ground/json.js'
import { propertiesOf, type ResultFacts } from '../members.js'

/** Members in which scanners of a history name the commit: gitleaks in its fingerprints, others in the property bag. */
const NAMES = ['commitSha', 'commit', 'commit_sha', 'commitHash', 'commit_hash'] as const
const BAGS = ['partialFingerprints', 'fingerprints'] as const
const FULL = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i

/**
 * The commit in whose history a secret was found: only a full id names one. A message is read only where the tool is
 * known to end it with the commit and has no member for it: it quotes the name of the file, which may end like that.
 */
export function commitOf({ result, message, profile }: ResultFacts): string | null {
  const bags = [...BAGS.map(bag => asObject(member(result, bag))), propertiesOf(result)]
  const stated = bags.flatMap(bag => (bag === null ? [] : NAMES.flatMap(name => asString(member(bag, name)) ?? [])))
  const said = stated.length > 0 ? stated : (profile.commitInMessage?.exec(message)?.slice(1) ?? [])
  return said.find(commit => FULL.test(commit))?.toLowerCase() ?? null
}
