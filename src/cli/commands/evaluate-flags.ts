import { EVENT_NAMES, JUDGED_EVENTS } from '../../core/change/occasion/events.js'
import { judgedAs, namesRequest } from '../../core/change/occasion/judged-event.js'
import { configurationError } from '../../core/ground/errors.js'
import { DEFAULT_TIER, TIERS, type Tier } from '../../core/policy/policy.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { type GateRequest, requestWith } from '../../gate/request.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { Terminal } from '../terminal.js'
import { instantFlag } from './instant-flag.js'

/** Events that the gate knows; those that are about a pull request are judged as one. */
const EVENTS = EVENT_NAMES.filter(name => name !== 'other')

/** Where policy, exceptions and CODEOWNERS are read: at the base commit, or as they lie here. */
const POLICY_AT = ['base', 'worktree'] as const
export type PolicyWhere = (typeof POLICY_AT)[number]

/** Flags that describe an evaluation: shared by `evaluate`, `explain` and whatever else evaluates. */
export const EVALUATION_FLAGS = {
  sarif: { value: 'PATH', multiple: true, several: true, help: 'SARIF file, directory or glob; .json and .gz too' },
  policy: { value: 'FILE', help: 'policy file, or preset:NAME; default .github/policy-gate.yml, else preset:baseline' },
  exceptions: { value: 'FILE', help: "exceptions file; default the policy's exceptions.file" },
  baseline: { value: 'PATH', multiple: true, several: true, help: 'SARIF of the base commit; default none' },
  kev: { value: 'PATH', multiple: true, several: true, help: "CISA's KEV catalogue, JSON" },
  epss: { value: 'PATH', multiple: true, several: true, help: 'EPSS scores, CSV or CSV.gz' },
  vex: { value: 'PATH', multiple: true, several: true, help: 'OpenVEX statements, JSON' },
  diff: { value: 'FILE', help: 'unified diff of the change' },
  'source-root': { value: 'DIR', help: 'root of the checkout; default the current directory' },
  tier: { value: 'N', help: 'tier of paths that no asset names: 0, 1 or 2; default 1' },
  'layer-source': { value: 'OWNER/REPO=DIR', multiple: true, help: 'where a policy layer of another repository lies' },
  now: { value: 'ISO-8601', help: 'the instant to evaluate at; default the clock' },
  event: { value: 'NAME', help: `event that the change came with: ${EVENTS.join(', ')}` },
  branch: { value: 'NAME', help: 'branch that the change goes to' },
  repository: { value: 'OWNER/REPO', help: 'repository of the change' },
  'head-sha': { value: 'SHA', help: 'commit that is judged' },
  'base-sha': { value: 'SHA', help: 'commit that it is compared with; in a clone policy and diff are taken from it' },
  'policy-at': { value: 'WHERE', help: `${POLICY_AT.join(' or ')}: where policy, exceptions and CODEOWNERS are read` }
} as const satisfies Flags

/** Turns the flags into a request; every value is checked here, once. */
export function requestOfFlags(args: ParsedArguments, terminal: Terminal): GateRequest {
  const one = (name: string) => flagValue(args, name)
  const all = (name: string) => args.values.get(name) ?? []
  return requestWith({
    sarif: all('sarif'),
    policy: one('policy'),
    exceptions: one('exceptions'),
    baseline: baselineOf(all('baseline')),
    kev: all('kev'),
    epss: all('epss'),
    vex: all('vex'),
    diff: one('diff'),
    cwd: terminal.cwd,
    sourceRoot: one('source-root'),
    defaultTier: tierOf(one('tier')),
    layerSources: layerSourcesOf(args),
    now: instantFlag('now', one('now')) ?? terminal.now(),
    event: eventOf(one('event')),
    branch: one('branch'),
    repository: one('repository'),
    headSha: shaOf('head-sha', one('head-sha')),
    baseSha: shaOf('base-sha', one('base-sha'))
  })
}

/** The Action looks its own record up; here there is none to ask. A file of such a name is given as `./auto`. */
function baselineOf(given: readonly string[]): readonly string[] {
  if (given.includes('auto')) {
    throw configurationError(
      '--baseline auto is for the Action, which finds what its run on the base branch left',
      'Give the SARIF of the base commit, such as policy-gate.sarif of that run, or leave it out'
    )
  }
  return given.filter(each => each !== 'none')
}

/** The event as rules see it: every one that is about a pull request is judged as its own run is. */
function eventOf(text: string | null): string | null {
  if (text === null) return null
  if (namesRequest(text)) return JUDGED_EVENTS.request
  const event = EVENTS.find(each => each === text)
  if (event === undefined) throw configurationError(`There is no event ${text}`, oneOfHint(text, EVENTS))
  return judgedAs(event)
}

/** Where the policy is to be read; null: at the base commit, where there is one. */
export function policyAtOf(args: ParsedArguments): PolicyWhere | null {
  const text = flagValue(args, 'policy-at')
  const at = POLICY_AT.find(each => each === text)
  if (text !== null && at === undefined)
    throw configurationError(`--policy-at ${text} is not a place`, oneOfHint(text, POLICY_AT))
  return at ?? null
}

/** Tier of paths that no asset names. */
export function tierOf(text: string | null): Tier {
  if (text === null) return DEFAULT_TIER
  const tier = TIERS.find(each => String(each) === text)
  if (tier === undefined) throw configurationError(`There is no tier ${text}`, oneOfHint(text, TIERS.map(String)))
  return tier
}

/** The directories that stand for other repositories, by OWNER/REPO. */
export const layerSourcesOf = ({ values }: Pick<ParsedArguments, 'values'>): ReadonlyMap<string, string> =>
  new Map((values.get('layer-source') ?? []).map(layerSource))

function layerSource(text: string): readonly [string, string] {
  const match = /^([\w.-]+\/[\w.-]+)=(.+)$/.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) {
    throw configurationError(
      `--layer-source ${text} is not OWNER/REPO=DIR`,
      'Write for example --layer-source acme/security-policy=../security-policy'
    )
  }
  return [match[1], match[2]]
}

function shaOf(flag: string, text: string | null): string | null {
  if (text === null || /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(text)) return text?.toLowerCase() ?? null
  throw configurationError(
    `--${flag} ${text} is not a commit id`,
    'Write all 40 hex digits, as git rev-parse prints them'
  )
}
