import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { loadPolicy, presetSource } from '../../../src/core/policy/layers/layers.js'
import { PRESET_NAMES } from '../../../src/core/policy/layers/references.js'
import { PRESETS } from '../../../src/generated/presets.js'

const noFetch = async () => {
  throw new Error('nothing is fetched')
}

describe('presets', () => {
  test('what is embedded is what the files say', () => {
    for (const [name, text] of Object.entries(PRESETS)) expect(text).toBe(readFileSync(`policies/${name}.yml`, 'utf8'))
    expect(PRESET_NAMES).toEqual(['audit', 'baseline', 'bod-26-04', 'strict'])
  })

  test.each(PRESET_NAMES)('%s is a good policy by itself', async name => {
    const policy = await loadPolicy(presetSource(name), noFetch)
    expect(policy.rules.length).toBeGreaterThan(3)
    expect(policy.layers.map(layer => layer.name)).toEqual([`preset:${name}`])
  })

  test('all of them can be extended together', async () => {
    const bytes = new TextEncoder().encode(
      `version: 1\nextends: [${PRESET_NAMES.map(name => `"preset:${name}"`).join(', ')}]\n`
    )
    const policy = await loadPolicy({ name: 'policy.yml', bytes }, noFetch)
    expect(policy.layers).toHaveLength(PRESET_NAMES.length + 1)
  })
})
