import { flagOf } from '../shell/gate-command.js'
import type { Gate } from '../workflows/gates.js'
import { isUnknown, textBehind } from '../workflows/settings.js'
import { advice, gap, type Weakness, type WorkflowText } from '../workflows/weakness.js'

/** Paths that the gate is given under an input or a flag. */
function pathsOf(gate: Gate, name: string): readonly WorkflowText[] {
  const { script, step } = gate
  if (script === null) {
    const text = step.inputs.get(name)
    if (text === undefined) return []
    const { value, place } = textBehind(text, gate, step.env)
    return value.split('\n').flatMap(line => (line.trim() === '' ? [] : [{ value: line.trim(), place }]))
  }
  const place = step.run?.place ?? step.place
  return script.flags.flatMap((word, at) => {
    if (word.startsWith(`--${name}=`)) return [{ value: word.slice(name.length + 3), place }]
    if (word !== `--${name}`) return []
    const rest = script.flags.slice(at + 1)
    const end = rest.findIndex(each => each.startsWith('--'))
    return (end < 0 ? rest : rest.slice(0, end)).map(value => ({ value, place }))
  })
}

/** What the gate reads as the scans of the change. */
export const sarifPaths = (gate: Gate): readonly string[] => pathsOf(gate, 'sarif').map(({ value }) => value)

const bare = (path: string): string =>
  path
    .trim()
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+(?:\*\*(?:\/\*)?)?$/, '')

/** Whether a path is one of others, or a directory above it. The workspace itself is above all that is relative. */
export function coveringPath(path: string, others: readonly string[]): boolean {
  const wanted = bare(path)
  return others.map(bare).some(other => {
    if (wanted === '.' || wanted === '') return !/^[/~$]/.test(other)
    return other === wanted || other.startsWith(`${wanted}/`)
  })
}

/** What the gate is given that takes the point from its answer. */
export const inputWeaknesses = (gate: Gate): readonly Weakness[] => [
  ...baselineWeaknesses(gate),
  ...rootWeaknesses(gate),
  ...flagWeaknesses(gate),
  ...packageWeaknesses(gate)
]

const OF_A_STEP = /^\$\{\{\s*steps\.[\w-]+\.outputs\.[\w-]+(?:\s*\|\|\s*'(?:none|auto)?')?\s*\}\}$/

function baselineWeaknesses(gate: Gate): readonly Weakness[] {
  const scans = sarifPaths(gate)
  return pathsOf(gate, 'baseline').flatMap(({ value, place }) => {
    // What a step of this very job says stands in the file, before everybody's eyes.
    if (OF_A_STEP.test(value)) return []
    if (isUnknown({ value, place })) {
      const message = `nobody can tell which baseline the gate reads: \`baseline\` is ${value}`
      return [gap(place, message, 'Write it as it is')]
    }
    if (!coveringPath(value, scans)) return []
    const message = 'the scans of the change are their own baseline: whatever it brings in is taken for old'
    return [gap(place, message, 'Give the baseline a directory of its own, or leave it to `auto`')]
  })
}

/** Text of the base in place of the change's: nothing of it is in the diff then. */
function rootWeaknesses(gate: Gate): readonly Weakness[] {
  const [root] = pathsOf(gate, 'source-root')
  const elsewhere = gate.job.steps.find(({ uses, inputs }) => {
    if (uses === null || !/^actions\/checkout@/i.test(uses.value) || root === undefined) return false
    const given = ['ref', 'repository'].some(key => inputs.has(key))
    return given && bare(inputs.get('path')?.value ?? '.') === bare(root.value)
  })
  if (root === undefined || elsewhere === undefined) return []
  const message = `\`source-root\` is a checkout of another commit (${elsewhere.place.path}:${elsewhere.place.line}): what is looked at is not what is merged`
  return [gap(root.place, message, 'Let it be the checkout of the change')]
}

/** Flags of the command line that no input of the Action has: they are for trying things out. */
function flagWeaknesses({ script, step }: Gate): readonly Weakness[] {
  if (script === null) return []
  const place = step.run?.place ?? step.place
  const [at, event, base, now] = ['policy-at', 'event', 'base-sha', 'now'].map(name => flagOf(script.flags, name))
  const found: Weakness[] = []
  const say = (message: string, hint: string) => found.push(gap(place, message, hint))
  if (at === 'worktree') say('`--policy-at worktree` lets the change bring the policy that judges it', 'Remove it')
  if (event != null && !event.includes('$') && !/^(?:pull_request|merge_group)/.test(event))
    say(`\`--event ${event}\` judges the change by its own policy, as what is merged is`, 'Remove it')
  if (
    base != null &&
    /\bHEAD\b(?![~^@])|GITHUB_SHA(?!\}?[~^])|github\.sha\b|head\.sha/.test(base) &&
    !base.includes('merge-base')
  )
    say('`--base-sha` is the commit that is judged: compared with itself it brings nothing in', 'Name the base')
  if (now != null && /^\d/.test(now))
    say('`--now` stops the clock: no exception ends, and nothing is overdue', 'Remove it')
  return found
}

/** A package whose version whoever publishes it chooses. */
function packageWeaknesses({ script, step }: Gate): readonly Weakness[] {
  const word = script?.commands[script.index]?.words.find(each => /^policy-gate@/.test(each))
  if (word === undefined || /@\d+\.\d+\.\d+(?:[-+][\w.]+)?$/.test(word)) return []
  const message = `${word} can be another version at any time`
  return [advice(step.run?.place ?? step.place, message, 'Name the whole version')]
}
