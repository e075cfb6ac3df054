import { describe, expect, test } from '@jest/globals'
import { compileAssets } from '../../../src/core/policy/assets.js'
import type { Tier } from '../../../src/core/policy/policy.js'
import { load, shared } from './support.js'

const RULE = 'rules: [{id: a, when: {}, verdict: block}]'

async function lookUp(assets: string, org = '', defaultTier: Tier = 1) {
  const text = `version: 1\n${RULE}\nassets: ${assets}\n${org && `extends: "${shared('org.yml')}"\n`}`
  return compileAssets(await load(text, { 'org.yml': `version: 1\nassets: ${org}\n` }), defaultTier)
}

const at = (path: string | null) => ({ path, placeProblem: null })

const TWO =
  '[{name: pay, paths: ["pay/**"], tier: 0, exposure: internet, owners: "@pay"}, {name: rest, paths: ["**"], tier: 2}]'

describe('assets', () => {
  test('the longest matching glob wins, wherever it stands', async () => {
    const find = await lookUp('[{name: rest, paths: ["**"], tier: 2}, {name: pay, paths: ["pay/**"], tier: 0}]')
    expect(find(at('pay/a.ts'))).toMatchObject({ asset: 'pay', tier: 0 })
    expect(find(at('web/a.ts'))).toMatchObject({ asset: 'rest', tier: 2 })
    const lesser = await lookUp(
      '[{name: pay, paths: ["pay/**"], tier: 0}, {name: docs, paths: ["pay/docs/**"], tier: 2}]'
    )
    expect(lesser(at('pay/docs/a.md'))).toMatchObject({ asset: 'docs', tier: 2 })
  })

  test('of two globs as long, the more critical tier wins', async () => {
    const find = await lookUp(
      '[{name: a, paths: ["a/**"], tier: 2}, {name: b, paths: ["*/a"], tier: 0}, {name: c, paths: ["?/**"], tier: 1}]'
    )
    expect(find(at('a/b'))).toMatchObject({ asset: 'c', tier: 1 })
  })

  test('a path that no asset names has the default tier', async () => {
    const find = await lookUp('[{name: pay, paths: ["pay/**"], tier: 0}]', '', 2)
    expect(find(at('web/a.ts'))).toEqual({ asset: null, tier: 2, exposure: null, owners: [] })
  })

  test('a place that could not be mapped counts at tier 0', async () => {
    const find = await lookUp('[{name: rest, paths: ["**"], tier: 2}]', '', 2)
    expect(find({ path: null, placeProblem: 'leaves the repository' }).tier).toBe(0)
    expect(find({ path: 'a', placeProblem: 'leaves the repository' }).tier).toBe(0)
  })

  test('a finding without a place belongs to the asset of `**`, else to none', async () => {
    expect((await lookUp(TWO))(at(null))).toMatchObject({ asset: 'rest', tier: 2 })
    expect((await lookUp('[{name: pay, paths: ["pay/**"], tier: 0}]'))(at(null))).toMatchObject({
      asset: null,
      tier: 1
    })
  })

  test('a later layer cannot make anything less critical, less exposed or unowned', async () => {
    const find = await lookUp('[{name: mine, paths: ["pay/a.ts"], tier: 2, exposure: internal, owners: ["@me"]}]', TWO)
    expect(find(at('pay/a.ts'))).toEqual({ asset: 'pay', tier: 0, exposure: 'internet', owners: ['@pay', '@me'] })
    expect(find(at('pay/b.ts'))).toMatchObject({ asset: 'pay', tier: 0 })
  })

  test('a later layer can make it more critical, and keeps the exposure', async () => {
    const find = await lookUp(
      '[{name: mine, paths: ["**/x.ts"], tier: 0}]',
      '[{name: all, paths: ["**"], tier: 2, exposure: internet}]'
    )
    expect(find(at('a/x.ts'))).toMatchObject({ asset: 'mine', tier: 0, exposure: 'internet' })
    expect(find(at('a/y.ts'))).toMatchObject({ asset: 'all', tier: 2 })
  })
})
