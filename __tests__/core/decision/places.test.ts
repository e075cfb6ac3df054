import { describe, expect, test } from '@jest/globals'
import type { Finding, Location } from '../../../src/core/finding.js'
import type { IdentifiedFinding } from '../../../src/core/identity/identified.js'
import { parseCodeowners } from '../../../src/core/policy/codeowners.js'
import { decideOn, identified, policyOf } from './evaluation.js'

const at = (path: string, startLine = 1): Location => ({
  path,
  startLine,
  startColumn: null,
  endLine: startLine,
  endColumn: null
})
const PAY = at('pay/db.ts')
const TOOL = at('tools/report.js', 2)
const WEB = at('web/index.ts', 3)
const LOST = '/out/x.c:4: the path is absolute and lies outside the repository.'

const several = (
  places: readonly Location[],
  more: Partial<Finding> = {},
  changedPlaces: readonly Location[] = []
): IdentifiedFinding => {
  const [location = null, ...otherLocations] = places
  const found = identified({ location, ...(otherLocations.length === 0 ? {} : { otherLocations }), ...more })
  return { ...found, identity: { ...found.identity, changedPlaces } }
}

const ASSETS = `assets:
  - { name: payments, paths: ["pay/**"], tier: 0, exposure: internet, owners: ["@pay"] }
  - { name: web, paths: ["web/**"], tier: 1, exposure: intranet, owners: ["@web"] }
  - { name: tools, paths: ["tools/**"], tier: 2, owners: ["@ops", "@web"] }
`
const RULES = 'rules: [{ id: r, when: { severity: critical }, verdict: warn }]\n'
const decided = async (found: IdentifiedFinding, rules = RULES) => {
  const [outcome] = decideOn(await policyOf(`${ASSETS}${rules}`), [found]).outcomes
  if (outcome === undefined) throw new Error('a finding has an outcome')
  return outcome
}

describe('a finding belongs to what its most critical place belongs to', () => {
  test.each<[string, Location[], Partial<Finding>, object]>([
    ['one place', [TOOL], {}, { tier: 2, asset: 'tools', exposure: null, owners: ['@ops', '@web'] }],
    ['two', [TOOL, WEB], {}, { tier: 1, asset: 'web', exposure: 'intranet', owners: ['@web', '@ops'] }],
    [
      'three',
      [PAY, TOOL, WEB],
      {},
      { tier: 0, asset: 'payments', exposure: 'internet', owners: ['@pay', '@web', '@ops'] }
    ],
    [
      'one that could not be mapped',
      [TOOL],
      { placeProblem: LOST },
      { tier: 0, asset: null, owners: ['@ops', '@web'] }
    ],
    ['that, beside tier 0', [PAY, TOOL], { placeProblem: LOST }, { tier: 0, asset: 'payments', exposure: 'internet' }]
  ])('%s', async (_, places, more, expected) => {
    expect(await decided(several(places, more))).toMatchObject(expected)
  })

  test.each<[string, Location[], Location[], Location]>([
    ['the tier', [PAY, TOOL], [TOOL], PAY],
    ['of equals, what is in the change', [at('web/a.ts'), at('web/b.ts'), WEB], [], at('web/a.ts')],
    ['of those, the first', [at('web/a.ts', 1), at('web/a.ts', 5)], [], at('web/a.ts', 1)]
  ])('%s decides the place that is shown', async (_, places, changed, shown) => {
    expect((await decided(several(places, {}, changed))).finding.location).toEqual(shown)
  })

  test('a place in the change comes before an equal one that is not', async () => {
    const [first, second] = [at('web/a.ts'), at('web/b.ts')]
    const { location, otherLocations } = (await decided(several([first, second], {}, [second]))).finding
    expect([location, otherLocations]).toEqual([second, [first]])
  })
})

describe('a place that the change moved', () => {
  test.each<[string, Location, string, string]>([
    ['to a more critical tier', WEB, 'tools/index.ts', 'introduced'],
    ['within its tier and asset', TOOL, 'tools/old.js', 'existing'],
    ['to a milder tier, beside one that stayed', TOOL, 'tools/before.js', 'existing']
  ])('%s', async (_, moved, from, state) => {
    const { finding, identity } = several([PAY, moved])
    const known = { finding, identity: { ...identity, state: 'existing' as const, moves: [{ location: moved, from }] } }
    expect((await decided(known)).state).toBe(state)
  })
})

