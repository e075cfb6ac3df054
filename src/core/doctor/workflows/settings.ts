import { DEFAULT_CHECK_NAME } from '../../ground/check-name.js'
import { isDynamic, templateOf } from '../expression/template.js'
import { flagOf } from '../shell/gate-command.js'
import type { Gate, ReachedJob } from './gates.js'
import { advice, gap, type Values, type Weakness, type WorkflowText } from './weakness.js'

/** Inputs of the gate on which rests what it decides. */
export type GateSetting = 'policy' | 'exceptions' | 'tier' | 'fail-on'

/** What an input or a flag of a gate says; null where nothing is given. Calls and `env` are followed. */
export function settingOf(gate: Gate, name: GateSetting): WorkflowText | null {
  if (gate.script === null) {
    const text = gate.step.inputs.get(name)
    return text === undefined || text.value.trim() === '' ? null : textBehind(text, gate, gate.step.env)
  }
  const value = flagOf(gate.script.flags, name)
  return value === null
    ? null
    : textBehind({ value, place: gate.step.run?.place ?? gate.step.place }, gate, gate.step.env)
}

/** Texts that lead to one another are followed so far. */
const MOST_LINKS = 12

/** The text without what callers and `env` give: `${{ inputs.x }}` is what the caller hands over. */
export function textBehind(text: WorkflowText, reached: ReachedJob, ofStep: Values, depth = 0): WorkflowText {
  const shell = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(text.value)?.[1]
  const path = shell === undefined ? onlyPath(text.value) : ['env', shell.toLowerCase()]
  const [context, key] = path ?? []
  if (key === undefined) return text
  const found =
    context === 'env' ? envOf(reached, ofStep, key) : context === 'inputs' ? callInputOf(reached, key) : undefined
  // Texts may lead in circles: then nobody can tell.
  if (found === undefined || depth > MOST_LINKS) return text
  const caller = context === 'inputs' ? reached.caller : reached
  return caller === null ? found : textBehind(found, caller, context === 'inputs' ? new Map() : ofStep, depth + 1)
}

/** The context that a text is, where it is nothing else. */
function onlyPath(text: string): readonly string[] | null {
  const { literals, expressions } = templateOf(text.trim())
  const [expression] = expressions
  if (expressions.length !== 1 || literals.some(literal => literal !== '') || expression?.kind !== 'access') return null
  return expression.path.length === 2 ? expression.path.map(key => key ?? '') : null
}

/** What a called workflow gets under a name. */
export function callInputOf(reached: ReachedJob, key: string): WorkflowText | undefined {
  return reached.caller?.job.inputs.get(key) ?? reached.file.defaults.get(key)
}

/** A variable of a step's environment, as far as the file gives it; the key in lower case. */
export function envOf({ file, job }: ReachedJob, ofStep: Values, key: string): WorkflowText | undefined {
  for (const values of [ofStep, job.env, file.env]) {
    const found = [...values].find(([name]) => name.toLowerCase() === key)
    if (found !== undefined) return found[1]
  }
  return undefined
}

/** The name of the check that a gate posts. */
export const checkNameOf = (gate: Gate): string => {
  const text = gate.step.inputs.get('check-name')
  return text === undefined || text.value.trim() === ''
    ? DEFAULT_CHECK_NAME
    : textBehind(text, gate, gate.step.env).value.trim()
}

/** The directory that the gate's command runs in, as far as the file says; null: the workspace, or it is no command. */
export function directoryOf(gate: Gate): WorkflowText | null {
  if (gate.script === null) return null
  const text = gate.step.workingDirectory ?? gate.job.workingDirectory ?? gate.file.workingDirectory
  return text === null ? null : textBehind(text, gate, gate.step.env)
}

/** Whether only the run knows what a text is. */
export const isUnknown = ({ value }: WorkflowText): boolean => isDynamic(value) || /\$[({\w]|`/.test(value)

/** Inputs of which nobody can tell what they are, and a tier that is milder than the default. */
export function settingWeaknesses(gate: Gate): readonly Weakness[] {
  const found: Weakness[] = []
  for (const name of ['policy', 'exceptions', 'tier'] as const) {
    const text = settingOf(gate, name)
    if (text !== null && isUnknown(text)) {
      const message = `nobody can tell which ${WHAT[name]} the gate reads: \`${name}\` is ${text.value}`
      found.push(gap(text.place, message, 'Write it as it is'))
    }
  }
  const directory = directoryOf(gate)
  if (directory !== null && (isUnknown(directory) || /^(?:\/|\.\.)/.test(directory.value))) {
    const message = `nobody can tell which policy the gate reads: it runs in ${directory.value}`
    found.push(gap(directory.place, message, 'Let it run in the workspace'))
  }
  const tier = settingOf(gate, 'tier')
  if (tier?.value.trim() === '2') {
    const message = '`tier` puts every path that no asset names into the mildest tier'
    found.push(advice(tier.place, message, 'Name such paths as assets of the policy, and leave `tier` out'))
  }
  return found
}

const WHAT = { policy: 'policy', exceptions: 'exceptions file', tier: 'tier' } as const
