import type { Expression } from './expression/parse.js'
import { templateOf } from './expression/template.js'
import type { ReachedJob } from './workflows/gates.js'
import { callInputOf, envOf } from './workflows/settings.js'
import type { Step, Values } from './workflows/weakness.js'

/** A kind of what somebody without rights decides: paths of contexts that hold it, as patterns of `a.b.c`. */
export interface ForeignOrigin {
  readonly paths: RegExp
  /** The same for text of a script, without an expression. */
  readonly words: RegExp | null
  /** Whether the whole of an object holds it, as `toJSON` writes it. */
  readonly whole: RegExp
}

const EVENT = 'github\\.event\\.'

/** What leads to the code of a pull request. Its number alone does not: words such as `pull/` say what is done with it. */
export const OF_PULL_REQUEST: ForeignOrigin = {
  paths: new RegExp(
    `^(?:github\\.head_ref|${EVENT}(?:pull_request\\.(?:head(?:\\..*)?|merge_commit_sha|(?:diff|patch|html)_url)|workflow_run\\.(?:head_.*|pull_requests.*)|check_(?:run|suite)\\..*head.*))$`
  ),
  words:
    /refs\/pull\/|\bpull\/|GITHUB_HEAD_REF|headRef(?:Name|Oid)|headRepository|\.head\.(?:ref|sha|repo)|\bgh\s+pr\s+checkout\b/,
  whole: /^$/
}

/** Texts that whoever opens a pull request, an issue or a comment writes (securitylab.github.com, untrusted input). */
export const WRITTEN_BY_ANYONE: ForeignOrigin = {
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

/** Where a text stands. `depth`: how many texts have led to it, for they may lead in circles. */
interface TextReading {
  readonly origin: ForeignOrigin
  readonly reached: ReachedJob
  readonly step: Step | null
  readonly depth: number
}

/** Texts that lead to one another are followed so far: each may lead to several. */
const MOST_LINKS = 6

/** Whether a text of a workflow holds, once its expressions are filled in, what an origin names. */
export const holds = (text: string, origin: ForeignOrigin, reached: ReachedJob, step: Step | null): boolean =>
  read(text, { origin, reached, step, depth: 0 })

const read = (text: string, reading: TextReading): boolean =>
  reading.depth < MOST_LINKS &&
  templateOf(text).expressions.some(each => each !== null && comesFrom(each, reading, false))

/** Another text that one leads to. */
const further = (text: string, reading: TextReading, changed: Partial<TextReading> = {}): boolean =>
  read(text, { ...reading, step: null, ...changed, depth: reading.depth + 1 })

function comesFrom(expression: Expression, reading: TextReading, whole: boolean): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'not':
      return false
    case 'part':
      return comesFrom(expression.of, reading, true)
    case 'call':
      return HANDS_ON.test(expression.name) && expression.values.some(value => comesFrom(value, reading, true))
    case 'operation':
      if (expression.operator !== '||' && expression.operator !== '&&') return false
      if (expression.operator === '||' && comesFrom(expression.left, reading, whole)) return true
      return comesFrom(expression.right, reading, whole)
    case 'access':
      return pathHolds(expression.path, reading, whole)
  }
}

function pathHolds(path: readonly (string | null)[], reading: TextReading, whole: boolean): boolean {
  const { origin, reached, step } = reading
  const [context, key, ...more] = path
  const name = path.map(part => part ?? '*').join('.')
  if (context === 'github')
    return origin.paths.test(name) || (whole && origin.whole.test(name)) || computed(path, origin)
  if (key == null) return false
  if (context === 'inputs') {
    const text = callInputOf(reached, key)
    return text !== undefined && reached.caller !== null && further(text.value, reading, { reached: reached.caller })
  }
  if (context === 'matrix') {
    const values = [...(reached.job.matrix?.values ?? [])].find(([each]) => each.toLowerCase() === key)?.[1] ?? []
    return values.some(value => further(value, reading))
  }
  if (context === 'env') {
    const text = envOf(reached, step?.env ?? NONE, key)
    if (text !== undefined) return further(text.value, reading)
    return reached.job.steps.some(each => each !== step && setsVariable(each, key) && scriptLeads(each, reading))
  }
  return more[0] === 'outputs' && handedOn(context, key, more[1] ?? null, reading)
}

const NONE: Values = new Map()

const setsVariable = ({ run }: Step, key: string): boolean =>
  run !== null && /GITHUB_ENV\b/.test(run.value) && new RegExp(`\\b${key}(?:=|<<)`, 'i').test(run.value)

/** What a step or a job before has read from there and hands on. */
function handedOn(
  context: string | null | undefined,
  key: string,
  output: string | null,
  reading: TextReading
): boolean {
  const { reached, step } = reading
  if (context === 'steps') {
    const from = reached.job.steps.find(({ id }) => id?.toLowerCase() === key)
    return from !== undefined && from !== step && scriptLeads(from, reading)
  }
  const job = context === 'needs' ? reached.file.jobs.find(({ id }) => id.toLowerCase() === key) : undefined
  const text = output === null ? undefined : job?.outputs.get(output)
  return job !== undefined && text !== undefined && further(text.value, reading, { reached: { ...reached, job } })
}

/** A key that is computed (`github.event[x].y`) can be any of those that matter. */
function computed(path: readonly (string | null)[], { paths }: ForeignOrigin): boolean {
  if (!path.includes(null)) return false
  return ['pull_request', 'issue', 'comment', 'head', 'head_ref', 'event', 'title', 'body', 'ref', 'sha'].some(word =>
    paths.test(path.map(part => part ?? word).join('.'))
  )
}

/** Whether a script names the code of a pull request: by an expression, a word, or a variable that holds one. */
export const leadsToCode = (step: Step, reached: ReachedJob): boolean =>
  scriptLeads(step, { origin: OF_PULL_REQUEST, reached, step, depth: 0 })

/** Of texts that anyone writes it is not told: a script may have made them harmless. */
function scriptLeads(step: Step, reading: TextReading): boolean {
  const { run } = step
  if (run === null || reading.origin !== OF_PULL_REQUEST) return false
  if (OF_PULL_REQUEST.words?.test(run.value) || further(run.value, reading, { step })) return true
  return [...run.value.matchAll(/\$\{?([A-Za-z_]\w*)/g)].some(([, name = '']) => {
    const text = envOf(reading.reached, step.env, name.toLowerCase())
    return text !== undefined && (OF_PULL_REQUEST.words?.test(text.value) || further(text.value, reading))
  })
}
