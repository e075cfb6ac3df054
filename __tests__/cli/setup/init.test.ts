import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { aLog, aSarifRun } from '../../e2e/workspace.js'
import { type TestClone, withClone } from '../clone.js'
import { runCommand } from '../run-command.js'

const SHA = 'a'.repeat(40)
const ACTION = ['--action', `policy-gate/policy-gate@${SHA}`]
const OWNER = ['--owner', '@acme/security']
const POLICY = '.github/policy-gate.yml'
const GATE = '.github/workflows/policy-gate.yml'

const KEV = {
  dateReleased: '2026-11-30T00:00:00Z',
  count: 1,
  vulnerabilities: [{ cveID: 'CVE-2020-1000', dateAdded: '2026-01-01' }]
}
const EPSS = '#model_version:v1,score_date:2026-11-30T00:00:00+0000\ncve,epss,percentile\nCVE-2020-1000,0.5,0.9\n'

type Files = Readonly<Record<string, string>>
const CI = 'name: Security\non: push\njobs:\n  x:\n    runs-on: ubuntu-latest\n    steps: [{ run: make }]\n'

/** Made-up repositories, and the drivers whose scans their policy asks for. */
const REPOSITORIES: readonly (readonly [string, Files, readonly string[]])[] = [
  ['empty', {}, ['gitleaks']],
  [
    'of JavaScript',
    { 'package-lock.json': '{}', 'src/a.js': '', 'b.tsx': '' },
    ['gitleaks', 'Semgrep OSS', 'osv-scanner']
  ],
  [
    'of Python with an image',
    { 'requirements.txt': 'x==1', 'app/main.py': '', Dockerfile: 'FROM scratch' },
    ['gitleaks', 'Semgrep OSS', 'osv-scanner', 'checkov']
  ],
  ['of Terraform', { 'envs/prod/main.tf': '', 'modules/net/net.tf': '' }, ['gitleaks', 'checkov']],
  [
    'of Go, several modules',
    { 'svc/pay/go.mod': 'module a', 'svc/pay/m.go': '', 'svc/mail/go.mod': 'module b', 'svc/mail/m.go': '' },
    ['gitleaks', 'Semgrep OSS', 'osv-scanner']
  ],
  ['of Java', { 'pom.xml': '<project/>', 'src/main/java/A.java': '' }, ['gitleaks', 'Semgrep OSS', 'osv-scanner']],
  [
    'mixed',
    {
      'web/package.json': '{}',
      'web/yarn.lock': '',
      'web/i.ts': '',
      'services/auth-api/Cargo.toml': '',
      'services/auth-api/Cargo.lock': '',
      'services/auth-api/m.rs': '',
      'deploy/k8s/a.yaml': '',
      'chart/Chart.yaml': '',
      'Dockerfile.dev': '',
      '.semgrepignore': 'x'
    },
    ['gitleaks', 'Semgrep OSS', 'osv-scanner', 'checkov']
  ],
  ['with workflows of its own', { '.github/workflows/ci.yml': CI, 'a.py': '' }, ['gitleaks', 'Semgrep OSS', 'zizmor']],
  ['with owners', { 'docs/CODEOWNERS': '*.md @acme/docs', 'a.rb': '' }, ['gitleaks', 'Semgrep OSS']]
]

const began = (clone: TestClone, ...args: readonly string[]) =>
  runCommand(['init', ...ACTION, ...args], clone.directory)
const read = ({ directory }: TestClone, path: string): string => readFileSync(join(directory, path), 'utf8')

