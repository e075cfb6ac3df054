import { commandsOf, type ShellCommand } from './shell/commands.js'
import type { ReachedJob } from './workflows/gates.js'
import { gap, type Step, type Weakness } from './workflows/weakness.js'

const DOWNLOADS = /download-artifact/i
const BY_COMMAND = /\bgh\s+run\s+download\b/

/** What a pull request's run has kept is its author's: it may be read, never executed. */
export function executed(step: Step, { job }: ReachedJob, event: string): readonly Weakness[] {
  const { run } = step
  if (run === null || (event !== 'workflow_run' && event !== 'issue_comment')) return []
  const before = job.steps.slice(0, job.steps.indexOf(step))
  const download = before.findLast(
    ({ uses, run: script }) => DOWNLOADS.test(uses?.value ?? '') || BY_COMMAND.test(script?.value ?? '')
  )
  const script = [download?.run, run].find(text => BY_COMMAND.test(text?.value ?? ''))?.value
  if (download === undefined && script === undefined) return []
  const given = download?.inputs.get('path')?.value ?? /(?:-D|--dir)[ =]["']?([^\s"']+)/.exec(script ?? '')?.[1] ?? ''
  const hint = 'Only read what it holds, as data'
  if (runsFrom(commandsOf(run.value), withoutDot(given))) {
    const message = `an artifact of another run is executed on \`${event}\`, where it can use the repository's token`
    return [gap(run.place, message, hint)]
  }
  if (!/GITHUB_(?:ENV|PATH)\b/.test(run.value) || !/\bcat\b|\$\(<|\btee\b|\bjq\b/.test(run.value)) return []
  const message = `what an artifact of another run holds is put into the environment on \`${event}\`, and may load other code`
  return [gap(run.place, message, hint)]
}

const withoutDot = (path: string): string =>
  path
    .trim()
    .replace(/^(?:\.\/)+|\/+$/g, '')
    .replace(/^\.$/, '')

const INTERPRETERS = /^(?:(?:ba|z|da)?sh|source|\.|node|python3?|ruby|perl|php|pwsh|deno|bun)$/
/** Tools that run what the files of a directory tell them to. */
const BUILDS =
  /^(?:make|npm|npx|yarn|pnpm|bundle|cargo|mvn|mvnw|gradle|gradlew|pip3?|composer|rake|tox|pytest|docker|go|dotnet)$/

/** Whether some command runs what lies in a directory; the empty one is the workspace, where it may have replaced anything. */
function runsFrom(commands: readonly ShellCommand[], directory: string): boolean {
  const lies = (path: string): boolean => {
    const text = withoutDot(path)
    return directory === '' ? !/^[/~$]/.test(text) : text === directory || text.startsWith(`${directory}/`)
  }
  let inside = directory === ''
  return commands.some(({ words }) => {
    const [name = '', ...rest] = words
    if (name === 'cd' || name === 'pushd') inside = inside || lies(rest[0] ?? '')
    if (name.includes('/')) return lies(name) || (inside && name.startsWith('./'))
    const path = rest.find(word => !word.startsWith('-'))
    if (INTERPRETERS.test(name))
      return path !== undefined && (lies(path) || inside) && !rest.includes('-c') && !rest.includes('-e')
    if (name === 'chmod') return /x/.test(rest[0] ?? '') && rest.slice(1).some(lies)
    return BUILDS.test(name) && (inside || rest.some(lies))
  })
}
