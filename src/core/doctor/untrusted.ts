import type { Expression } from './expression/parse.js'
import { templateOf } from './expression/template.js'
import type { ReachedJob } from './gates.js'
import { envOf, inputOf } from './settings.js'
import type { Step, Values } from './weakness.js'

/** A kind of what somebody without rights decides: paths of contexts that hold it, as patterns of `a.b.c`. */
export interface Origin {
  readonly paths: RegExp
  /** The same for text of a script, without an expression. */
  readonly words: RegExp | null
  /** Whether the whole of an object holds it, as `toJSON` writes it. */
  readonly whole: RegExp
}

const EVENT = 'github\\.event\\.'

/** What leads to the code of a pull request. */
export const CODE: Origin = {
  paths: new RegExp(
    `^(?:github\\.head_ref|${EVENT}(?:number|pull_request\\.(?:head(?:\\..*)?|merge_commit_sha|number|(?:diff|patch|html)_url)|workflow_run\\.(?:head_.*|pull_requests.*)|issue\\.number|check_(?:run|suite)\\..*head.*))$`
  ),
  words:
    /refs\/pull\/|\bpull\/|GITHUB_HEAD_REF|headRef(?:Name|Oid)|headRepository|\.head\.(?:ref|sha|repo)|\bgh\s+pr\s+checkout\b/,
  whole: /^$/
}

/** Texts that whoever opens a pull request, an issue or a comment writes (securitylab.github.com, untrusted input). */
export const TEXT: Origin = {
  paths: new RegExp(
    `^(?:github\\.head_ref|${EVENT}(?:(?:issue|pull_request|discussion|comment|review|review_comment)\\.(?:title|body)|pull_request\\.head\\.(?:ref|label|repo\\.(?:default_branch|description|homepage))|workflow_run\\.(?:head_branch|display_title|head_repository\\.description|head_commit\\.(?:message|author\\.(?:name|email))|pull_requests.*\\.head\\.ref)|(?:head_commit|commits\\..*)\\.?(?:message|author\\.(?:name|email))|changes\\..*\\.from|pages\\..*))$`
  ),
  words: null,
  whole: new RegExp(
    `^(?:github|github\\.event|${EVENT}(?:issue|pull_request|discussion|comment|review|workflow_run|commits|head_commit|pages|changes|pull_request\\.head(?:\\.repo)?|workflow_run\\.head_commit(?:\\.author)?|head_commit\\.author))$`
  )
}

/** Functions whose answer holds what they are given. */
const HANDS_ON = /^(?:format|join|tojson|fromjson|text)$/

/** Whether a text of a workflow holds, once its expressions are filled in, what an origin names. */
export function holds(text: string, origin: Origin, reached: ReachedJob, step: Step | null): boolean {
  return templateOf(text).expressions.some(each => each !== null && comesFrom(each, origin, reached, step, false))
}

function comesFrom(
  expression: Expression,
  origin: Origin,
  reached: ReachedJob,
  step: Step | null,
  whole: boolean
): boolean {
  const further = (each: Expression, ofWhole = whole): boolean => comesFrom(each, origin, reached, step, ofWhole)
  switch (expression.kind) {
    case 'literal':
    case 'not':
      return false
    case 'part':
      return further(expression.of, true)
    case 'call':
      return HANDS_ON.test(expression.name) && expression.values.some(value => further(value, true))
    case 'operation':
      if (expression.operator === '||') return further(expression.left) || further(expression.right)
      return expression.operator === '&&' && further(expression.right)
    case 'access':
      return pathHolds(expression.path, origin, reached, step, whole)
  }
}

function pathHolds(
  path: readonly (string | null)[],
  origin: Origin,
  reached: ReachedJob,
  step: Step | null,
  whole: boolean
): boolean {
  const [context, key, ...more] = path
  const name = path.map(part => part ?? '*').join('.')
  if (context === 'github')
    return origin.paths.test(name) || (whole && origin.whole.test(name)) || computed(path, origin)
  if (key == null) return false
  if (context === 'inputs') {
    const text = inputOf(reached, key)
    return text !== undefined && reached.caller !== null && holds(text.value, origin, reached.caller, null)
  }
  if (context === 'matrix') {
    const values = [...(reached.job.matrix?.values ?? [])].find(([name]) => name.toLowerCase() === key)?.[1] ?? []
    return values.some(value => !value.includes('matrix.') && holds(value, origin, reached, null))
  }
  if (context === 'env') {
    const text = envOf(reached, step?.env ?? NONE, key)
    if (text !== undefined) return text.value !== `\${{ env.${key} }}` && holds(text.value, origin, reached, null)
    return (
      origin === CODE &&
      reached.job.steps.some(each => each !== step && setsVariable(each, key) && leadsToCode(each, reached))
    )
  }
  return origin === CODE && more[0] === 'outputs' && handedOn(context, key, more[1] ?? null, reached, step)
}

const setsVariable = ({ run }: Step, key: string): boolean =>
  run !== null && /GITHUB_ENV\b/.test(run.value) && new RegExp(`\\b${key}(?:=|<<)`, 'i').test(run.value)

/** What a step or a job before has read from there and hands on. */
function handedOn(
  context: string | null | undefined,
  key: string,
  output: string | null,
  reached: ReachedJob,
  step: Step | null
): boolean {
  if (context === 'steps') {
    const from = reached.job.steps.find(({ id }) => id?.toLowerCase() === key)
    return from !== undefined && from !== step && from.run !== null && leadsToCode(from, reached)
  }
  const job = context === 'needs' ? reached.file.jobs.find(({ id }) => id.toLowerCase() === key) : undefined
  if (job === undefined || job === reached.job) return false
  const text = output === null ? undefined : job.outputs.get(output)
  return text !== undefined && holds(text.value, CODE, { ...reached, job }, null)
}

const NONE: Values = new Map()

/** A key that is computed (`github.event[x].y`) can be any of those that matter. */
function computed(path: readonly (string | null)[], { paths }: Origin): boolean {
  if (!path.includes(null)) return false
  return ['pull_request', 'issue', 'comment', 'head', 'head_ref', 'event', 'title', 'body', 'ref', 'sha'].some(word =>
    paths.test(path.map(part => part ?? word).join('.'))
  )
}

/** Whether a script names the code of a pull request: by an expression, a word, or a variable that holds one. */
export function leadsToCode(step: Step, reached: ReachedJob): boolean {
  const { run } = step
  if (run === null) return false
  if (CODE.words?.test(run.value) || holds(run.value, CODE, reached, step)) return true
  return [...run.value.matchAll(/\$\{?([A-Za-z_]\w*)/g)].some(([, name = '']) => {
    const text = envOf(reached, step.env, name.toLowerCase())
    return text !== undefined && (CODE.words?.test(text.value) || holds(text.value, CODE, reached, null))
  })
}
