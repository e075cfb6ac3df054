import { asArray, asObject, asString, type JsonObject, member, scalarsIn, textMember } from '../../ground/json.js'
import { type PackageUrl, parsePackageUrl } from '../../ground/package-url.js'
import { at, propertiesOf, type ResultFacts } from '../members.js'
import { statingMembers } from '../tools/stated.js'
import { telling, tells } from '../tools/telling.js'
import { PACKAGE_HOLDERS } from './parts.js'

/** Package URLs that a tool wrote, in canonical form: of the result itself, and of its rule, which may have several results. */
export interface WrittenPurls {
  readonly ofResult: readonly PackageUrl[]
  readonly ofRule: readonly PackageUrl[]
}

const read = (texts: readonly (string | null)[]): readonly PackageUrl[] =>
  texts.flatMap(text => (text !== null && IS_PURL.test(text) ? (parsePackageUrl(text) ?? []) : []))
const IS_PURL = /^\s*pkg:/i

/** The package URLs of the property bags and of the names that the result gives. */
export function purlsOf(facts: ResultFacts): WrittenPurls {
  const own = propertiesOf(facts.result)
  const ofRule = propertiesOf(facts.rule)
  const named = namesOf(facts.location)
  return {
    ofResult: named.length > 0 || tells(own, PURLS) ? read([...ofBag(own), ...named]) : NONE,
    ofRule: tells(ofRule, PURLS) ? read(ofBag(ofRule)) : NONE
  }
}

const NONE: readonly PackageUrl[] = []
const PURLS = telling(PACKAGE_HOLDERS, 'purl')

const ofBag = (bag: JsonObject | null): readonly (string | null)[] => [
  ...statingMembers(bag, 'purl').flatMap(value => scalarsIn(value).map(String)),
  ...PACKAGE_HOLDERS.map(name => textMember(asObject(member(bag, name)), 'purl'))
]

const NO_NAMES: readonly string[] = []

/** What the location names, and the address itself where it is a package URL. */
function namesOf(location: JsonObject | null): readonly string[] {
  const logical = asArray(member(location, 'logicalLocations')).flatMap(each =>
    [textMember(asObject(each), 'fullyQualifiedName'), textMember(asObject(each), 'name')].filter(name => name !== null)
  )
  const address = asString(at(location, ['physicalLocation', 'artifactLocation', 'uri']))
  return address?.startsWith('pkg:') ? [...logical, address] : logical.length === 0 ? NO_NAMES : logical
}