describe.each(REPOSITORIES)('a repository %s', (_, files, drivers) => {
  test('has no gap afterwards, and passes where its scanners find nothing', async () => {
    await withClone(async clone => {
      clone.commit(files)
      const made = await began(clone, ...OWNER)
      expect(made).toMatchObject({ status: 0, stderr: '' })
      clone.commit({})
      const doctor = await runCommand(['doctor'], clone.directory)
      expect(doctor.stdout.split('\n')).toEqual([
        `${POLICY}: advice: no rule blocks before 2026-12-29. Nothing is held up until then`,
        expect.stringMatching(/^No gap found in \d workflows and the policy; 1 thing to look at$/),
        ''
      ])
      expect(doctor.status).toBe(0)
      expect(await runCommand(['lint'], clone.directory)).toMatchObject({ status: 0, stderr: '' })

      for (const driver of drivers)
        clone.write({ [`results/${driver}.sarif`]: aLog(aSarifRun(driver, [], [{ id: 'r' }])) })
      clone.write({ 'feeds/kev.json': KEV, 'feeds/epss.csv': EPSS })
      const feeds = drivers.includes('osv-scanner') ? ['--kev', 'feeds/kev.json', '--epss', 'feeds/epss.csv'] : []
      const argv = ['evaluate', '--sarif', 'results', ...feeds, '--format', 'json']
      const evaluated = await runCommand(argv, clone.directory)
      const { verdict, completeness, scans } = JSON.parse(evaluated.stdout)
      expect(scans).toHaveLength(drivers.length + (feeds.length > 0 ? 2 : 0))
      expect({ verdict, completeness }).toEqual({ verdict: 'pass', completeness: 'complete' })
    })
  })

  test('blocks where a scan that was chosen is missing', async () => {
    await withClone(async clone => {
      clone.commit(files)
      await began(clone)
      for (const driver of drivers.slice(1)) clone.write({ [`results/${driver}.sarif`]: aLog(aSarifRun(driver, [])) })
      clone.write({ 'results/x.sarif': aLog(aSarifRun('Other', [])) })
      expect((await runCommand(['evaluate', '--sarif', 'results'], clone.directory)).status).toBe(1)
    })
  })

  test('is as it was after --dry-run', async () => {
    await withClone(async clone => {
      clone.commit(files)
      const { stdout } = await began(clone, '--dry-run', ...OWNER)
      expect(stdout).toMatch(/would write .*policy-gate\.yml\n {4}/)
      expect(stdout).toMatch(/Nothing was written\n$/)
      expect(clone.git('status', '--porcelain')).toBe('')
    })
  })
})

describe('the workflow that runs the gate', () => {
  test('has the scanners as steps before the gate, one upload after it, the pinned Action and the branch that git tells', async () => {
    await withClone(async clone => {
      clone.commit({ 'a.py': '' })
      clone.git('branch', '--move', 'main', 'trunk')
      await began(clone)
      const { name, on, jobs } = load(read(clone, GATE)) as {
        name: string
        on: { push: object }
        jobs: { gate: { steps: { name?: string; uses?: string; run?: string }[] } }
      }
      const steps = jobs.gate.steps.map(step => step.name ?? step.uses ?? step.run ?? '')
      expect(steps.map(step => step.replace(/@.*/, ''))).toEqual([
        'actions/checkout',
        'mkdir -p results',
        'Secrets (gitleaks)',
        'Code (Semgrep)',
        'policy-gate/policy-gate',
        'actions/upload-artifact'
      ])
      expect({ name, push: on.push }).toEqual({ name: 'Security', push: { branches: ['trunk'] } })
      expect(steps).toContain(`policy-gate/policy-gate@${SHA}`)
    })
  })

  test('fetches the feeds where dependencies are scanned: behind the scanners, for all runs that decide, and kept', async () => {
    await withClone(async clone => {
      clone.commit({ 'package-lock.json': '{}' })
      const { stdout } = await runCommand(['init', '--action', `acme/gate@${SHA}`], clone.directory)
      expect(stdout).toContain('Feeds (KEV, EPSS): fetched in the workflow')
      type Steps = { uses?: string; run?: string; with?: Record<string, string> }[]
      const stepsOf = (file: string): Steps =>
        Object.values(
          (load(read(clone, `.github/workflows/${file}`)) as { jobs: Record<string, { steps: Steps }> }).jobs
        )[0]?.steps ?? []
      const steps = stepsOf('policy-gate.yml')
      const at = (wanted: RegExp) => steps.findIndex(({ uses, run }) => wanted.test(uses ?? run ?? ''))
      expect([at(/osv-scanner/), at(/actions\/cache@/), at(/cli\.js feeds feeds$/), at(/^acme\/gate@/)]).toEqual([
        3, 5, 6, 7
      ])
      expect(steps[4]).toMatchObject({ with: { repository: 'acme/gate', ref: SHA, path: '.policy-gate' } })
      expect(steps.at(-1)?.with?.path).toMatch(/^results\nfeeds\n/)
      for (const file of ['policy-gate.yml', 'policy-gate-commands.yml', 'policy-gate-forks.yml'])
        expect(stepsOf(file).find(({ uses }) => uses?.startsWith('acme/gate@'))).toMatchObject({
          with: { sarif: 'results', kev: 'feeds/kev.json', epss: 'feeds/epss.csv.gz' }
        })
      expect(load(read(clone, POLICY))).toMatchObject({
        feeds: { kev: { 'if-missing': 'warn' } },
        rules: expect.arrayContaining([expect.objectContaining({ id: 'known-exploited', mode: 'monitor' })])
      })
    })
  })

  test('takes no name that another workflow has, and forks follow it', async () => {
    await withClone(async clone => {
      clone.commit({ '.github/workflows/ci.yml': CI })
      await began(clone)
      expect(read(clone, GATE)).toMatch(/^name: Security gate$/m)
      expect(read(clone, '.github/workflows/policy-gate-forks.yml')).toContain('workflows: [Security gate]')
    })
  })

  test('leaves nothing of the guide to fill in', async () => {
    await withClone(async clone => {
      clone.commit({})
      await began(clone)
      for (const file of ['policy-gate.yml', 'policy-gate-commands.yml', 'policy-gate-forks.yml'])
        expect(read(clone, `.github/workflows/${file}`)).not.toMatch(/<full|scan\.sh|ORG_TOKEN/)
    })
  })
})

