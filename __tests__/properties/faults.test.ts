import { expect, test } from '@jest/globals'
import { announce, publish } from '../../src/action/answer/publish.js'
import type { CheckPlace } from '../../src/action/answer/signing.js'
import type { Basis } from '../../src/action/basis.js'
import { readEvent } from '../../src/action/event.js'
import { readChange } from '../../src/action/facts/change.js'
import { trustedPolicyPort } from '../../src/action/facts/trust.js'
import { readInputs } from '../../src/action/inputs.js'
import { requestOfRun, trustedCommit } from '../../src/action/request.js'
import { ConfigurationError } from '../../src/core/ground/errors.js'
import { evaluate } from '../../src/gate/gate.js'
import { GitHubError, type GitHubFailure } from '../../src/github/http/failure.js'
import type { GitHub } from '../../src/github/port.js'
import { aLog, aResult, aSarifRun, withFiles } from '../e2e/workspace.js'
import { pullRequestEvent } from '../fake-github/events.js'
import { seedsOf } from '../thorough.js'

const SIGNED: Omit<CheckPlace, 'name' | 'headSha' | 'answer' | 'yields'> = {
  runId: 1,
  signature: { workflow: null, run: 1, attempt: 1, seat: null, scans: null, isDisputed: false },
  workflowPath: null,
  again: false,
  exact: false,
  ticket: 'one',
  inName: false,
  disputed: () => ({ title: 'Two gates', summary: 'Two gates', text: null })
}
const BASIS: Basis = { scans: null, commands: '', label: null, excepted: [], until: null, rests: null }

const POLICY =
  'version: 1\nrules: [{ id: r, when: { min-severity: high, state: [introduced, unknown] }, verdict: block }]\n'
const LOOSE = 'version: 1\nrules: [{ id: r, when: { min-severity: high }, verdict: pass }]\n'
const FAILURES: readonly GitHubFailure[] = [
  { kind: 'not-found' },
  { kind: 'unauthorised' },
  { kind: 'unavailable', mayHaveHappened: true },
  { kind: 'unavailable', mayHaveHappened: false },
  { kind: 'invalid' }
]

const SEEDS = seedsOf(25)

/** xorshift: the same seed, the same faults. */
function dice(seed: number): () => number {
  let state = seed * 2654435761 + 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** A GitHub whose every call fails one time in five, in one of the ways that the port knows. */
function flaky(seed: number, headSha: string): GitHub {
  const roll = dice(seed)
  const answers: Readonly<Record<string, (argument: never) => unknown>> = {
    fileAt: ({ path }: { readonly path: string }) =>
      path.endsWith('policy-gate.yml')
        ? { kind: 'file', bytes: Buffer.from(POLICY), blobSha: 'b' }
        : { kind: 'absent' },
    changedFiles: () => ({
      files: [
        { path: 'src/a.ts', previousPath: null, status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b', blobSha: null }
      ],
      complete: roll() < 0.5
    }),
    pullRequest: () => ({ state: 'open', headSha }),
    startCheck: () => 'created',
    keepCheck: () => ({ id: 1, url: 'u', action: 'created', annotationsPosted: 1, annotationsError: null, others: [] }),
    keepComment: () => ({ action: 'created', url: 'u', duplicatesDeleted: 0, restored: false })
  }
  return new Proxy({} as GitHub, {
    get: (_, method: string) => async (argument: never) => {
      const answer = answers[method]
      // What this world does not know GitHub answers with 404, never with nothing.
      if (answer === undefined) throw new GitHubError('GitHub: not here', { kind: 'not-found' } as GitHubFailure, 404)
      if (roll() >= 0.2) return answer(argument)
      const failure = FAILURES[Math.floor(roll() * FAILURES.length)] ?? FAILURES[0]
      throw new GitHubError('GitHub: a fault', failure as GitHubFailure, 500)
    }
  })
}

test('whatever fails at GitHub, a change that is blocked without faults never passes, and every run ends', async () => {
  const event = pullRequestEvent('opened')
  const { occasion, change } = readEvent(
    { GITHUB_EVENT_NAME: event.name, GITHUB_REPOSITORY: 'acme/pay' },
    event.payload
  )
  if (occasion.kind !== 'judged') throw new Error('a pull request is to be judged')
  const inputs = readInputs(name => (name === 'sarif' ? 'a.sarif' : ''), [])
  const place = {
    name: 'Policy gate',
    headSha: change.headSha ?? '',
    answer: 'pull-request' as const,
    yields: false,
    ...SIGNED
  }
  const files = {
    'a.sarif': aLog(aSarifRun('CodeQL', [aResult('js/x', 'src/a.ts', 1, { level: 'error' })])),
    '.github/policy-gate.yml': LOOSE
  }
  const ends = { blocked: 0, undecided: 0 }
  await withFiles(files, async workspace => {
    for (const seed of SEEDS) {
      const github = flaky(seed, change.headSha ?? '')
      const ports = {
        policy: trustedPolicyPort({ workspace, baseSha: trustedCommit(occasion, change), github }),
        change: () => readChange(change, { root: workspace, runSha: null, recorded: null }, github),
        approvals: null,
        baseline: null,
        sources: null,
        since: null,
        tree: null
      }
      try {
        await announce(github, place)
        const { decision } = await evaluate(
          requestOfRun(
            { inputs, occasion, change, told: [] },
            { workspace, runSha: null, workflow: null, runId: null, now: '2026-11-23T12:00:00Z' }
          ),
          ports,
          () => undefined
        )
        expect(decision.verdict).toBe('block')
        const view = { checkName: 'Policy gate', serverUrl: null, rules: [], proposal: null, runUrl: null }
        await publish(decision, {
          change,
          inputs,
          view,
          annotations: { worst: [], total: 0 },
          github,
          place,
          scan: null,
          basis: BASIS,
          leaves: () => false
        })
        ends.blocked += 1
      } catch (error) {
        // The base's policy could not be read: that is no pass either.
        expect(error).toBeInstanceOf(ConfigurationError)
        ends.undecided += 1
      }
    }
  })
  expect(ends.blocked + ends.undecided).toBe(SEEDS.length)
  expect(ends.blocked).toBeGreaterThan(SEEDS.length * 0.3)
  expect(ends.undecided).toBeGreaterThan(SEEDS.length * 0.1)
})
