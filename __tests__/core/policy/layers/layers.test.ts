import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { loadPolicy, presetSource } from '../../../../src/core/policy/layers/layers.js'
import { parseReference } from '../../../../src/core/policy/layers/references.js'
import { encode, load, problemsOf, SHA, shared } from '../support.js'

const rule = (id: string, rest = '') => `{id: ${id}, when: {}, verdict: block${rest}}`
const extending = (...paths: string[]) => `extends: [${paths.map(path => `"${shared(path)}"`).join(', ')}]`
const ids = async (...args: Parameters<typeof load>) => (await load(...args)).rules.map(({ id }) => id)

describe('order and levels', () => {
  test('what is extended comes first, first to last, then the file itself', async () => {
    const files = {
      'a.yml': `version: 1\n${extending('c.yml')}\nrules: [${rule('a')}]\n`,
      'b.yml': `version: 1\nrules: [${rule('b')}]\n`,
      'c.yml': `version: 1\nrules: [${rule('c')}]\n`
    }
    expect(await ids(`version: 1\n${extending('a.yml', 'b.yml')}\nrules: [${rule('own')}]\n`, files)).toEqual([
      'c',
      'a',
      'b',
      'own'
    ])
  })

  test('every layer is listed with its digest and size', async () => {
    const org = `version: 1\nrules: [${rule('a')}]\n`
    const { layers } = await load(`version: 1\n${extending('org.yml')}\n`, { 'org.yml': org })
    expect(layers[0]).toEqual({
      name: shared('org.yml'),
      sha256: createHash('sha256').update(org).digest('hex'),
      bytes: org.length
    })
    expect(layers[1]?.name).toBe('policy.yml')
  })

  test('a layer that is reached twice counts once', async () => {
    const files = {
      'a.yml': `version: 1\n${extending('c.yml')}\nrules: [${rule('a')}]\n`,
      'b.yml': `version: 1\n${extending('c.yml')}\nrules: [${rule('b')}]\n`,
      'c.yml': `version: 1\nrules: [${rule('c')}]\n`
    }
    expect(await ids(`version: 1\n${extending('a.yml', 'b.yml')}\n`, files)).toEqual(['c', 'a', 'b'])
  })

  test('three levels are read, a fourth is a problem at its place', async () => {
    const files = {
      'a.yml': `version: 1\n${extending('b.yml')}\n`,
      'b.yml': `version: 1\nrules: [${rule('b')}]\n`
    }
    expect(await ids(`version: 1\n${extending('a.yml')}\n`, files)).toEqual(['b'])
    const deeper = {
      ...files,
      'b.yml': `version: 1\n${extending('c.yml')}\n`,
      'c.yml': `version: 1\nrules: [${rule('c')}]\n`
    }
    expect(await problemsOf(`version: 1\n${extending('a.yml')}\n`, deeper)).toEqual([
      expect.stringContaining(`${shared('b.yml')}:2:11: layers are nested too deep`)
    ])
  })

  test('a cycle is told with its way', async () => {
    const files = { 'a.yml': `version: 1\n${extending('b.yml')}\n`, 'b.yml': `version: 1\n${extending('a.yml')}\n` }
    expect(await problemsOf(`version: 1\n${extending('a.yml')}\n`, files)).toEqual([
      expect.stringContaining(`${shared('b.yml')}:2:11: the layers form a cycle: policy.yml → `)
    ])
    const self = { 'a.yml': `version: 1\n${extending('a.yml')}\n` }
    expect(await problemsOf(`version: 1\n${extending('a.yml')}\n`, self)).toEqual([
      expect.stringContaining(`the layers form a cycle: policy.yml → ${shared('a.yml')} → ${shared('a.yml')}`)
    ])
  })

  test('an unreachable layer is a problem where it is named, with the reason', async () => {
    expect(await problemsOf(`version: 1\n${extending('gone.yml')}\n`)).toEqual([
      expect.stringMatching(
        /^policy\.yml:2:11: the layer `github:.*gone\.yml@.*` cannot be read: 404 Not Found\. Check/
      )
    ])
  })

  test('problems of all layers are told at once, each in its own file', async () => {
    const files = { 'a.yml': 'version: 1\nrulez: 1\n', 'b.yml': '\tversion: 1\n' }
    const found = await problemsOf(`version: 1\n${extending('a.yml', 'b.yml')}\nmodes: x\n`, files)
    expect(found).toEqual([
      expect.stringContaining('policy.yml:3:1: unknown key'),
      expect.stringContaining(`${shared('a.yml')}:2:1: unknown key`),
      expect.stringContaining(`${shared('b.yml')}:1:9: a tab`)
    ])
    const good = await problemsOf(`version: 1\n${extending('a.yml', 'b.yml')}\n`, files)
    expect(good).toEqual([
      expect.stringContaining(`${shared('a.yml')}:2:1: unknown key`),
      expect.stringContaining(`${shared('b.yml')}:1:`)
    ])
  })

  test('a preset can be the policy itself', async () => {
    const { layers } = await loadPolicy(presetSource('baseline'), async () => encode(''))
    expect(layers.map(({ name }) => name)).toEqual(['preset:baseline'])
    expect(() => presetSource('basline')).toThrow('Did you mean `preset:baseline`?')
  })

  test.each([
    ['preset:baseline', { kind: 'preset', preset: 'baseline' }],
    [`github:o/r/a/b.yml@${SHA}`, { kind: 'github', owner: 'o', repository: 'r', path: 'a/b.yml', commit: SHA }],
    [`github:o/r/../b.yml@${SHA}`, null],
    [`github:o/../b.yml@${SHA}`, null],
    [`github:o/r//b.yml@${SHA}`, null],
    [`github:o/r/b.yml@${SHA.toUpperCase()}`, null],
    ['preset:nope', null]
  ])('reference %s', (text, expected) => {
    expect(parseReference(text)).toEqual(expected)
  })
})

