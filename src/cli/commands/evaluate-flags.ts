import { configurationError } from '../../core/ground/errors.js'
import { DEFAULT_TIER, TIERS, type Tier } from '../../core/policy/policy.js'
import { isoInstant, parseIso } from '../../core/time/instant.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { type GateRequest, requestWith } from '../../gate/request.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { Terminal } from '../terminal.js'

/** Flags that describe an evaluation: shared by `evaluate`, `explain` and whatever else evaluates. */
export const EVALUATION_FLAGS = {
  sarif: { value: 'PATH', multiple: true, help: 'SARIF file, directory or glob; .json and .gz too' },
  policy: { value: 'FILE', help: 'policy file, or preset:NAME; default .github/policy-gate.yml' },
  exceptions: { value: 'FILE', help: "exceptions file; default the policy's exceptions.file" },
  baseline: { value: 'PATH', multiple: true, help: 'SARIF of the base commit; default none' },
  kev: { value: 'PATH', multiple: true, help: "CISA's KEV catalogue, JSON" },
  epss: { value: 'PATH', multiple: true, help: 'EPSS scores, CSV or CSV.gz' },
  vex: { value: 'PATH', multiple: true, help: 'OpenVEX statements, JSON' },
  diff: { value: 'FILE', help: 'unified diff of the change' },
  'source-root': { value: 'DIR', help: 'root of the checkout; default the current directory' },
  tier: { value: 'N', help: 'tier of paths that no asset names: 0, 1 or 2; default 1' },
  'layer-source': { value: 'OWNER/REPO=DIR', multiple: true, help: 'where a policy layer of another repository lies' },
  now: { value: 'ISO-8601', help: 'the instant to evaluate at; default the clock' },
  event: { value: 'NAME', help: 'event that the change came with, such as pull_request' },
  branch: { value: 'NAME', help: 'branch that the change goes to' },
  repository: { value: 'OWNER/REPO', help: 'repository of the change' },
  'head-sha': { value: 'SHA', help: 'commit that is judged' },
  'base-sha': { value: 'SHA', help: 'commit that it is compared with' }
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
    now: instantOf(one('now')) ?? terminal.now(),
    event: one('event'),
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

/** A day, or a time with its zone: a person's clock without one could be any. */
const WITH_ZONE = /^[\d-]+$|T.*(?:Z|[+-]\d{2}:\d{2})$/

function instantOf(text: string | null): string | null {
  if (text === null) return null
  const time = WITH_ZONE.test(text) ? parseIso(text) : null
  if (time === null) throw configurationError(`--now ${text} is not an instant`, 'Write it as 2026-11-23T15:00:00Z')
  return isoInstant(time)
}

function shaOf(flag: string, text: string | null): string | null {
  if (text === null || /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(text)) return text?.toLowerCase() ?? null
  throw configurationError(
    `--${flag} ${text} is not a commit id`,
    'Write all 40 hex digits, as git rev-parse prints them'
  )
}
