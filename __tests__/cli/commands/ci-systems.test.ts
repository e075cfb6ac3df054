import { describe, expect, test } from '@jest/globals'
import { ciChange } from '../../../src/cli/ci-change.js'
import { evaluated, type Repository, withChange } from '../loosened.js'
import { runCommand } from '../run-command.js'

/** What each system sets for a request; the base is named by a commit or by a branch. */
const SYSTEMS: readonly (readonly [string, (of: Repository) => Readonly<Record<string, string>>])[] = [
  [
    'GitHub',
    () => ({
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_BASE_REF: 'main',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_REPOSITORY: 'acme/shop'
    })
  ],
  [
    'GitLab',
    ({ base, head }) => ({
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      CI_COMMIT_SHA: head
    })
  ],
  ['Jenkins', ({ head }) => ({ CHANGE_ID: '7', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-7', GIT_COMMIT: head })],
  [
    'Azure Pipelines',
    ({ head }) => ({
      BUILD_REASON: 'PullRequest',
      SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
      SYSTEM_PULLREQUEST_SOURCECOMMITID: head,
      BUILD_SOURCEVERSION: head,
      BUILD_SOURCEBRANCH: 'refs/pull/7/merge'
    })
  ],
  [
    'Bitbucket',
    ({ base, head }) => ({
      BITBUCKET_PR_ID: '7',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
      BITBUCKET_PR_DESTINATION_COMMIT: base.slice(0, 12),
      BITBUCKET_COMMIT: head,
      BITBUCKET_BRANCH: 'topic'
    })
  ]
]

describe.each(SYSTEMS)('the variables of %s', (system, variablesOf) => {
  test('name base, head, branch and request', () =>
    withChange(async repository => {
      const { directory, base, head } = repository
      const decision = await evaluated(directory, [], variablesOf(repository))
      expect(decision).toMatchObject({
        status: 1,
        verdict: 'block',
        change: { event: 'pull_request', baseSha: base, headSha: head, pullRequest: 7 },
        outcomes: [{ finding: { state: 'introduced' } }]
      })
    }))

  test('whose base is not in the clone are exit 2 with what to do', () =>
    withChange(async repository => {
      const variables = Object.entries(variablesOf(repository)).map(([name, value]) => {
        const isBase = /BASE_SHA|BASE_REF|DESTINATION|TARGET/.test(name) && value !== ''
        return [name, isBase ? (/^[0-9a-f]+$/.test(value) ? '0'.repeat(40) : 'gone') : value] as const
      })
      const argv = ['evaluate', '--sarif', 'scan.sarif']
      const run = await runCommand(argv, repository.directory, undefined, Object.fromEntries(variables))
      expect([system, run.status, run.stdout]).toEqual([system, 2, ''])
      expect(run.stderr).toMatch(/is not in this clone.*--base-sha/)
    }))

  test('give way to flags', () =>
    withChange(async repository => {
      const flags = ['--event', 'push', '--base-sha', repository.head]
      const decision = await evaluated(repository.directory, flags, variablesOf(repository))
      expect(decision.change).toMatchObject({ event: 'push', baseSha: repository.head })
    }))
})

const GITHUB = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop' }

test('a trial merge that GitHub checks out tells head and base', () =>
  withChange(async ({ directory, base, head, git }) => {
    git('checkout', '--quiet', '--detach', base)
    git('merge', '--quiet', '--no-ff', '--message=trial', head)
    git('branch', '--quiet', '-D', 'main')
    const decision = await evaluated(directory, [], {
      ...GITHUB,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_BASE_REF: 'main',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_SHA: git('rev-parse', 'HEAD')
    })
    expect(decision).toMatchObject({
      status: 1,
      change: { baseSha: base, headSha: head, pullRequest: 7, repository: 'acme/shop', branch: 'main' },
      outcomes: [{ finding: { state: 'introduced' } }]
    })
  }))

test("a merge queue's branch names the branch that it merges into", () =>
  withChange(async ({ directory, base }) => {
    const ref = `refs/heads/gh-readonly-queue/main/pr-7-${base}`
    const variables = { ...GITHUB, GITHUB_EVENT_NAME: 'merge_group', GITHUB_REF: ref }
    expect(await evaluated(directory, [], variables)).toMatchObject({
      status: 1,
      change: { event: 'merge_group', baseSha: base, branch: 'main' }
    })
  }))

/** What a step or a file of the change may set, and must not pass by. */
const BENT: readonly (readonly [string, (of: Repository) => Readonly<Record<string, string>>])[] = [
  ['the head as the base', ({ head }) => ({ CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_DIFF_BASE_SHA: head })],
  [
    'a commit that is not on the target branch as the base',
    ({ head }) => ({
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: head
    })
  ],
  [
    'another cause, and no number',
    ({ base }) => ({ CI_PIPELINE_SOURCE: 'push', CI_MERGE_REQUEST_IID: '', CI_MERGE_REQUEST_DIFF_BASE_SHA: base })
  ],
  ['another system that has no request', () => ({ GITLAB_CI: 'true', CHANGE_ID: '7', CHANGE_TARGET: 'main' })],
  [
    'two systems that have one',
    ({ head }) => ({
      CHANGE_ID: '7',
      CHANGE_TARGET: 'main',
      BITBUCKET_PR_ID: '7',
      BITBUCKET_PR_DESTINATION_COMMIT: head
    })
  ]
]

test.each(BENT)('%s does not bring the policy of the change', (_, variablesOf) =>
  withChange(async repository => {
    const argv = ['evaluate', '--sarif', 'scan.sarif', '--format', 'json']
    const { status, stdout } = await runCommand(argv, repository.directory, undefined, variablesOf(repository))
    expect([1, 2]).toContain(status)
    if (status === 1) expect(JSON.parse(stdout).change.baseSha).toBe(repository.base)
  })
)

test.each([
  ['push', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/release/1' }, 'push', 'release/1'],
  ['a tag', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/v1' }, 'push', null],
  ['another event', { GITHUB_EVENT_NAME: 'release', GITHUB_REF: 'refs/tags/v1' }, null, null]
])('%s on GitHub is about no request', (_, variables, event, branch) =>
  withChange(async ({ directory }) => {
    const decision = await evaluated(directory, [], { ...GITHUB, ...variables })
    expect(decision.change).toMatchObject({ event, branch, baseSha: null, pullRequest: null })
  })
)

test('the log says what was taken from where', () =>
  withChange(async ({ directory, head }) => {
    const variables = { CHANGE_ID: '7', CHANGE_TARGET: 'main', GIT_COMMIT: head }
    const { stderr } = await runCommand(['evaluate', '--sarif', 'scan.sarif'], directory, undefined, variables)
    expect(stderr).toBe(
      `What flags leave open, Jenkins says: event pull_request, base main (CHANGE_TARGET), head ${head} (GIT_COMMIT), request 7 (CHANGE_ID)\n`
    )
  }))

describe('the repository is named', () => {
  const GITLAB = { CI_PIPELINE_SOURCE: 'push' }
  const JENKINS = { JENKINS_URL: 'https://ci.example' }
  const AZURE = { TF_BUILD: 'True', BUILD_REASON: 'IndividualCI', SYSTEM_TEAMPROJECT: 'My Project' }

  test.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['GitLab', { ...GITLAB, CI_PROJECT_PATH: 'acme/shop' }, 'acme/shop'],
    ['GitLab, below groups', { ...GITLAB, CI_PROJECT_PATH: 'acme/web/front/shop' }, 'acme/web/front/shop'],
    ['Jenkins', { ...JENKINS, GIT_URL: 'https://bot:secret@git.example/acme/shop.git' }, 'acme/shop'],
    ['Jenkins by ssh', { ...JENKINS, GIT_URL: 'git@git.example:acme/web/shop.git' }, 'acme/web/shop'],
    ['Jenkins, Bitbucket Server', { ...JENKINS, GIT_URL: 'https://git.example/scm/ACME/shop.git' }, 'ACME/shop'],
    ['Azure Repos', { ...AZURE, BUILD_REPOSITORY_NAME: 'shop' }, 'My Project/shop'],
    ['Azure Pipelines of GitHub', { ...AZURE, BUILD_REPOSITORY_NAME: 'acme/shop' }, 'acme/shop'],
    ['Bitbucket', { BITBUCKET_COMMIT: '0', BITBUCKET_REPO_FULL_NAME: 'acme/shop' }, 'acme/shop'],
    ['one part', { ...GITLAB, CI_PROJECT_PATH: 'shop' }, null],
    ['a way up', { ...GITLAB, CI_PROJECT_PATH: 'acme/../shop' }, null],
    ['two lines', { ...GITLAB, CI_PROJECT_PATH: 'acme/shop\n::error::x' }, null],
    ['a folder of the machine', { ...JENKINS, GIT_URL: 'file:///srv' }, null]
  ])('%s', (_, variables, expected) => expect(ciChange(variables)?.repository).toBe(expected))

  const GITHUB = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop' }
  const BITBUCKET = { BITBUCKET_COMMIT: '0', BITBUCKET_REPO_FULL_NAME: 'acme/shop' }
  const SHOP = { ...GITLAB, CI_PROJECT_PATH: 'acme/shop' }

  test.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['GitHub', { ...GITHUB, GITHUB_SERVER_URL: 'https://github.com' }, 'https://github.com/acme/shop'],
    ['GitLab', { ...SHOP, CI_SERVER_URL: 'https://gitlab.example:8443' }, 'https://gitlab.example:8443/acme/shop'],
    [
      'Jenkins',
      { ...JENKINS, GIT_URL: 'https://bot:secret@git.example/acme/shop.git' },
      'https://git.example/acme/shop'
    ],
    ['Jenkins by ssh', { ...JENKINS, GIT_URL: 'git@git.example:acme/web/shop.git' }, 'ssh://git.example/acme/web/shop'],
    [
      'Jenkins by ssh, with a port',
      { ...JENKINS, GIT_URL: 'ssh://git@git.example:7999/a/b.git' },
      'ssh://git.example:7999/a/b'
    ],
    [
      'Azure Repos',
      { ...AZURE, BUILD_REPOSITORY_NAME: 'shop', BUILD_REPOSITORY_URI: 'https://acme@dev.azure.com/acme/p/_git/shop' },
      'https://dev.azure.com/acme/p/_git/shop'
    ],
    [
      'Bitbucket',
      { ...BITBUCKET, BITBUCKET_GIT_HTTP_ORIGIN: 'http://bitbucket.org/acme/shop' },
      'http://bitbucket.org/acme/shop'
    ],
    ['nobody', SHOP, null],
    ['a folder of the machine', { ...JENKINS, GIT_URL: '/srv/git/acme/shop.git' }, null],
    ['words', { ...JENKINS, GIT_URL: 'acme/shop' }, null],
    ['two lines', { ...SHOP, CI_SERVER_URL: 'https://gitlab.example\n::error::x' }, null]
  ])('and its address without password by %s', (_, variables, expected) =>
    expect(ciChange(variables)?.address).toBe(expected)
  )

  test('in the decision and in the log, without the password of its address', () =>
    withChange(async ({ directory }) => {
      const variables = { ...JENKINS, GIT_URL: 'https://bot:secret@git.example/acme/shop.git' }
      const argv = ['evaluate', '--sarif', 'scan.sarif', '--format', 'json']
      const { stdout, stderr } = await runCommand(argv, directory, undefined, variables)
      expect(JSON.parse(stdout).change.repository).toBe('acme/shop')
      expect(stderr).toContain('repository acme/shop (GIT_URL)')
      expect(stderr).not.toContain('secret')
    }))
})
