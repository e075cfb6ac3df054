import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../src/core/ground/json.js'
import { EVALUATE_FORMATS } from '../../../src/core/reports/formats.js'
import { withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

// Put together here, so that no scanner takes this file for a leak.
const TOKEN = ['ghp', '_Q7r2Lm9Xc4Vb6Nz1Kp8Tj3Hd5Ws0Yf2Ga7Ue'].join('')
const ADDRESS = `https://shop.example/a?token=${TOKEN}&b=1`
const WITH_PASSWORD = 'https://alice:Zq9vK3xT7mW2@shop.example/a'
const WORD = 'Sommer-Garten-77'

const place = { physicalLocation: { artifactLocation: { uri: 'src/a.py' }, region: { startLine: 1 } } }
const at = (region: JsonObject): JsonObject => ({
  locations: [{ physicalLocation: { ...place.physicalLocation, region: { startLine: 1, ...region } } }]
})

/** The text in each member of a result that holds one. */
const members = (text: string): readonly (readonly [string, JsonObject])[] => [
  ['message', { message: { text: `Found ${text} here` } }],
  ['Markdown', { message: { text: '', markdown: `Found **${text}** here` } }],
  ['argument', { message: { text: 'Found {0} here', arguments: [text] } }],
  ['tag', { properties: { tags: [text, `is:${text}`] } }],
  ['resource', { properties: { resource: text } }],
  ['fingerprint', { fingerprints: { 'f/v1': text } }],
  ['partial fingerprint', { partialFingerprints: { 'p/v1': `a:${text}` } }],
  ['fix', { fixes: [{ description: { text: `Remove ${text}` } }] }],
  ['justification', { suppressions: [{ kind: 'inSource', justification: `old: ${text}` }] }],
  ['snippet', at({ snippet: { text: `a = "${text}"` } })],
  ['name', { locations: [{ ...place, logicalLocations: [{ fullyQualifiedName: `env.${text}` }] }] }],
  ['id of correlation', { correlationGuid: text }],
  ['related name', { locations: [place, { logicalLocations: [{ name: text }] }] }],
  ['message of a place', { locations: [{ ...place, message: { text } }] }]
]

const EVALUATION = ['--sarif', 's.sarif', '--policy', 'preset:baseline', '--source-root', '.']

/** All that the gate writes about a result, in every format. */
async function written(rule: JsonObject, result: JsonObject, tool = 'AcmeScan'): Promise<Record<string, string>> {
  const log: JsonValue = {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool, rules: [{ id: 'R1', ...rule }] } },
        results: [{ ruleId: 'R1', level: 'error', message: { text: 'A finding' }, locations: [place], ...result }]
      }
    ]
  }
  return withFiles({ 'src/a.py': 'a = 1\n', 's.sarif': log }, async directory => {
    const formats = EVALUATE_FORMATS.flatMap(format => ['--format', `${format}=out/${format}`])
    const argv = ['evaluate', ...EVALUATION, ...formats]
    const { stdout, stderr } = await runCommand(argv, directory)
    const files = readdirSync(join(directory, 'out'), { withFileTypes: true, recursive: true }).filter(each =>
      each.isFile()
    )
    expect(files.length).toBeGreaterThanOrEqual(EVALUATE_FORMATS.length)
    const texts = files.map(each => [each.name, readFileSync(join(each.parentPath, each.name), 'utf8')] as const)
    const explained = await explanations(directory)
    return Object.fromEntries([...texts, ...explained, ['the terminal', stdout + stderr]])
  })
}

/** What `explain` says of the finding, for people and programs. */
function explanations(directory: string) {
  const { outcomes } = JSON.parse(readFileSync(join(directory, 'out/json'), 'utf8'))
  return Promise.all(
    ['text', 'json'].map(async format => {
      const argv = ['explain', outcomes[0].finding.id, ...EVALUATION, '--format', format]
      const { stdout, stderr, status } = await runCommand(argv, directory)
      expect([stderr, status]).toEqual(['', 0])
      return [`the explanation as ${format}`, stdout] as const
    })
  )
}

const namesOf = (texts: Record<string, string>, secret: string): readonly string[] =>
  Object.entries(texts).flatMap(([name, text]) => (text.includes(secret) ? [name] : []))

describe('nothing of what the gate writes holds a token', () => {
  test.each(members(TOKEN))('of the %s', async (_, result) => {
    expect(namesOf(await written({}, result), TOKEN)).toEqual([])
  })

  test.each([
    ...members(ADDRESS),
    ['place', { locations: [{ physicalLocation: { artifactLocation: { uri: ADDRESS } } }] }] as const
  ])('in the query of an address in the %s', async (_, result) => {
    expect(namesOf(await written({}, result), TOKEN)).toEqual([])
  })

  test.each([
    ...members(WITH_PASSWORD),
    ['place', { locations: [{ physicalLocation: { artifactLocation: { uri: WITH_PASSWORD } } }] }] as const
  ])('nor a password in an address in the %s', async (_, result) => {
    expect(namesOf(await written({}, result), 'Zq9vK3xT7mW2')).toEqual([])
  })

  test.each<[string, JsonObject]>([
    ['help address', { helpUri: ADDRESS }],
    ['description', { shortDescription: { text: `Key ${TOKEN} is in the source` } }],
    ['help', { help: { text: `Recommendation: Remove the key ${TOKEN} now` } }],
    ['tags', { properties: { tags: [TOKEN] } }]
  ])('of the %s of the rule', async (_, rule) => {
    expect(namesOf(await written(rule, {}), TOKEN)).toEqual([])
  })
})

/** Rules of analysers for secrets in the source: their category is that of the analyser, what they quote is a secret. */
describe.each([
  ['Bandit', 'B105'],
  ['gosec', 'G101'],
  ['CodeQL', 'js/hardcoded-credentials'],
  ['Semgrep OSS', 'python.lang.security.audit.hardcoded-password'],
  ['SonarQube', 'python:S2068'],
  ['gitleaks', 'generic-password']
])('a word that %s finds as %s', (tool, id) => {
  const quoted: JsonObject = { message: { text: `Possible hardcoded password: '${WORD}'` } }
  const line = at({ snippet: { text: `password = "${WORD}"` } })
  const others = members(WORD).filter(([name]) => !['message', 'Markdown', 'argument', 'snippet'].includes(name))
  test.each([['message and line', {}] as const, ...others])('is not shown: %s', async (_, result) => {
    const bag = { properties: { tags: ['security', 'external/cwe/cwe-798'] } }
    const texts = await written({ id, ...bag }, { ruleId: id, ...quoted, ...result, ...line }, tool)
    expect(namesOf(texts, WORD)).toEqual([])
  })
})
