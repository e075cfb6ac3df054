import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { logOf, normalise } from '../feed.js'

/** Nothing in a finding about a secret holds it, wherever the tool quotes it besides the line. */
const SECRET = 'Zq9vK3xT7mW2pL8sR4dF6gH1'
const region = { startLine: 3, snippet: { text: `token = "${SECRET}"` } }
const location: JsonObject = { physicalLocation: { artifactLocation: { uri: 'a.env' }, region } }

describe.each(['gitleaks', 'Acme Secret Scan'])('%s', name => {
  test.each<[string, JsonObject]>([
    ['message', { message: { text: `Found ${SECRET} here` } }],
    ['argument', { message: { text: 'Found {0}', arguments: [SECRET] } }],
    ['fingerprint', { fingerprints: { 'secret/v1': SECRET } }],
    ['name', { locations: [{ ...location, logicalLocations: [{ fullyQualifiedName: `env.${SECRET}` }] }] }],
    ['tag', { properties: { tags: [`found:${SECRET}`, 'key'] } }],
    ['resource', { properties: { resource: SECRET } }],
    ['justification', { suppressions: [{ kind: 'external', justification: `old key ${SECRET}` }] }],
    ['fix', { fixes: [{ description: { text: `Replace ${SECRET}` } }] }],
    [
      'address',
      { locations: [location, { physicalLocation: { artifactLocation: { uri: `https://u:${SECRET}@x.y/` } } }] }
    ]
  ])('its %s', (_, result) => {
    const log = logOf({
      tool: { driver: { name } },
      results: [{ ruleId: 'generic-key', message: { text: 'A secret' }, locations: [location], ...result }]
    })
    const { findings } = normalise(log)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.category).toBe('secret')
    expect(JSON.stringify(findings)).not.toContain(SECRET)
  })
})

test('an address is the same without the password in it', () => {
  const of = (uri: string) => {
    const locations = [{ physicalLocation: { artifactLocation: { uri } } }]
    const results = [{ ruleId: 'R1', message: { text: 'm' }, locations }]
    return normalise(logOf({ tool: { driver: { name: 'ZAP' } }, results })).findings[0]?.clues.symbol
  }
  expect(of('https://user:word@x.example/a')).toBe('https://user@x.example/a')
  expect(of('https://x.example/a:b@c')).toBe('https://x.example/a:b@c')
})
