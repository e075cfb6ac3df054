import { expect, test } from '@jest/globals'
import { policyText } from '../../../src/cli/setup/plan/policy-text.js'
import { loadPolicy, presetSource } from '../../../src/core/policy/layers/layers.js'
import type { Policy } from '../../../src/core/policy/policy.js'

const noLayer = async () => {
  throw new Error('no layer')
}

/** Rules without what tells whose they are and how long they are held back. */
const rulesOf = ({ rules }: Policy) =>
  rules.map(({ id, description, when, unless, verdict }) => ({ id, description, when, unless, verdict }))

test.each([true, false])(
  'the rules are those of preset:baseline, those on KEV only with feeds: %s, and all end to be held back',
  async hasFeeds => {
    const text = policyText({
      ...{ name: 'x', assets: [], tier: 1, isWired: true, scannerFiles: [], hasFeeds, enforceFrom: '2027-01-01' },
      scanners: [
        { id: 'a', category: 'sast', tool: 'T', title: 't', command: 'c', appliesTo: ['**/*.{a,b}'], because: 'b' }
      ]
    })
    const own = await loadPolicy({ name: 'p.yml', bytes: Buffer.from(text) }, noLayer)
    const preset = await loadPolicy(presetSource('baseline'), noLayer)
    const expected = rulesOf(preset).filter(({ when }) => hasFeeds || when.kev === null)
    expect(rulesOf(own)).toEqual(expected.map(rule => ({ ...rule, id: rule.id.replace('baseline-', '') })))
    expect(own.rules.map(({ mode, enforceFrom }) => [mode, enforceFrom?.slice(0, 10)])).toEqual(
      own.rules.map(() => ['monitor', '2027-01-01'])
    )
    expect(own.feeds.has('kev')).toBe(hasFeeds)
    expect(own.exceptions).toMatchObject({
      quorum: preset.exceptions.quorum,
      maxDuration: preset.exceptions.maxDuration,
      file: '.github/policy-exceptions.yml'
    })
  }
)
