import { dirname } from 'node:path'
import { decide } from '../../core/decision/decide.js'
import type { ExceptionRecord } from '../../core/exceptions/exception.js'
import { configurationError } from '../../core/ground/errors.js'
import { compareDecisions } from '../../core/history/effect.js'
import { replay } from '../../core/history/replay.js'
import type { SimulatedReport } from '../../core/history/simulation.js'
import type { Policy, Tier } from '../../core/policy/policy.js'
import { simulationMarkdown } from '../../core/reports/markdown/effect.js'
import { simulationJson, simulationText } from '../../core/reports/terminal/simulation-text.js'
import { type DecisionFile, readStoredReports } from '../../files/decisions/decision-files.js'
import type { ListedFile } from '../../files/patterns.js'
import { EXIT } from '../../gate/exit-codes.js'
import { prepare } from '../../gate/gate.js'
import { readExceptions, requiredPolicy } from '../../gate/governing-files.js'
import { localPolicyPort, localPorts } from '../../gate/local-ports.js'
import type { GateRequest } from '../../gate/request.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { tellIgnored } from '../tell-ignored.js'
import { tellLayers } from '../tell-layers.js'
import { progressOf, type Terminal, tellLine } from '../terminal.js'
import { EVALUATION_FLAGS, requestOfFlags, tierOf } from './evaluate-flags.js'
import { oneFormat } from './format-flag.js'
import { tellUndecided } from './stored-runs.js'

const FORMATS = ['text', 'json', 'markdown'] as const
const FLAGS = {
  policy: { value: 'FILE', help: 'the candidate: policy file, or preset:NAME' },
  current: { value: 'FILE', help: 'policy to compare with; default: the stored verdicts. SARIF needs it' },
  exceptions: { value: 'FILE', help: 'exceptions that apply; default: those that stored decisions show as holding' },
  tier: { value: 'N', help: 'tier of paths that no asset names; default as stored, or 1' },
  now: { value: 'ISO-8601', help: 'the instant to evaluate at; default the instant of each stored decision' },
  'layer-source': EVALUATION_FLAGS['layer-source'],
  format: { value: 'FORMAT', help: `${FORMATS.join(', ')}; default text` }
} as const satisfies Flags

/** `simulate`: what a candidate policy would make of stored decisions or SARIF. Changes no exit code: it is a question. */
export const simulateCommand: CliCommand = {
  words: 'DIR…',
  flags: FLAGS,
  async run(args, terminal) {
    const format = oneFormat(args, FORMATS)
    const setting = await settingOf(args, terminal)
    const progress = progressOf(terminal)
    const reports: SimulatedReport[] = []
    const { sarif, judged, ignored, undecided } = readStoredReports(args.words, terminal.cwd, file => {
      progress(`Simulating ${file.name}`)
      reports.push(ofDecision(file, setting))
    })
    if (reports.length + sarif.length === 0) {
      throw configurationError(
        `there is no decision file and no SARIF in ${args.words.join(', ')}`,
        'Keep decision.json of your runs there'
      )
    }
    for (const directory of new Set(sarif.map(({ name }) => dirname(name)))) {
      const files = sarif.filter(({ name }) => dirname(name) === directory)
      reports.push(await ofSarif(directory, files, setting, args, terminal))
    }
    progress(null)
    tellUndecided(undecided, terminal)
    const left = judged.length === 1 ? '1 SARIF file belongs' : `${judged.length} SARIF files belong`
    if (judged.length > 0) tellLine(terminal, `${left} to decisions that are here, and not judged again`)
    tellIgnored(ignored, terminal)
    await terminal.out(rendered(format, reports))
    return EXIT.pass
  }
}

interface Setting {
  readonly candidate: Policy
  readonly current: Policy | null
  readonly exceptions: readonly ExceptionRecord[] | null
  readonly defaultTier: Tier | null
  /** Null: the instant of each decision. */
  readonly now: string | null
}

async function settingOf(args: ParsedArguments, terminal: Terminal): Promise<Setting> {
  if (args.words.length === 0)
    throw configurationError('simulate needs a directory', 'Give directories with decision files or SARIF')
  const { cwd, layerSources, exceptions, now } = requestOfFlags(args, terminal)
  const port = localPolicyPort({ cwd, sourceRoot: null, layerSources })
  const one = (name: string) => flagValue(args, name)
  const policy = one('policy')
  if (policy === null) throw configurationError('simulate needs a candidate policy', 'Name it with --policy')
  const current = one('current')
  const tier = one('tier')
  const candidate = await requiredPolicy(policy, port)
  const compared = current === null ? null : await requiredPolicy(current, port)
  tellLayers(port, terminal)
  return {
    candidate,
    current: compared,
    exceptions: (await readExceptions(exceptions, null, port))?.records ?? null,
    defaultTier: tier === null ? null : tierOf(tier),
    now: one('now') === null ? null : now
  }
}

function ofDecision({ name, decision }: DecisionFile, { candidate, current, ...options }: Setting): SimulatedReport {
  const after = replay(decision, candidate, options)
  // With a policy to compare with, both sides are replayed, so that what a replay cannot know weighs the same on both.
  const before = current === null ? decision : decide(replay(decision, current, options).evaluation)
  return { name, change: decision.change, effect: compareDecisions(before, decide(after.evaluation)), gaps: after.gaps }
}

/** The SARIF of one directory is one report, gathered anew for each policy: each asks for evidence of its own. */
async function ofSarif(
  directory: string,
  files: readonly ListedFile[],
  { exceptions }: Setting,
  args: ParsedArguments,
  terminal: Terminal
): Promise<SimulatedReport> {
  const request = requestOfFlags(args, terminal)
  const current = flagValue(args, 'current')
  if (current === null) {
    throw configurationError(
      `${directory} holds SARIF, which has no verdict of its own`,
      'Name the policy to compare with: --current FILE'
    )
  }
  const decisionBy = async (policy: string | null) => {
    const asked: GateRequest = { ...request, policy, sarif: files.map(({ path }) => path) }
    return decide({ ...(await prepare(asked, localPorts(asked), () => undefined)), exceptions: exceptions ?? [] })
  }
  const effect = compareDecisions(await decisionBy(current), await decisionBy(request.policy))
  return { name: directory, change: null, effect, gaps: [] }
}

function rendered(format: (typeof FORMATS)[number], reports: readonly SimulatedReport[]): string {
  switch (format) {
    case 'text':
      return simulationText(reports)
    case 'json':
      return simulationJson(reports)
    case 'markdown':
      return `${simulationMarkdown(reports)}\n`
    default:
      return format satisfies never
  }
}
