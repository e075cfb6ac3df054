import { commandsOf, type ShellCommand } from '../shell/commands.js'
import type { Gate } from '../workflows/gates.js'
import { gap, type Step, type Weakness, type WorkflowText } from '../workflows/weakness.js'

/** Whether a path lies in the checkout, where the change may have put what it likes. */
const IN_CHECKOUT =
  /^["']?(?:\$\{?(?:PWD|GITHUB_WORKSPACE)\b|\$\(pwd\)|\$\{\{\s*github\.workspace\b|\.{1,2}(?:\/|$|:)|[\w-]+(?:\/|$|:))/

/** Variables by which other code is loaded into the gate's process, or into the shell that starts it. */
const LOADS_CODE = new Map([
  ['NODE_OPTIONS', /--(?:require|import|loader|experimental-loader)\b|(?:^|[\s"'])-r\b|\$/],
  ['BASH_ENV', /./],
  ['ENV', /./],
  ['LD_PRELOAD', /./],
  ['LD_LIBRARY_PATH', /./],
  ['NODE_PATH', /./],
  ['GIT_DIR', /./],
  ['GIT_EXEC_PATH', /./],
  ['GIT_CONFIG_GLOBAL', /./],
  ['GIT_CONFIG_COUNT', /./],
  ['PATH', /./]
])

/** Variables that tell the command line whose change it judges, and by whose policy. */
const OF_CI =
  /^(?:GITHUB|CI|GITLAB|CHANGE|BUILD|SYSTEM|BITBUCKET|JENKINS)_\w+$|^(?:CI|GIT_COMMIT|BRANCH_NAME|TF_BUILD)$/

/** Variables that change what the gate is, what it is asked, or what it sees. */
export const environmentWeaknesses = (gate: Gate): readonly Weakness[] => [
  ...[gate.file.env, gate.job.env, gate.step.env].flatMap(values =>
    [...values].flatMap(([name, text]) => variableWeaknesses(name, text.value, text.place, gate))
  ),
  ...gate.job.steps.slice(0, Math.max(gate.job.steps.indexOf(gate.step), 0)).flatMap(step => writtenBy(step, gate)),
  ...inScript(gate)
]

const REMOVE = 'Remove it from the job of the gate'

function variableWeaknesses(name: string, value: string, place: Weakness['place'], gate: Gate): readonly Weakness[] {
  if (LOADS_CODE.get(name)?.test(value)) return [gap(place, `\`${name}\` loads other code into the gate`, REMOVE)]
  // The runner hands inputs over in such variables, and sets those only that a step or a default gives.
  if (gate.script === null && /^INPUT_/i.test(name)) {
    const message = `\`${name}\` is taken for an input that the step of the gate does not give`
    return [gap(place, message, 'Write inputs under `with`')]
  }
  return []
}

/** What a step before the gate leaves in the environment of the steps behind it. */
function writtenBy({ run }: Step, gate: Gate): readonly Weakness[] {
  if (run === null) return []
  const lines = run.value.split(/\r?\n/)
  const found = /GITHUB_ENV\b/.test(run.value) ? lines.flatMap(line => setsForAll(line, run, gate)) : []
  const added = lines.some(line => /GITHUB_PATH\b/.test(line) && addsCheckout(line))
  const message = 'a directory of the checkout comes first in `PATH`: a change can put its own git or node there'
  return added ? [...found, gap(run.place, message, 'Add no directory of the checkout in the job of the gate')] : found
}

/** A file that is poured into the environment says whatever the change lets it say. */
const POURED = /\b(?:cat|cp|jq|yq|sed|grep|awk|envsubst|sort|source)\b[^\n;&|]*(?:>>?|\|\s*tee\b)[^\n]*GITHUB_ENV\b/

function setsForAll(line: string, run: WorkflowText, gate: Gate): readonly Weakness[] {
  if (POURED.test(line)) {
    const message = 'what a file holds is put into the environment of the gate, and a change may write it'
    return [gap(run.place, message, 'Name each variable, and its value')]
  }
  return [...line.matchAll(/(?<![\w$-])([A-Za-z_][\w-]*)(?:=|<<)(.*)$/g)].flatMap(([, name = '', value = '']) =>
    variableWeaknesses(name, value.replace(/["']?\s*(?:>>?|\|).*$/, ''), run.place, gate)
  )
}

const addsCheckout = (line: string): boolean =>
  IN_CHECKOUT.test(/\b(?:echo|printf)\s+(?:-\w+\s+)*((?:\$\{\{[^}]*\}\}|\S)+)/.exec(line)?.[1] ?? '')

const ASSIGNMENT = /^([A-Za-z_]\w*)\+?=(.*)$/s

/** What the script of the gate's own command sets before it. */
function inScript(gate: Gate): readonly Weakness[] {
  const { script, step } = gate
  const place = step.run?.place ?? step.place
  if (script === null) return []
  return script.commands.slice(0, script.index + 1).flatMap((command, at) =>
    settings(command, at === script.index).flatMap(([name, value]) => {
      if (OF_CI.test(name)) {
        const message = `\`${name}\`, which tells whose policy counts, is set by the script of the gate`
        return [gap(place, message, 'Leave the variables of the CI system as they are')]
      }
      if (name === 'PATH' && !IN_CHECKOUT.test(value)) return []
      return variableWeaknesses(name, value, place, gate)
    })
  )
}

/** `A=b command`, `export A=b`, `unset A`, `env -u A command`; an assignment alone in a script is one of its own. */
function settings({ words }: ShellCommand, isGate: boolean): readonly (readonly [name: string, value: string])[] {
  const assigned = (list: readonly string[]) =>
    list.flatMap(word => {
      const [, name, value = ''] = ASSIGNMENT.exec(word) ?? []
      return name === undefined ? [] : [[name, value] as const]
    })
  const [verb = ''] = words
  if (verb === 'unset') return words.slice(1).map(name => [name, ''] as const)
  if (verb === 'export' || verb === 'declare' || verb === 'readonly') return assigned(words.slice(1))
  const first = words.findIndex(word => !ASSIGNMENT.test(word))
  const own = assigned(first < 0 ? words : words.slice(0, first))
  if (!isGate) return first < 0 ? own : []
  const env = words.indexOf('env')
  if (env < 0) return own
  const gone = words.flatMap((word, at) => (word === '-u' || word === '--unset' ? [words[at + 1] ?? ''] : []))
  const emptied = words.includes('-i') || words.includes('--ignore-environment') ? ['GITHUB_ACTIONS'] : []
  return [...own, ...assigned(words.slice(env + 1)), ...[...gone, ...emptied].map(name => [name, ''] as const)]
}

/** The commands of a step before the gate. */
export const commandsOfStep = ({ run }: Step): readonly ShellCommand[] => (run === null ? [] : commandsOf(run.value))
