import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import type { Decision } from '../../../src/core/decision/decision.js'
import { ConfigurationError } from '../../../src/core/ground/errors.js'
import { evaluate } from '../../../src/gate/gate.js'
import { localPorts } from '../../../src/gate/local-ports.js'
import { requestWith } from '../../../src/gate/request.js'
import { replaceDiff } from '../../core/identity/builders.js'
import { aLog } from '../../e2e/workspace.js'
import { type LayerSpec, type ResultSpec, TOOLS, TREE, type World } from './world.js'

const NOW = '2026-11-23T15:00:00Z'

/** A directory of files that are written anew only where they change: most worlds differ in one of them. */
export class Place {
  readonly directory = mkdtempSync(join(tmpdir(), 'policy-gate-world-'))
  readonly #written = new Map<string, string>()

  /** The whole gate over the world; null where its layers contradict each other, so that it refuses to decide. */
  async judge(world: World): Promise<Decision | null> {
    try {
      return await this.#evaluate(world)
    } catch (error) {
      if (world.below.length > 0 && error instanceof ConfigurationError) return null
      throw error
    }
  }

  /** As the command line runs it. */
  async #evaluate(world: World): Promise<Decision> {
    const cwd = this.directory
    for (const [index, text] of policyTexts(world).entries()) this.#write(layerFile(world, index), text)
    this.#write('scan.sarif', JSON.stringify(logOf(world.results, world.failed, TREE_NOW)))
    if (world.known !== null)
      this.#write('base.sarif', JSON.stringify(logOf(baselineOf(world, world.known), [], lineBefore(world))))
    if (world.changed !== null) this.#write('change.diff', diffOf(world.changed))
    if (world.exceptions.length > 0) this.#write('exceptions.yml', exceptionsOf(world))
    if (world.kev !== null) this.#write('kev.json', kevOf(world.kev))
    for (const [path, text] of Object.entries(TREE))
      this.#write(`tree/${path}`, world.absent.includes(path) ? null : text)
    const request = requestWith({
      cwd,
      now: NOW,
      sourceRoot: 'tree',
      workspace: join(cwd, 'tree'),
      sarif: ['scan.sarif'],
      policy: 'policy.yml',
      baseline: world.known === null ? [] : ['base.sarif'],
      diff: world.changed === null ? null : 'change.diff',
      exceptions: world.exceptions.length === 0 ? null : 'exceptions.yml',
      kev: world.kev === null ? [] : ['kev.json'],
      event: world.event
    })
    const ports = localPorts({ cwd, sourceRoot: 'tree', layerSources: new Map([['acme/policy', 'layers']]) })
    return (await evaluate(request, ports, () => undefined)).decision
  }

  remove(): void {
    rmSync(this.directory, { recursive: true })
  }

  #write(path: string, text: string | null): void {
    if (this.#written.get(path) === (text ?? '')) return
    const whole = join(this.directory, path)
    mkdirSync(dirname(whole), { recursive: true })
    if (text === null) rmSync(whole, { force: true })
    else writeFileSync(whole, text)
    this.#written.set(path, text ?? '')
  }
}

/** The text of a line as a scanner sees it. */
type LineAt = (path: string, line: number) => string | undefined

const TREE_NOW: LineAt = (path, line) => TREE[path]?.split('\n')[line - 1]

/** What the change wrote was another text before. */
const wasText = (path: string, line: number): string => `was ${TREE_NOW(path, line) ?? ''}`

const lineBefore =
  ({ changed }: World): LineAt =>
  (path, line) =>
    changed?.[path] === line ? wasText(path, line) : TREE_NOW(path, line)

/** Every tool runs, so that none is missed because it found nothing. */
function logOf(results: readonly ResultSpec[], failed: readonly string[], lineAt: LineAt): object {
  return aLog(
    ...TOOLS.map(tool => {
      const own = results.filter(each => each.tool === tool)
      return {
        tool: { driver: { name: tool, rules: own.map(ruleOf) } },
        invocations: [{ executionSuccessful: !failed.includes(tool) }],
        results: own.map((spec, ruleIndex) => resultOf(spec, ruleIndex, lineAt))
      }
    })
  )
}

