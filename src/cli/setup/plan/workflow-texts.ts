import { WORKFLOWS } from '../../../generated/workflows.js'
import type { ChosenScanner } from './scanners.js'

/** What the documented workflows leave to the repository. */
export interface WorkflowParts {
  /** `OWNER/REPO@<full commit sha>` */
  readonly action: string
  /** The default branch. */
  readonly branch: string
  /** Of the workflow that runs the gate; no other workflow of the repository has it. */
  readonly name: string
  readonly scanners: readonly ChosenScanner[]
  /** Whether KEV and EPSS are fetched: findings of dependencies ask for them. */
  readonly hasFeeds: boolean
}

/** The workflows of docs/github-setup.md that a repository begins with, by path. */
const BEGINNING = ['policy-gate.yml', 'policy-gate-commands.yml', 'policy-gate-forks.yml'] as const

/** Each of them as a text, by its path. */
export const workflowTexts = (parts: WorkflowParts): ReadonlyMap<string, string> =>
  new Map(BEGINNING.map(file => [`.github/workflows/${file}`, filledIn(WORKFLOWS[file], parts)]))

const SCANS = /^ *- run: \.\/scan\.sh.*\n +continue-on-error: true.*\n/m

function filledIn(text: string, { action, branch, name, scanners, hasFeeds }: WorkflowParts): string {
  const [repository = '', commit = ''] = action.split('@')
  const feeds = hasFeeds ? WORKFLOWS.feeds : ''
  return (hasFeeds ? withFeeds(text) : text)
    .replace(SCANS, () => `${scanSteps(scanners)}${feeds}`)
    .replace(/repository: policy-gate\/policy-gate$/m, () => `repository: ${repository}`)
    .replace(/ref: <full[^>]*>/, () => `ref: ${commit}`)
    .replaceAll(/policy-gate\/policy-gate@<[^>]*>/g, () => action)
    .replaceAll(/^ *org-token:.*\n/gm, '')
    .replace(/branches: \[main\]/, () => `branches: [${JSON.stringify(branch)}]`)
    .replace(/^name: Security$/m, () => `name: ${name}`)
    .replace(/workflows: \[Security\]/, () => `workflows: [${name}]`)
}

/** The gate reads the feeds, and what it has read is kept for the runs that decide again. */
const withFeeds = (text: string): string =>
  text
    .replace(/^( *)sarif: results\n/gm, '$&$1kev: feeds/kev.json\n$1epss: feeds/epss.csv.gz\n')
    .replace(/^( *)results\n/m, '$&$1feeds\n')

/** A scanner that fails must not keep the others, and the gate, from saying so. */
const scanSteps = (scanners: readonly ChosenScanner[]): string =>
  [
    '      - run: mkdir -p results # each scanner writes SARIF into it\n',
    ...scanners.map(
      ({ title, command }) =>
        `      - name: ${title}\n        run: ${command}\n        continue-on-error: true # the gate tells what is missing or failed\n`
    )
  ].join('')
