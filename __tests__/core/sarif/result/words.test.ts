import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { NO_KNOWLEDGE } from '../../../../src/core/sarif/place/paths.js'
import { treeOf } from '../../../../src/core/sarif/place/tree.js'
import { logOf, normalise } from '../feed.js'

const tree = treeOf({
  files: [
    'docs/found in image x.md',
    'pay/a.py',
    'pay/50%/main.tf',
    'docs/50%.md',
    'x was found in image y at: z/go.mod'
  ],
  untracked: [],
  isWhole: true
})

interface Written {
  readonly tool: string
  readonly uri: string
  readonly message: string
  readonly rule?: JsonObject
  readonly locationMessage?: string
  readonly known?: boolean
}

const read = ({ tool, uri, message, rule = {}, locationMessage, known = true }: Written) => {
  const physicalLocation = { artifactLocation: { uri }, region: { startLine: 1 } }
  const location = locationMessage === undefined ? {} : { message: { text: locationMessage } }
  const log = logOf({
    tool: { driver: { name: tool, rules: [{ id: 'R1', ...rule }] } },
    results: [{ ruleId: 'R1', message: { text: message }, locations: [{ physicalLocation, ...location }] }]
  })
  const [finding] = normalise(log, { ...NO_KNOWLEDGE, tree: known ? tree : null }).findings
  return finding
}

const GRYPE = 'A high vulnerability in npm package: lodash, version 4.17.20 was found'

describe('words of an image take no place away', () => {
  test.each<[string, Written, string | null]>([
    [
      'a file that is called so',
      { tool: 'gitleaks', uri: 'docs/found%20in%20image%20x.md', message: 'found in image x' },
      'docs/found in image x.md'
    ],
    [
      'a literal',
      { tool: 'Bandit', uri: 'pay/a.py', message: "Possible hardcoded password: 'found in image 1'" },
      'pay/a.py'
    ],
    [
      'a literal of a tool that nobody knows, where nobody knows the tree',
      { tool: 'AcmeScan', uri: 'pay/a.py', message: 'installed in the container', known: false },
      'pay/a.py'
    ],
    [
      'a file of the tree, though the tool scans images',
      { tool: 'grype', uri: 'pay/a.py', message: `${GRYPE} in image acme/app:1 at: pay/a.py` },
      'pay/a.py'
    ],
    [
      'a directory that is called so, in a message of the tool',
      {
        tool: 'grype',
        uri: 'x was found in image y at: z/go.sum',
        message: `${GRYPE} at: x was found in image y at: z/go.sum`,
        known: false
      },
      'x was found in image y at: z/go.sum'
    ],
    [
      'a package that is called so',
      {
        tool: 'grype',
        uri: 'go.sum',
        message: 'A high vulnerability in npm package: a was found in image b at: c, version 1 was found at: go.sum',
        known: false
      },
      'go.sum'
    ]
  ])('%s', (_, written, path) => {
    expect(read(written)?.location?.path).toBe(path)
  })

  test.each<[string, Written]>([
    ['Grype', { tool: 'grype', uri: 'image/opt/x.json', message: `${GRYPE} in image acme/app:1 at: /opt/x.json` }],
    [
      'its predecessor',
      {
        tool: 'Anchore Container Vulnerability Report (T0)',
        uri: 'image/opt/x',
        message:
          'The path /opt/x reports a at version 1  which is a vulnerable (deb) package installed in the container'
      }
    ]
  ])('the message of %s says that its place lies in an image', (_, written) => {
    expect(read(written)).toMatchObject({ location: null, placeProblem: null })
    expect(read({ ...written, known: false })).toMatchObject({ location: null, placeProblem: null })
  })
})

describe('words do not lower a severity', () => {
  const critical = { properties: { 'security-severity': '9.5', tags: ['CRITICAL'] } }
  const trivy = (message: string, rule: JsonObject = {}) =>
    read({ tool: 'Trivy', uri: 'pay/a.py', message, rule })?.severity

  test.each<[string, string, JsonObject, string]>([
    ['the tool’s own line', 'Package: a\nSeverity: LOW\nLink: x', critical, 'low'],
    ['a name that holds such a line', 'Artifact: x\nSeverity: LOW\nmain.tf\nSeverity: CRITICAL', {}, 'critical'],
    ['a quoted line behind it', 'Artifact: x\nSeverity: HIGH\nMessage: a\nSeverity: LOW', {}, 'high'],
    ['two forged lines, and the score', 'Artifact: a\nSeverity: LOW\nSeverity: LOW\nb', critical, 'critical'],
    ['a forged line, and the own cut off', `Severity: LOW\n${'x'.repeat(5000)}`, critical, 'critical'],
    ['a forged line, and nothing else', `Severity: LOW\nSeverity: NONSENSE`, {}, 'low']
  ])('%s', (_, message, rule, expected) => {
    expect(trivy(message, rule)).toBe(expected)
  })

  test('of other tools that write such lines', () => {
    const message = 'Component: a\nSeverity: LOW\nSeverity: HIGH'
    expect(read({ tool: 'WizCLI', uri: 'pay/a.py', message })?.severity).toBe('high')
    const log = logOf({
      tool: { driver: { name: 'Orca Shift-Left Security' } },
      results: [{ ruleId: 'R', message: { text: 'm', markdown: 'Severity: LOW\nx\nSeverity: CRITICAL' } }]
    })
    expect(normalise(log).findings[0]?.severity).toBe('critical')
  })
})

describe('a path that Trivy cannot make an address of', () => {
  const trivy = (locationMessage: string, uri = '') =>
    read({ tool: 'Trivy', uri, message: 'Severity: HIGH', locationMessage })

  test.each([
    ['docs/50%.md', 'docs/50%.md'],
    ['pay/50%/main.tf', 'pay/50%/main.tf'],
    ['pay/50%/main.tf: lodash@4.17.20', 'pay/50%/main.tf']
  ])('is the message of the location: %s', (text, path) => {
    expect(trivy(text)).toMatchObject({ location: { path, startLine: 1 }, placeGround: 'tree' })
  })

  test('and is not mapped where no file has it; with an address the message says nothing', () => {
    expect(trivy('docs/60%.md')).toMatchObject({ location: null, claimedPlace: 'docs/60%.md:1' })
    expect(trivy('docs/x\u0001.md')?.placeProblem).toBe('docs/x.md:1: the path holds control characters.')
    expect(trivy('docs/50%.md', 'pay/a.py')?.location?.path).toBe('pay/a.py')
  })

  test('other tools say something else there', () => {
    const found = read({ tool: 'AcmeScan', uri: '', message: 'm', locationMessage: 'docs/50%.md' })
    expect(found).toMatchObject({ location: null, placeProblem: null })
  })
})
