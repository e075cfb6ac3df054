/** One run of the Action on a push, without a token: what it is asked, as the runner would ask it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SHA = { before: 'a'.repeat(40), after: 'b'.repeat(40) }

/** Environment of the Action for these files and this policy; everything that it writes goes to one directory. */
export function actionEnvironment(paths, policy) {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-bench-action-'))
  const at = name => join(directory, name)
  mkdirSync(at('workspace'))
  mkdirSync(at('temp'))
  const [owner, name] = ['acme', 'pay']
  const repository = { id: 1, name, full_name: `${owner}/${name}`, default_branch: 'main', owner: { login: owner } }
  writeFileSync(at('event.json'), JSON.stringify({ ...SHA, ref: 'refs/heads/main', repository, commits: [] }))
  for (const file of ['output', 'summary', 'state', 'env']) writeFileSync(at(file), '')
  return {
    directory,
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: at('event.json'),
      GITHUB_REPOSITORY: repository.full_name,
      GITHUB_SHA: SHA.after,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW_REF: 'acme/pay/.github/workflows/gate.yml@refs/heads/main',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_WORKSPACE: at('workspace'),
      RUNNER_TEMP: at('temp'),
      GITHUB_OUTPUT: at('output'),
      GITHUB_STEP_SUMMARY: at('summary'),
      GITHUB_STATE: at('state'),
      GITHUB_ENV: at('env'),
      INPUT_SARIF: paths.join('\n'),
      INPUT_POLICY: policy,
      INPUT_BASELINE: 'none',
      INPUT_TIER: '1',
      'INPUT_FAIL-ON': 'block',
      'INPUT_CHECK-NAME': 'Policy gate',
      INPUT_COMMENT: 'never',
      INPUT_ANNOTATIONS: 'all'
    }
  }
}
