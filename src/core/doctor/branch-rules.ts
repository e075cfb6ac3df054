import { wholeFile } from '../ground/errors.js'
import { asArray, asObject, asText, type JsonObject, type JsonValue } from '../ground/json.js'
import { jobCheckName, requiredName } from './outcome-checks.js'
import type { Gate } from './workflows/gates.js'
import { settingOf } from './workflows/settings.js'
import { advice, gap, unjudged, type Weakness } from './workflows/weakness.js'

/**
 * What GitHub says of a branch in one file: the rules that hold for it (`GET /repos/O/R/rules/branches/B`), one ruleset
 * (`GET /repos/O/R/rulesets/ID`, which alone names who may pass by), or its classic protection
 * (`GET /repos/O/R/branches/B/protection`). https://docs.github.com/rest/repos/rules, /rest/branches/branch-protection
 */
export interface RuleFile {
  readonly path: string
  readonly value: JsonValue
}

/** What rules of a branch ask for. */
interface Asked {
  readonly path: string
  /** Names of required checks, with whether any app or person may set them. */
  readonly checks: readonly { readonly name: string; readonly anySource: boolean }[]
  /** Files of workflows that must pass; of which repository, a number says. */
  readonly workflows: readonly string[]
  readonly byPullRequest: boolean
  readonly byOwners: boolean
  /** Who may pass the rules by, in words. */
  readonly bypass: readonly string[]
  /** Why the rules do not hold; null where they do. */
  readonly idle: string | null
}

/** What the rules of the branch leave open: files that are no rules, a gate that no rule requires, who may pass it by. */
export function branchWeaknesses(files: readonly RuleFile[], gates: readonly Gate[]): readonly Weakness[] {
  if (files.length === 0) return []
  const read = files.map(file => ({ file, asked: askedBy(file) }))
  const unread = read.flatMap(({ file, asked }) => (asked === null ? [noRules(file)] : []))
  const all = read.flatMap(({ asked }) => asked ?? [])
  const holding = all.filter(({ idle }) => idle === null)
  const path = files[0]?.path ?? ''
  return [
    ...unread,
    ...all.flatMap(({ path, idle }) => (idle === null ? [] : [advice(wholeFile(path), idle, 'Set it to active')])),
    ...(unread.length > 0 && !requires(holding, gates) ? [] : requirement(path, holding, gates)),
    ...review(path, holding),
    ...holding.flatMap(passedBy)
  ]
}

const noRules = ({ path }: RuleFile): Weakness =>
  unjudged(
    wholeFile(path),
    'this is neither a list of rules, nor a ruleset, nor the protection of a branch',
    'Write it by `gh api repos/OWNER/REPO/rules/branches/main`'
  )

function askedBy({ path, value }: RuleFile): Asked | null {
  if (Array.isArray(value)) return ofRules(path, value, [], null)
  const object = asObject(value)
  if (object === null) return null
  if (Array.isArray(object.rules)) {
    const state = asText(object.enforcement)
    const idle = state === 'active' ? null : `the ruleset "${asText(object.name) ?? ''}" does not hold: it is ${state}`
    return ofRules(path, object.rules, asArray(object.bypass_actors).map(actorOf), idle)
  }
  return 'enforce_admins' in object || 'required_status_checks' in object ? ofProtection(path, object) : null
}

function ofRules(path: string, rules: readonly JsonValue[], bypass: readonly string[], idle: string | null): Asked {
  const of = (type: string): readonly (JsonObject | null)[] =>
    rules.map(asObject).flatMap(rule => (rule?.type === type ? [asObject(rule.parameters)] : []))
  const pulls = of('pull_request')
  return {
    path,
    checks: of('required_status_checks').flatMap(each => checksIn(each?.required_status_checks, 'integration_id')),
    workflows: of('workflows').flatMap(each =>
      asArray(each?.workflows).flatMap(one => asText(asObject(one)?.path) ?? [])
    ),
    byPullRequest: pulls.length > 0,
    byOwners: pulls.some(each => each?.require_code_owner_review === true),
    bypass,
    idle
  }
}

