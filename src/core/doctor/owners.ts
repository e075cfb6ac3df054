import { wholeFile } from '../ground/errors.js'
import { type Codeowners, ownersOf } from '../policy/codeowners.js'
import type { Gate, Recognition } from './workflows/gates.js'
import { advice, gap, type Weakness } from './workflows/weakness.js'
import { localDirectory } from './workflows/workflow.js'

/** Files on which the gate's answer rests, and who has to agree to a change of them. */
export interface Governed {
  readonly gates: readonly Gate[]
  readonly recognition: Recognition
  readonly codeowners: Codeowners | null
  /** Policies and exceptions files. */
  readonly files: readonly string[]
}

/** A pull request's own workflow, actions and scripts count in its run; policy and exceptions count once they are merged. */
export function ownerless({ gates, recognition, codeowners, files }: Governed): readonly Weakness[] {
  const isOwned = (path: string): boolean => codeowners !== null && ownersOf(codeowners, path).length > 0
  const workflows = [...new Set(gates.flatMap(({ workflow, file }) => [workflow.path, file.path]))]
  const message = 'nobody owns this file by CODEOWNERS, so a change of it needs no particular review'
  const hint = 'Give it owners whose review a ruleset requires'
  const ofWorkflow = `${hint}, or require the workflow by a ruleset of the organisation`
  return [
    ...gates.flatMap(gate =>
      codeOf(gate, recognition)
        .filter(path => !isOwned(path) && !isOfOthers(path, gate))
        .map(path => runsItself(gate, path))
    ),
    ...workflows.filter(path => !isOwned(path)).map(path => advice(wholeFile(path), message, ofWorkflow)),
    ...[...new Set(files)].filter(path => !isOwned(path)).map(path => advice(wholeFile(path), message, hint)),
    ...gates.flatMap(gate =>
      beside(gate, recognition)
        .filter(path => !isOwned(path) && !isOfOthers(path, gate))
        .map(path =>
          advice(
            wholeFile(path),
            'this runs before the gate, and nobody owns it by CODEOWNERS: a change can decide what is scanned',
            hint
          )
        )
    )
  ]
}

/** Whether a file comes from another repository, at one commit: no change of this one can touch it. */
const isOfOthers = (path: string, { job }: Gate): boolean =>
  job.steps.some(({ uses, inputs }) => {
    const directory =
      inputs
        .get('path')
        ?.value.trim()
        .replace(/^\.\/|\/+$/g, '') ?? ''
    const isPinned = /^[0-9a-f]{40}$/.test(inputs.get('ref')?.value.trim() ?? '')
    const isCheckout = uses !== null && /^actions\/checkout@/i.test(uses.value)
    return isCheckout && isPinned && inputs.has('repository') && directory !== '' && path.startsWith(`${directory}/`)
  })

function runsItself({ step }: Gate, path: string): Weakness {
  const message = `the gate is run from the checkout (${path}), and nobody owns that by CODEOWNERS: a change brings a gate of its own`
  return gap(step.place, message, 'Use the published Action, pinned by its commit, or give the files owners')
}

/** The gate's own code, where it comes from the checkout. */
function codeOf({ file, step, script }: Gate, { local }: Recognition): readonly string[] {
  // A step of a composite action of the checkout.
  if (step.place.path !== file.path) return [step.place.path]
  if (script !== null) {
    const words = script.commands[script.index]?.words ?? []
    const path = words.find(word => /(?:^|\/)dist\/cli\.js$/.test(word))
    return path === undefined || /^[/~$]|node_modules/.test(path) ? [] : [path.replace(/^\.\//, '')]
  }
  const directory = localDirectory(step.uses?.value ?? '')
  if (directory === null || !local.has(directory.toLowerCase())) return []
  return [directory === '' ? 'action.yml' : `${directory}/action.yml`]
}

const SCRIPT = /^(?:\.\/)?((?:[\w.-]+\/)*[\w-]+\.(?:sh|bash|py|js|mjs|ts|rb|pl|ps1))$/

/** Local actions and scripts of the checkout that run in the gate's job before it. */
function beside({ job, step }: Gate, { local }: Recognition): readonly string[] {
  const before = job.steps.slice(0, Math.max(job.steps.indexOf(step), 0))
  return before.flatMap(({ uses, run }) => {
    const directory = localDirectory(uses?.value ?? '')
    if (directory !== null && !local.has(directory.toLowerCase()))
      return [directory === '' ? 'action.yml' : `${directory}/action.yml`]
    return [
      ...targets(run?.value ?? ''),
      ...(run?.value ?? '').split(/[\s;&|"']+/).flatMap(word => {
        const path = SCRIPT.exec(word)?.[1]
        return path !== undefined && (word.startsWith('./') || word.includes('/')) ? [path] : []
      })
    ]
  })
}

/** Files that tools take their commands from. */
const TARGETS: readonly (readonly [RegExp, string])[] = [
  [/^\s*make\b(?!.*\s-f)/m, 'Makefile'],
  [
    /\b(?:npm|pnpm|yarn)\s+(?:run\b|run-script\b|test\b|t\b)|\byarn\s+(?!add|install|dlx|exec)[a-z][\w:-]*/,
    'package.json'
  ],
  [/^\s*just\b/m, 'justfile'],
  [/^\s*task\b/m, 'Taskfile.yml'],
  [/^\s*rake\b/m, 'Rakefile'],
  [/^\s*tox\b/m, 'tox.ini']
]

const targets = (script: string): readonly string[] =>
  TARGETS.flatMap(([pattern, file]) => (pattern.test(script) ? [file] : []))
