import type { WorkflowRun } from '../../../github/objects.js'
import type { GitHub } from '../../../github/port.js'

/** Files that a pull request touches, under their old names too; null where nobody can list all of them. */
export type Touched = ReadonlySet<string> | null

/** The pull request, and the head of it that is asked about. */
export interface TouchingHead {
  readonly number: number
  readonly headSha: string
}

/** What the pull request touches. Errors: GitHubError. */
export async function touchedBy({ number, headSha }: TouchingHead, github: GitHub): Promise<Touched> {
  const { files, complete } = await github.changedFiles(number, headSha)
  return complete ? new Set(files.flatMap(({ path, previousPath }) => [path, previousPath ?? path])) : null
}

/**
 * Whether the pull request leaves the workflow of a run alone, and those that it calls. A fork could otherwise keep an
 * empty scan, and have this run, which may write, call its head clean (workflows of a pull request are its own).
 */
export const leavesWorkflows = ({ path, called }: WorkflowRun, touched: Touched): boolean =>
  touched !== null && ![path, ...called].some(each => touched.has(each))

/** What it touches of the scripts and lists that the policy governs, and that no workflow says it uses; sorted. */
export const touchedOf = (touched: Touched, isGoverned: (path: string) => boolean): readonly string[] =>
  [...(touched ?? [])].filter(isGoverned).sort()

const MAX_BYTES = 1024 * 1024
/** Workflows and actions that are read; what uses more is not known to be left alone. */
const MOST_READ = 30

/**
 * Whether it leaves the actions alone that lie in the repository and that the workflows of the run use, and those use in
 * turn. Errors: GitHubError.
 */
export async function leavesActions(
  { path, called }: WorkflowRun,
  touched: ReadonlySet<string>,
  headSha: string,
  github: GitHub
): Promise<boolean> {
  const open = [path, ...called]
  const seen = new Set(open)
  for (let read = 0; open.length > 0; read += 1) {
    const file = open.pop() ?? ''
    const directories = read < MOST_READ ? actionsIn(await textAt(file, headSha, github)) : null
    if (directories === null) return false
    for (const directory of directories) {
      if ([...touched].some(each => directory === '' || each.startsWith(`${directory}/`))) return false
      for (const name of ['action.yml', 'action.yaml'].map(each =>
        directory === '' ? each : `${directory}/${each}`
      )) {
        if (!seen.has(name)) open.push(name)
        seen.add(name)
      }
    }
  }
  return true
}

async function textAt(path: string, ref: string, github: GitHub): Promise<string> {
  const file = await github.fileAt({ path, ref, maxBytes: MAX_BYTES })
  return file.kind === 'file' ? Buffer.from(file.bytes).toString('utf8') : ''
}

/** Directories of `uses: ./path`, from the root of the repository; calls of workflows are told by the run itself. */
const actionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\buses["']?\s*:\s*["']?\.\/([^\s"'#,}\]]*)/g)]
    .map(([, path = '']) => path.replace(/^(?:\.?\/)+|\/+$/g, ''))
    .filter(path => !/\.ya?ml$/.test(path))