function ofProtection(path: string, object: JsonObject): Asked {
  const checks = asObject(object.required_status_checks)
  const reviews = asObject(object.required_pull_request_reviews)
  const named = checksIn(checks?.checks, 'app_id')
  const allowed = asObject(reviews?.bypass_pull_request_allowances)
  const passing = ['users', 'teams', 'apps'].flatMap(kind =>
    asArray(allowed?.[kind]).map(each => asText(asObject(each)?.login) ?? asText(asObject(each)?.slug) ?? kind)
  )
  const admins = asObject(object.enforce_admins)?.enabled === true ? [] : ['administrators']
  return {
    path,
    checks:
      named.length > 0
        ? named
        : asArray(checks?.contexts).flatMap(each =>
            typeof each === 'string' ? [{ name: each, anySource: true }] : []
          ),
    workflows: [],
    byPullRequest: reviews !== null,
    byOwners: reviews?.require_code_owner_reviews === true,
    bypass: [...admins, ...passing],
    idle: null
  }
}

const checksIn = (value: JsonValue | undefined, source: string): Asked['checks'] =>
  asArray(value).flatMap(each => {
    const check = asObject(each)
    const name = asText(check?.context)
    const from = check?.[source]
    // GitHub writes -1 where any source will do.
    return name === null ? [] : [{ name, anySource: typeof from !== 'number' || from < 0 }]
  })

function actorOf(value: JsonValue): string {
  const actor = asObject(value)
  const id = actor?.actor_id
  const mode = asText(actor?.bypass_mode) ?? 'always'
  return `${asText(actor?.actor_type) ?? 'somebody'}${typeof id === 'number' ? ` ${id}` : ''} (${mode})`
}

/** Names under which the answer of a gate can be required: its check's, and its job's where the job fails with it. */
function namesOf(gate: Gate): readonly string[] {
  const failOn = settingOf(gate, 'fail-on')
  const jobTells = failOn === null || ['block', 'warn'].includes(failOn.value.trim())
  return [requiredName(gate), ...(jobTells ? [jobCheckName(gate)] : [])]
}

const requires = (holding: readonly Asked[], gates: readonly Gate[]): boolean =>
  gates.flatMap(namesOf).some(name => holding.some(({ checks }) => checks.some(check => check.name === name)))

function requirement(path: string, holding: readonly Asked[], gates: readonly Gate[]): readonly Weakness[] {
  const names = [...new Set(gates.flatMap(namesOf))]
  const checks = holding.flatMap(each => each.checks).filter(({ name }) => names.includes(name))
  const workflows = holding.flatMap(each => each.workflows)
  const place = wholeFile(path)
  if (checks.length === 0 && workflows.length > 0) {
    const message = `a ruleset requires ${workflows.join(', ')} of some repository: whether the gate runs in it, no file here says`
    return [unjudged(place, message, 'Examine the checkout of that repository')]
  }
  if (checks.length === 0) {
    const wanted = names.length === 0 ? 'the check of the gate' : names.map(name => `"${name}"`).join(' or ')
    return [gap(place, `no rule of the branch requires ${wanted}: a merge need not wait for it`, `Require ${wanted}`)]
  }
  if (checks.some(({ anySource }) => !anySource)) return []
  const message = `"${checks[0]?.name}" counts from any source: everyone with write access can set it`
  return [advice(place, message, 'Choose GitHub Actions, or an App of your own, as its source')]
}

/** Policy and workflow are as strong as the review of their change. */
function review(path: string, holding: readonly Asked[]): readonly Weakness[] {
  const place = wholeFile(path)
  if (!holding.some(({ byPullRequest }) => byPullRequest)) {
    const message = 'no rule asks for a pull request with a review: who may write can change the policy alone'
    return [gap(place, message, 'Require a pull request, with the review of code owners')]
  }
  if (holding.some(({ byOwners }) => byOwners)) return []
  const message = 'no rule asks for the review of code owners: the policy can be changed without the people who own it'
  return [gap(place, message, 'Turn on "Require review from Code Owners"')]
}

const passedBy = ({ path, bypass }: Asked): readonly Weakness[] =>
  bypass.length === 0
    ? []
    : [advice(wholeFile(path), `the rules can be passed by: ${bypass.join(', ')}`, 'Keep that list short, and watched')]
