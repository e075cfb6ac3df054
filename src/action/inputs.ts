import { DEFAULT_CHECK_NAME } from '../core/ground/check-name.js'
import { ConfigurationError, type Problem } from '../core/ground/errors.js'
import { DEFAULT_TIER, TIERS, type Tier } from '../core/policy/policy.js'
import { ANNOTATION_MODES, type AnnotationMode } from '../core/reports/annotations.js'
import { COMMENT_MODES, type CommentMode } from '../core/reports/markdown/comment.js'
import { hintFor, oneOfHint } from '../core/yaml/nearest.js'
import { FAIL_ON, type FailOn } from '../gate/exit-codes.js'
import type { Environment } from './runner.js'

/** Names of the Action's inputs; a test holds them equal to action.yml. */
export const INPUT_NAMES = [
  'sarif',
  'policy',
  'exceptions',
  'baseline',
  'source-root',
  'tier',
  'kev',
  'epss',
  'vex',
  'github-token',
  'org-token',
  'fail-on',
  'check-name',
  'comment',
  'annotations',
  'output-dir'
] as const
export type InputName = (typeof INPUT_NAMES)[number]

/** The Action's inputs, checked. Absent optional ones are null. */
export interface Inputs {
  readonly sarif: readonly string[]
  readonly policy: string | null
  readonly exceptions: string | null
  /** `auto`: what the gate itself left on the base branch. */
  readonly baseline: readonly string[] | 'auto'
  /** Directory of the workspace in which the repository is checked out; null: the workspace itself. */
  readonly sourceRoot: string | null
  readonly tier: Tier
  readonly kev: readonly string[]
  readonly epss: readonly string[]
  readonly vex: readonly string[]
  readonly githubToken: string | null
  readonly orgToken: string | null
  readonly failOn: FailOn
  readonly checkName: string
  readonly comment: CommentMode
  readonly annotations: AnnotationMode
  readonly outputDir: string | null
}

/**
 * Reads and checks every input; the only reader of them. `get` gives an input's text, trimmed, or ''. The runner
 * accepts inputs that action.yml does not name, so `given` (the names in its environment) is checked for misspelt ones.
 */
export function readInputs(get: (name: InputName) => string, given: readonly string[]): Inputs {
  const problems: Problem[] = given.filter(name => !INPUT_NAMES.some(each => each === name)).map(unknownInput)
  const oneOf = <Word extends string>(name: InputName, words: readonly Word[], fallback: Word): Word => {
    const text = get(name)
    const word = text === '' ? fallback : words.find(each => each === text)
    if (word === undefined) problems.push(notOneOf(name, text, words))
    return word ?? fallback
  }
  const sarif = lines(get('sarif'))
  if (sarif.length === 0) {
    problems.push({
      place: null,
      message: 'Input sarif is empty',
      hint: "Give the scanners' files, one path or glob per line"
    })
  }
  const tier = oneOf('tier', TIERS.map(String), String(DEFAULT_TIER))
  const inputs: Inputs = {
    sarif,
    policy: textOrNull(get('policy')),
    exceptions: textOrNull(get('exceptions')),
    baseline: baselineIn(lines(get('baseline')), problems),
    sourceRoot: textOrNull(get('source-root')),
    tier: TIERS.find(each => String(each) === tier) ?? DEFAULT_TIER,
    kev: lines(get('kev')),
    epss: lines(get('epss')),
    vex: lines(get('vex')),
    githubToken: textOrNull(get('github-token')),
    orgToken: textOrNull(get('org-token')),
    failOn: oneOf('fail-on', FAIL_ON, 'block'),
    checkName: get('check-name') || DEFAULT_CHECK_NAME,
    comment: oneOf('comment', COMMENT_MODES, 'on-findings'),
    annotations: oneOf('annotations', ANNOTATION_MODES, 'all'),
    outputDir: textOrNull(get('output-dir'))
  }
  if (problems.length > 0) throw new ConfigurationError(problems)
  return inputs
}

/** Files, or one of two words that stand alone; a file of such a name is `./auto`. */
function baselineIn(given: readonly string[], problems: Problem[]): Inputs['baseline'] {
  const word = given.find(each => each === 'auto' || each === 'none')
  if (word !== undefined && given.length > 1)
    problems.push({
      place: null,
      message: `Input baseline names ${word} and more`,
      hint: `Give files, or ${word} alone`
    })
  if (word === 'none') return []
  return given.length === 0 || word === 'auto' ? 'auto' : given
}

/** Text of an input in the runner's environment, trimmed; '' where it is not set. */
export const inputOf = (env: Environment, name: InputName): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()

/** Names of all inputs in the runner's environment, where an input `check-name` is INPUT_CHECK-NAME. */
export const inputNamesOf = (env: Environment): readonly string[] =>
  Object.keys(env).flatMap(key => (key.startsWith('INPUT_') ? [key.slice('INPUT_'.length).toLowerCase()] : []))

const lines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')

const textOrNull = (text: string): string | null => (text === '' ? null : text)

const unknownInput = (name: string): Problem => ({
  place: null,
  message: `Unknown input ${name}`,
  hint: hintFor(name, INPUT_NAMES, `Inputs are ${INPUT_NAMES.join(', ')}`)
})

const notOneOf = (name: InputName, text: string, words: readonly string[]): Problem => ({
  place: null,
  message: `Input ${name} is ${text}`,
  hint: oneOfHint(text, words)
})