const idOf = ({ rule, advisory, tool }: ResultSpec): string =>
  tool === 'Trivy' && advisory !== undefined ? advisory : rule

const ruleOf = (spec: ResultSpec): object => ({
  id: idOf(spec),
  ...(spec.level === undefined ? {} : { defaultConfiguration: { level: spec.level } }),
  properties: {
    ...(spec.score === undefined ? {} : { 'security-severity': spec.score }),
    ...(spec.advisory === undefined ? {} : { tags: [spec.advisory] })
  }
})

const at = (uri: string, startLine: number): object => ({
  physicalLocation: { artifactLocation: { uri }, region: { startLine } }
})

function resultOf(spec: ResultSpec, ruleIndex: number, lineAt: LineAt): object {
  const { uri, line, beside, snippet, fingerprint, suppressed, purl } = spec
  const text = lineAt(posix.normalize(uri), line)
  const region = { startLine: line, ...(snippet && text !== undefined ? { snippet: { text } } : {}) }
  return {
    ruleId: idOf(spec),
    ruleIndex,
    message: { text: `${spec.rule} is here` },
    locations: [
      { physicalLocation: { artifactLocation: { uri }, region } },
      ...(beside === undefined ? [] : [at(beside, line)])
    ],
    ...(fingerprint === undefined ? {} : { fingerprints: { 'scanner/v1': fingerprint } }),
    ...(suppressed === undefined ? {} : { suppressions: [{ kind: suppressed, status: 'accepted' }] }),
    ...(purl === undefined ? {} : { properties: { purl } })
  }
}

/** What the base commit has, with all that it has no more. */
const baselineOf = ({ results, gone }: World, known: readonly number[]): readonly ResultSpec[] => [
  ...known.flatMap(index => results[index] ?? []),
  ...gone
]

const diffOf = (changed: Readonly<Record<string, number>>): string =>
  Object.entries(changed)
    .map(([path, line]) => replaceDiff(path, line, [wasText(path, line)], [TREE_NOW(path, line) ?? '']))
    .join('')

/** The last of the layers is the policy that is named, those before it are files of another repository. */
const layerFile = ({ below }: World, index: number): string =>
  index === below.length ? 'policy.yml' : `layers/${index}.yml`

const policyTexts = (world: World): readonly string[] => [
  topOf(world),
  ...world.below.map((each, index) => layerBelow(each, index + 1))
]

function topOf({ preset, rules, tiers, rest, more, exceptions }: World): string {
  const assets = Object.entries(tiers).map(([name, tier]) => ({ name, paths: [`${name}/**`], tier }))
  return JSON.stringify({
    version: 1,
    ...(preset ? { extends: ['preset:baseline'] } : {}),
    assets: rest === null ? assets : [...assets, { name: 'rest', paths: ['**'], tier: rest }],
    ...more,
    rules: rules.map((rule, index) => ({ id: `r${index}`, ...rule })),
    ...(exceptions.length === 0 ? {} : { exceptions: { approvers: { users: ['sec-bob'] } } })
  })
}

const layerBelow = ({ rules = [], ...rest }: LayerSpec, index: number): string =>
  JSON.stringify({
    version: 1,
    extends: Array.from({ length: index }, (_, at) => `github:acme/policy/${at}.yml@${'0'.repeat(40)}`),
    ...rest,
    ...(rules.length === 0 ? {} : { rules: rules.map((rule, at) => ({ id: `below${index}-${at}`, ...rule })) })
  })

const exceptionsOf = ({ exceptions }: World): string =>
  JSON.stringify({
    version: 1,
    exceptions: exceptions.map(({ match, type, expires }, index) => ({
      id: `EXC-2026-000${index + 1}`,
      type,
      match,
      reason: 'It is not deployed and goes away soon',
      owner: '@alice',
      'approved-by': ['@sec-bob'],
      'approved-at': '2026-11-01',
      expires
    }))
  })

const kevOf = (ids: readonly string[]): string =>
  JSON.stringify({
    catalogVersion: '2026.11.22',
    dateReleased: '2026-11-22T00:00:00Z',
    count: ids.length + 1,
    vulnerabilities: [...ids, 'CVE-2000-0001'].map(cveID => ({ cveID, dateAdded: '2026-11-01', dueDate: '2026-11-22' }))
  })