describe('what is there', () => {
  test('is kept, each file by itself', async () => {
    await withClone(async clone => {
      clone.commit({ [POLICY]: 'version: 1\n', [GATE]: CI, 'a.py': '' })
      const { stdout } = await began(clone)
      expect(stdout).toContain(`kept ${POLICY}\nkept ${GATE}\nwrote .github/workflows/policy-gate-commands.yml\n`)
      expect([read(clone, POLICY), read(clone, GATE)]).toEqual(['version: 1\n', CI])
    })
  })
  test('is kept where git ignores it', async () => {
    await withClone(async clone => {
      clone.commit({ '.gitignore': '.github/policy-gate.yml\n' })
      clone.write({ [POLICY]: 'mine' })
      expect((await began(clone)).stdout).toContain(`kept ${POLICY}\n`)
      expect(read(clone, POLICY)).toBe('mine')
    })
  })
  test('is kept at the second time, all of it', async () => {
    await withClone(async clone => {
      clone.commit({ 'a.go': '' })
      await began(clone, ...OWNER)
      clone.commit({})
      const { status, stdout } = await began(clone, ...OWNER)
      expect({ status, wrote: stdout.match(/^(?:wrote|added).*/gm) }).toEqual({ status: 0, wrote: null })
      expect(clone.git('status', '--porcelain')).toBe('')
    })
  })
  test('is told by the workflow that answers pull requests, with each kind of scanner once', async () => {
    await withClone(async clone => {
      clone.commit({ 'a.go': '', Dockerfile: 'FROM scratch\n' })
      await began(clone, ...OWNER)
      clone.commit({})
      const { stdout } = await began(clone, ...OWNER)
      expect(stdout).toContain(`Open: ${GATE} runs the gate already`)
      expect(stdout).toMatch(
        /scanners of secret, sast(?:, sca)?, iac is not known: .* the policy says what that costs$/m
      )
    })
  })
  test('a gate that runs already keeps its workflow, and the policy only warns of scans that nobody promised', async () => {
    await withClone(async clone => {
      const gate = `on: pull_request\njobs:\n  x:\n    steps: [{ uses: "policy-gate/policy-gate@${SHA}" }]\n`
      clone.commit({ '.github/workflows/gate.yml': gate, 'a.py': '' })
      const { stdout } = await began(clone)
      expect(stdout).toContain('Open: .github/workflows/gate.yml runs the gate already')
      expect(existsSync(join(clone.directory, GATE))).toBe(false)
      expect(read(clone, POLICY)).toContain('{ id: code, category: sast, if-missing: warn')
    })
  })
})

describe('CODEOWNERS', () => {
  test('gets a line for each file that nobody owns, after its own lines and with its line ends', async () => {
    await withClone(async clone => {
      const before = '*.md @acme/docs\r\n/.github/workflows/ @acme/ci'
      clone.commit({ CODEOWNERS: before })
      const { stdout } = await began(clone, ...OWNER)
      expect(stdout).toContain('added to CODEOWNERS\n')
      expect(read(clone, 'CODEOWNERS')).toBe(
        `${before}\r\n# What the security gate decides by\r\n/${POLICY} @acme/security\r\n/.github/policy-exceptions.yml @acme/security\r\n`
      )
    })
  })
  test('is not made up: without an owner it is said what is open', async () => {
    await withClone(async clone => {
      clone.commit({})
      const { stdout } = await began(clone)
      expect(stdout).toMatch(/Open: Nobody owns .*policy-gate\.yml.* Give --owner/)
      expect(existsSync(join(clone.directory, '.github/CODEOWNERS'))).toBe(false)
    })
  })
})

