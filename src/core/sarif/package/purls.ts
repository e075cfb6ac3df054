import { asObject, type JsonObject, member, namesAny } from '../../ground/json.js'
import { type PackageUrl, parsePackageUrl } from '../../ground/package-url.js'
import { propertiesOf, type ResultFacts, strings, textAt } from '../members.js'
import { textMember } from '../rules.js'

/** Package URLs that a tool wrote, in canonical form: of the result itself, and of its rule, which may have several results. */
export interface WrittenPurls {
  readonly ofResult: readonly PackageUrl[]
  readonly ofRule: readonly PackageUrl[]
}

const read = (texts: readonly (string | null)[]): readonly PackageUrl[] =>
  texts.flatMap(text => (text?.startsWith('pkg:') ? (parsePackageUrl(text) ?? []) : []))

/** The package URLs of the property bags and of the names that the result gives. */
export function purlsOf(facts: ResultFacts): WrittenPurls {
  const own = propertiesOf(facts.result)
  const ofRule = propertiesOf(facts.rule)
  const name = textAt('logical-name', facts)
  return {
    ofResult: name !== null || namesAny(own, TELLING) ? read([...ofBag(own), name]) : NONE,
    ofRule: namesAny(ofRule, TELLING) ? read([...strings(member(ofRule, 'purls')), textMember(ofRule, 'purl')]) : NONE
  }
}

const NONE: readonly PackageUrl[] = []
const TELLING: ReadonlySet<string> = new Set(['purl', 'purls', 'package'])

const ofBag = (bag: JsonObject | null): readonly (string | null)[] => [
  textMember(bag, 'purl'),
  textMember(asObject(member(bag, 'package')), 'purl'),
  ...strings(member(bag, 'purls'))
]