describe('a repository cannot weaken what it inherits', () => {
  const org = `version: 1
unknown-severity: critical
empty-runs: invalid
suppressions: { tier-0: ignore }
tools: { Scan: { category: iac, rules: { X: { severity: high } }, root: services/api, mounted-at: /src/ } }
scans: [{ id: sast, category: sast, max-age: 24h, if-missing: block, if-degraded: block }]
feeds: { kev: { max-age: 7d, if-missing: block } }
rules: [${rule('org')}]
sla: { tier-1: { high: 30d }, kev: 3d }
exceptions:
  file: org.yml
  approvers: { teams: [acme/appsec] }
  quorum: { default: 2, kev: 3 }
  max-duration: { tier-1: { high: 14d }, kev: 3d }
  require: { ticket: [0] }
  never: [{ category: secret }]
  labels: { approved: ok }
  require-label: true
  expiring-notice: 30d
`
  const weak = `version: 1
${extending('org.yml')}
mode: monitor
unknown-severity: none
empty-runs: clean
suppressions: honour
scans: [{ id: sast, category: sast, max-age: 2w, if-missing: pass, if-degraded: pass, if-stale: block }]
feeds: { kev: { max-age: 20w, if-missing: pass } }
sla: { tier-1: { high: 300d }, kev: 30d }
exceptions:
  file: mine.yml
  approvers: { users: [me] }
  quorum: { default: 1, kev: 1 }
  max-duration: { tier-1: { high: 300d }, kev: 30d }
  require: { ticket: 1, controls: 0 }
  never: [{ tier: 0 }]
  labels: { approved: mine, requested: asked }
  require-label: false
  expiring-notice: 1d
`
  const DAY = 86_400_000
  const merged = () => load(weak, { 'org.yml': org })

  test('rules keep their verdict and mode', async () => {
    expect((await merged()).rules).toMatchObject([
      { id: 'org', verdict: 'block', mode: 'enforce', layerMode: 'enforce' }
    ])
  })

  test('severity, suppressions, evidence and feeds take the stricter', async () => {
    const policy = await merged()
    expect(policy.unknownSeverity).toBe('critical')
    expect([...policy.suppressions.values()]).toEqual(['ignore', 'honour', 'honour'])
    expect(policy.emptyRuns).toBe('invalid')
    expect(policy.scans).toEqual([
      expect.objectContaining({ id: 'sast', maxAge: DAY, ifMissing: 'block', ifDegraded: 'block', ifStale: 'block' })
    ])
    expect(policy.feeds.get('kev')).toEqual({ maxAge: 7 * DAY, ifMissing: 'block' })
  })

  test('what files without runs are is open until a layer says it', async () => {
    const silent = `version: 1\nrules: [${rule('org')}]\n`
    const says = (text: string) => load(`version: 1\n${extending('org.yml')}\n${text}`, { 'org.yml': silent })
    expect([(await says('')).emptyRuns, (await says('empty-runs: clean\n')).emptyRuns]).toEqual(['invalid', 'clean'])
  })

  test.each([
    ['', '', false, undefined],
    ['suggestions: true', '', true, 'org.yml'],
    ['suggestions: true', 'suggestions: false', false, 'policy.yml'],
    ['suggestions: false', 'suggestions: true', true, 'policy.yml']
  ])(
    'no verdict hangs on suggestions: of %j and then %j the last that says counts',
    async (above, own, value, giver) => {
      const org = `version: 1\n${above}\nrules: [${rule('org')}]\n`
      const policy = await load(`version: 1\n${extending('org.yml')}\n${own}\n`, { 'org.yml': org })
      expect(policy.suggestions).toBe(value)
      const origin = policy.origins.get('suggestions')
      expect(origin?.includes(giver ?? '')).toBe(giver === undefined ? undefined : true)
    }
  )

  test('exceptions take the smaller bounds, the larger quorums, the first approvers', async () => {
    const { exceptions } = await merged()
    expect(exceptions).toMatchObject({
      file: 'org.yml',
      approvers: { teams: ['acme/appsec'], users: [], roles: [] },
      require: { ticket: [0, 1], controls: [0] },
      labels: { approved: 'ok', requested: 'asked' },
      requireLabel: true,
      expiringNotice: 30 * DAY
    })
    expect(Object.fromEntries(exceptions.quorum)).toEqual({ default: 2, kev: 3 })
    expect(exceptions.maxDuration.kev).toBe(3 * DAY)
    expect(exceptions.maxDuration.byTier.get(1)?.get('high')).toBe(14 * DAY)
    expect(exceptions.maxDuration.byTier.get(0)?.get('critical')).toBe(14 * DAY)
    expect(exceptions.maxDuration.byTier.get(2)?.get('high')).toBeUndefined()
    expect(exceptions.never.map(({ layer }) => layer)).toEqual([shared('org.yml'), 'policy.yml', 'default'])
  })

  test.each<[string, string, string, boolean]>([
    ['nobody says anything', '', '', false],
    ['the first layer allows it', 'malware: allow', '', true],
    ['only what extends it allows it', '', 'malware: allow', false],
    ['the first allows it and the second objects', 'malware: allow', 'malware: never', false],
    ['the first allows it and the second agrees', 'malware: allow', 'malware: allow', true],
    ['it is spelt out', '', 'never: [{malware: true}]', false],
    ['the first allows it, and a condition of the second holds', 'malware: allow', 'never: [{malware: true}]', false]
  ])('malware where %s', async (_, org, own, allowed) => {
    const entry = (text: string) => (text === '' ? '' : `exceptions: {${text}}\n`)
    const files = { 'org.yml': `version: 1\nrules: [${rule('org')}]\n${entry(org)}` }
    const { exceptions } = await load(`version: 1\n${extending('org.yml')}\n${entry(own)}`, files)
    const never = exceptions.never.filter(({ when }) => when.malware === true)
    expect(never).toHaveLength(allowed ? 0 : 1)
  })

  test('a preset leaves the word on malware to the file that extends it', async () => {
    const allowing = await load('version: 1\nextends: ["preset:baseline"]\nexceptions: {malware: allow}\n', {})
    expect(allowing.exceptions.never).toEqual([])
    expect((await load('version: 1\nextends: ["preset:baseline"]\n', {})).exceptions.never).toHaveLength(1)
  })

  test('the default of a layer that says nothing cannot be undercut either', async () => {
    const files = { 'org.yml': `version: 1\nrules: [${rule('org')}]\n` }
    expect((await load(`version: 1\n${extending('org.yml')}\nunknown-severity: low\n`, files)).unknownSeverity).toBe(
      'high'
    )
    expect((await load(`version: 1\nrules: [${rule('a')}]\nunknown-severity: low\n`)).unknownSeverity).toBe('low')
  })

  test.each([
    [`rules: [${rule('org')}]`, `the rule \`org\` is already defined at ${shared('org.yml')}:8:9`],
    ['tools: { scan: { rules: { X: { severity: low } } } }', 'X of scan is already high in'],
    ['tools: { scan: { category: sca } }', 'the category of scan is already iac in'],
    ['tools: { scan: { root: docs } }', '`root` of scan is already services/api in'],
    ['tools: { Scan: { mounted-at: /x } }', '`mounted-at` of Scan is already /src in'],
    ['tools: { CodeQL: { category: quality } }', 'cannot be made a quality tool']
  ])('%s is a problem', async (text, expected) => {
    const found = await problemsOf(`version: 1\n${extending('org.yml')}\n${text}\n`, { 'org.yml': org })
    expect(found).toEqual([expect.stringContaining(expected)])
    expect(found[0]).toMatch(/^policy\.yml:3:\d+: /)
  })

  test('it can raise severities, and say what it alone knows', async () => {
    const text = `version: 1\n${extending('org.yml')}\ntools: { SCAN: { rules: { X: { severity: critical }, Y: { severity: low } } }, New: { category: sca } }\n`
    const { tools } = await load(text, { 'org.yml': org })
    expect(tools.get('scan')).toMatchObject({ category: 'iac' })
    expect([...(tools.get('scan')?.rules ?? [])]).toEqual([
      ['X', { severity: 'critical' }],
      ['Y', { severity: 'low' }]
    ])
    expect(tools.get('new')?.category).toBe('sca')
    expect(tools.get('scan')).toMatchObject({ root: 'services/api', mountedAt: '/src' })
  })

  test('the same scan id with another subject stays a requirement of its own', async () => {
    const text = `version: 1\n${extending('org.yml')}\nscans: [{ id: sast, category: sast, tools: [Mine], if-missing: pass }]\n`
    const { scans } = await load(text, { 'org.yml': org })
    expect(scans.map(({ layer, tools, ifMissing }) => [layer, tools, ifMissing])).toEqual([
      [shared('org.yml'), null, 'block'],
      ['policy.yml', ['Mine'], 'pass']
    ])
  })

  test('only an overridable rule can be replaced', async () => {
    const files = { 'org.yml': `version: 1\nrules: [${rule('a', ', overridable: true')}, ${rule('b')}]\n` }
    const { rules } = await load(
      `version: 1\n${extending('org.yml')}\nrules: [{id: a, when: {}, verdict: warn}]\n`,
      files
    )
    expect(rules.map(({ id, verdict, layer }) => [id, verdict, layer])).toEqual([
      ['a', 'warn', 'policy.yml'],
      ['b', 'block', shared('org.yml')]
    ])
  })
})

describe('modes', () => {
  test.each([
    ['', '', 'enforce', 'enforce'],
    ['warn', '', 'warn', 'warn'],
    ['', 'monitor', 'monitor', 'enforce'],
    ['monitor', 'enforce', 'monitor', 'monitor'],
    ['warn', 'monitor', 'monitor', 'warn']
  ])('layer %j, rule %j: %s, later %s', async (layer, own, mode, layerMode) => {
    const text = `version: 1\n${layer && `mode: ${layer}\n`}rules: [${rule('a', own && `, mode: ${own}, enforce-from: 2027-01-15`)}]\n`
    expect((await load(text)).rules).toMatchObject([
      { mode, layerMode, enforceFrom: own === '' ? null : '2027-01-15T00:00:00Z' }
    ])
  })
})