describe('tiers', () => {
  test('are guessed by names of folders, never milder than the default, and said', async () => {
    await withClone(async clone => {
      clone.commit({
        'services/user-auth/src/a.ts': '',
        'docs/auth/x.md': '',
        'tests/payments/t.ts': '',
        'lib/a.ts': ''
      })
      const { stdout } = await began(clone)
      expect(stdout).toContain('Tier 0: services/user-auth/**, guessed by the name\nTier 1: everything else')
      expect((load(read(clone, POLICY)) as { assets: object }).assets).toEqual([
        { name: 'services-user-auth', paths: ['services/user-auth/**'], tier: 0 },
        { name: 'rest', paths: ['**'], tier: 1 }
      ])
    })
  })
  test('are as asked for', async () => {
    await withClone(async clone => {
      clone.commit({ 'services/auth/a.ts': '' })
      await began(clone, '--asset', 'web/**=0', '--asset', 'docs/**=2', '--tier', '2', '--enforce-from', '2027-03-01')
      expect(load(read(clone, POLICY))).toMatchObject({
        assets: [
          { paths: ['web/**'], tier: 0 },
          { paths: ['docs/**'], tier: 2 },
          { name: 'rest', tier: 2 }
        ],
        rules: expect.arrayContaining([expect.objectContaining({ 'enforce-from': '2027-03-01' })])
      })
      expect((await runCommand(['lint'], clone.directory)).status).toBe(0)
    })
  })
})

test('a manifest without a lock file is said', async () => {
  await withClone(async clone => {
    clone.commit({ 'web/package.json': '{}', 'api/go.mod': 'module a' })
    expect((await began(clone)).stdout).toMatch(/Open: web\/package\.json: no lock file says which versions/)
  })
})

test('names of any kind make no line or glob that means something else', async () => {
  await withClone(async clone => {
    clone.commit({ 'a b/payments/x.go': '', 'svc/[id]/auth/a.ts': '', 'q[z]/.semgrepignore': '', 'x"y/login/z.py': '' })
    await began(clone, ...OWNER)
    const { assets } = load(read(clone, POLICY)) as { assets: { paths: string[] }[] }
    expect(assets.map(({ paths }) => paths[0])).toEqual(['a b/payments/**', 'x"y/login/**', '**'])
    expect(read(clone, '.github/CODEOWNERS')).not.toContain('[')
    expect(await runCommand(['lint'], clone.directory)).toMatchObject({ status: 0, stderr: '' })
  })
})

test('below the root of a clone, and where .github is a link, nothing is written', async () => {
  await withClone(async clone => {
    clone.commit({ 'web/a.js': '', 'elsewhere/x': '' })
    const below = await runCommand(['init', ...ACTION], join(clone.directory, 'web'))
    expect(below).toMatchObject({ status: 2, stderr: expect.stringContaining('Run it in ../') })
    symlinkSync('elsewhere', join(clone.directory, '.github'))
    expect(await began(clone)).toMatchObject({ status: 2, stderr: expect.stringContaining('.github: is a link') })
    expect(clone.git('status', '--porcelain')).toBe('?? .github')
  })
})

test.each<readonly [string, readonly string[]]>([
  ['an Action that is not pinned', ['--action', 'policy-gate/policy-gate@v1']],
  ['an owner that is none', [...ACTION, '--owner', 'acme']],
  ['a tier that is none', [...ACTION, '--tier', '3']],
  ['a part without a tier', [...ACTION, '--asset', 'web/**']],
  ['a day that is none', [...ACTION, '--enforce-from', '2027-02-30']],
  ['a part that is no glob of the policy', [...ACTION, '--asset', '!web=1']]
])('%s is exit code 2, and nothing is written', async (_, args) => {
  await withClone(async clone => {
    clone.commit({})
    const { status } = await runCommand(['init', ...args], clone.directory)
    expect(status).toBe(2)
    expect(clone.git('status', '--porcelain')).toBe('')
  })
})