describe('conditions on places', () => {
  const block = (when: string, unless = '') =>
    `rules:\n  - { id: r, when: {${when}}, ${unless === '' ? '' : `unless: {${unless}}, `}verdict: block }\n`

  test.each<[string, Location[], Partial<Finding>, string, string, boolean]>([
    ['paths in when: one of them', [PAY, TOOL], {}, 'paths: "tools/**"', '', true],
    ['paths in when: none of them', [PAY, TOOL], {}, 'paths: "web/**"', '', false],
    ['paths in unless: one of them', [PAY, TOOL], {}, '', 'paths: "tools/**"', true],
    ['paths in unless: all of them', [TOOL, at('tools/b.js')], {}, '', 'paths: "tools/**"', false],
    ['asset in when: not the one that decides', [PAY, TOOL], {}, 'asset: tools', '', true],
    ['asset in unless: one of them', [PAY, TOOL], {}, '', 'asset: tools', true],
    ['asset in unless: all of them', [TOOL, at('tools/b.js')], {}, '', 'asset: tools', false],
    ['exposure in when: one of them', [PAY, WEB], {}, 'exposure: intranet', '', true],
    ['exposure in unless: one of them', [PAY, WEB], {}, '', 'exposure: intranet', true],
    ['exposure in unless: not known of one', [WEB, TOOL], {}, '', 'exposure: intranet', true],
    ['tier in when: the most critical', [PAY, TOOL], {}, 'tier: 0', '', true],
    ['tier in when: a lesser one', [PAY, TOOL], {}, 'tier: 2', '', false],
    ['tier in unless: a lesser one', [PAY, TOOL], {}, '', 'tier: 2', true],
    ['a place that could not be mapped in when', [TOOL], { placeProblem: LOST }, 'paths: "web/**"', '', true],
    ['it in unless', [TOOL], { placeProblem: LOST }, '', 'paths: "tools/**"', true],
    ['it alone in when', [], { placeProblem: LOST, location: null }, 'exposure: internet', '', true],
    ['it alone in unless', [], { placeProblem: LOST, location: null }, '', 'asset: [payments, web, tools]', true]
  ])('%s', async (_, places, more, when, unless, blocks) => {
    const { verdict } = await decided(several(places, more), block(when, unless))
    expect(verdict).toBe(blocks ? 'block' : 'pass')
  })
})

describe('owners', () => {
  const codeowners = parseCodeowners('CODEOWNERS', new TextEncoder().encode('*.ts @ts\ntools/ @tools\n'))
  const ownersAt = async (places: readonly Location[], more: Partial<Finding> = {}) => {
    const { outcomes } = decideOn(await policyOf(`${ASSETS}${RULES}`), [several(places, more)], { codeowners })
    return outcomes[0]?.owners
  }
  test.each<[string, readonly Location[], Partial<Finding>, readonly string[]]>([
    ['are those of the asset', [PAY], {}, ['@pay']],
    ['of what has none are those of CODEOWNERS', [at('lib/a.ts')], {}, ['@ts']],
    ['of what nobody owns are none', [at('lib/a.c')], {}, []],
    ['of several places are all of theirs, each once', [PAY, at('lib/a.ts'), at('lib/b.ts')], {}, ['@pay', '@ts']],
    ['of no place are none', [], { location: null }, []]
  ])('%s', async (_, places, more, owners) => expect(await ownersAt(places, more)).toEqual(owners))
})

describe('a place that could not be mapped stands behind those that are', () => {
  const ZERO = 'assets: [{ name: all, paths: ["**"], tier: 0 }]\n'
  test.each([
    ['before', '/a/x.c:1: not in the repository'],
    ['behind', '/z/x.c:1: not in the repository']
  ])('claimed %s them by its name', async (_, placeProblem) => {
    const found = several([at('m.ts', 7)], { placeProblem })
    const [outcome] = decideOn(await policyOf(`${ZERO}${RULES}`), [found]).outcomes
    expect([outcome?.finding.location, outcome?.asset, outcome?.tier]).toEqual([at('m.ts', 7), 'all', 0])
  })

  test('and is not shown where one that is mapped is there, be it at a milder tier', async () => {
    const { finding, tier } = await decided(several([TOOL, WEB], { placeProblem: LOST }))
    expect([finding.location, finding.otherLocations, tier]).toEqual([WEB, [TOOL], 0])
  })

  test('what is shown of a finding at one place is the finding itself', async () => {
    const found = several([PAY])
    expect(decideOn(await policyOf(`${ASSETS}${RULES}`), [found]).outcomes[0]?.finding).toBe(found.finding)
    const two = several([PAY, WEB])
    expect(decideOn(await policyOf(`${ASSETS}${RULES}`), [two]).outcomes[0]?.finding).toBe(two.finding)
  })
})
