/**
 * Writes decision files of a made-up fleet, the same at every call: 500 repositories, of whose runs every third is on the
 * default branch. Their shape is that of a decision which this edition makes of `examples/shop`.
 *
 *   node bench/decisions.mjs COUNT DIRECTORY
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const REPOSITORIES = 500
/** Findings that a decision reports, out of those that the repository has in the course of time. */
const REPORTED = 7
const POOL = 40
const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)
const SEVERITIES = ['critical', 'high', 'medium', 'low']
const CATEGORIES = ['sast', 'sca', 'secret', 'container']
const TOOLS = { sast: 'CodeQL', sca: 'npm audit', secret: 'gitleaks', container: 'Trivy' }

const sha256 = text => createHash('sha256').update(text).digest('hex')
const instant = time => new Date(time).toISOString().replace('.000Z', 'Z')

/** A real decision, of which the made-up ones take the shape and the texts. */
function sample() {
  const args = ['--sarif', 'results', '--policy', 'policy-gate.yml', '--exceptions', 'exceptions.yml']
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      here('../dist/cli.js'),
      'evaluate',
      ...args,
      '--baseline',
      'baseline',
      '--diff',
      'change.diff',
      '--format',
      'json'
    ],
    { cwd: here('../examples/shop'), encoding: 'utf8', maxBuffer: 2 ** 28 }
  )
  if (status !== 1) throw new Error('the sample cannot be decided')
  return JSON.parse(stdout)
}

/** A finding of a repository: its traits hang on its number alone. */
function outcomeOf(shape, repository, number, at, isBlocked, isExcepted) {
  const id = sha256(`${repository} ${number}`).slice(0, 32)
  const category = CATEGORIES[number % 4]
  const first = instant(START + ((repository * 7 + number * 31) % 700) * HOUR)
  return {
    ...shape,
    finding: {
      ...shape.finding,
      id: `F-${id}`,
      fingerprint: id,
      tool: TOOLS[category],
      ruleId: `${category}/rule-${number}`,
      category,
      severity: SEVERITIES[(number >> 2) % 4],
      tier: number % 3,
      owners: [`@acme/team-${repository % 40}`],
      identifiers:
        category === 'sca' ? [`CVE-2026-${1000 + ((repository + number) % 300)}`] : shape.finding.identifiers,
      state: isBlocked ? 'introduced' : 'existing',
      firstDetected: first
    },
    verdict: isBlocked ? 'block' : isExcepted ? 'pass' : 'warn',
    reason: isExcepted ? 'excepted' : 'rule',
    rules: shape.rules.slice(0, 1),
    controls: shape.controls.slice(0, 1),
    sla: {
      due: instant(Date.parse(first) + 30 * 24 * HOUR),
      status: at > Date.parse(first) + 30 * 24 * HOUR ? 'breached' : 'within'
    },
    exception: isExcepted ? { id: `EXC-${repository}`, expires: '2026-12-31' } : null
  }
}

/** The text of the decision with that number. */
export function decisionText(shape, number) {
  const repository = number % REPOSITORIES
  const run = Math.floor(number / REPOSITORIES)
  const at = START + run * 24 * HOUR + repository * 60_000
  const isMain = run % 3 === 0
  const findings = Array.from({ length: REPORTED }, (_, index) => (Math.floor(run / 6) + index * 3 + repository) % POOL)
  const outcomes = findings.map((finding, index) =>
    outcomeOf(
      shape.outcomes[index % shape.outcomes.length],
      repository,
      finding,
      at,
      !isMain && index === 0,
      index === 1
    )
  )
  const exceptions = shape.exceptions.slice(0, 1).map(exception => ({
    ...exception,
    id: `EXC-${repository}`,
    finding: outcomes[1].finding.id,
    expires: '2026-12-31'
  }))
  const document = {
    ...shape,
    verdict: isMain ? 'warn' : 'block',
    evaluatedAt: instant(at),
    change: {
      ...shape.change,
      event: isMain ? 'push' : 'pull_request',
      repository: `acme/service-${repository}`,
      branch: 'main',
      headSha: sha256(`${number}`).slice(0, 40),
      pullRequest: isMain ? null : number + 1,
      runId: number + 1
    },
    options: { ...shape.options, sarif: ['results'], baseline: ['baseline'] },
    inputs: shape.inputs.slice(0, 3).map(input => ({ ...input, sha256: sha256(`${number} ${input.name}`) })),
    scans: Object.entries(TOOLS).map(([category, name]) => ({
      ...shape.scans[0],
      id: category,
      category,
      tools: [{ name, version: '1.0.0', results: 2 }]
    })),
    counts: {
      ...shape.counts,
      block: isMain ? 0 : 1,
      warn: isMain ? 6 : 5,
      pass: 1,
      total: REPORTED,
      excepted: 1,
      results: REPORTED
    },
    outcomes,
    exceptions,
    controls: shape.controls.slice(0, 1),
    notices: []
  }
  const { digest: _, ...open } = document
  const body = JSON.stringify(open, null, 2).slice(0, -'\n}'.length)
  return `${body},\n  "digest": "${sha256(body)}"\n}\n`
}

/** Writes so many, a directory for each repository. */
export function writeDecisions(count, directory) {
  const shape = sample()
  for (let number = 0; number < count; number++) {
    const folder = `${directory}/service-${number % REPOSITORIES}`
    if (number < REPOSITORIES) mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/${number}.json`, decisionText(shape, number))
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeDecisions(Number(process.argv[2]), process.argv[3])
