import type { Category } from '../../../core/finding.js'
import type { RepositoryContents } from './contents.js'
import { INFRASTRUCTURE, LANGUAGES, LOCK_FILES } from './kinds.js'

/** One scanner that fits, as a step of the workflow and an entry of the policy. */
export interface ChosenScanner {
  /** Of the entry under `scans`. */
  readonly id: string
  readonly category: Category
  /** As its SARIF file names it. */
  readonly tool: string
  /** Of the step. */
  readonly title: string
  readonly command: string
  /** Globs of what it looks at; empty: every repository has it. */
  readonly appliesTo: readonly string[]
  /** What of the repository asks for it. */
  readonly because: string
}

/** Files that are named in full before the rest is counted. */
const NAMED = 3

const listed = (names: readonly string[]): string =>
  names.length <= NAMED ? names.join(', ') : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`

/**
 * Scanners that run on GitHub's Ubuntu runners as they are, from package registries that check what they give out, in
 * one version each. None fails its step over what it finds.
 */
export function scannersFor(contents: RepositoryContents): readonly ChosenScanner[] {
  const { languages, lockFiles, infrastructure, workflows } = contents
  return [
    {
      id: 'secrets',
      category: 'secret',
      tool: 'gitleaks',
      title: 'Secrets (gitleaks)',
      command:
        'go run github.com/zricethezav/gitleaks/v8@v8.30.1 dir . --redact --exit-code 0 --report-format sarif --report-path results/gitleaks.sarif',
      appliesTo: [],
      because: 'every repository can leak one'
    },
    ...(languages.length === 0 ? [] : [codeScanner(languages.map(({ name }) => name))]),
    ...(lockFiles.length === 0 ? [] : [dependencyScanner(lockFiles)]),
    ...(infrastructure.length === 0 ? [] : [infrastructureScanner(infrastructure)]),
    ...(workflows.length === 0 ? [] : [workflowScanner(workflows)])
  ]
}

const codeScanner = (names: readonly string[]): ChosenScanner => ({
  id: 'code',
  category: 'sast',
  tool: 'Semgrep',
  title: 'Code (Semgrep)',
  command:
    'pipx run semgrep==1.178.0 scan --config p/default --metrics off --exclude results --sarif --output results/semgrep.sarif',
  appliesTo: LANGUAGES.filter(({ name }) => names.includes(name)).map(({ extensions }) =>
    extensions.length === 1 ? `**/*.${extensions[0]}` : `**/*.{${extensions.join(',')}}`
  ),
  because: names.join(', ')
})

const dependencyScanner = (lockFiles: readonly string[]): ChosenScanner => ({
  id: 'dependencies',
  category: 'sca',
  tool: 'osv-scanner',
  title: 'Dependencies (OSV-Scanner)',
  command:
    'go run github.com/google/osv-scanner/v2/cmd/osv-scanner@v2.5.1 scan source --recursive --format sarif . > results/osv-scanner.sarif',
  appliesTo: LOCK_FILES.filter(({ name }) =>
    lockFiles.some(path => name.test(path.slice(path.lastIndexOf('/') + 1)))
  ).map(({ glob }) => glob),
  because: listed(lockFiles)
})

function infrastructureScanner(files: readonly string[]): ChosenScanner {
  const kinds = INFRASTRUCTURE.filter(({ file }) => files.some(path => file.test(path)))
  const frameworks = [...new Set(kinds.map(({ kind }) => kind))].join(' ')
  return {
    id: 'infrastructure',
    category: 'iac',
    tool: 'Checkov',
    title: 'Infrastructure (Checkov)',
    command: `pipx run checkov==3.2.533 --directory . --framework ${frameworks} --soft-fail --quiet --output sarif --output-file-path results`,
    appliesTo: kinds.map(({ glob }) => glob),
    because: listed(files)
  }
}

const workflowScanner = (workflows: readonly string[]): ChosenScanner => ({
  id: 'workflows',
  category: 'iac',
  tool: 'zizmor',
  title: 'Workflows (zizmor)',
  command: 'pipx run zizmor==1.30.1 --offline --no-exit-codes --format sarif . > results/zizmor.sarif',
  appliesTo: ['.github/workflows/*.{yml,yaml}'],
  because: listed(workflows)
})
