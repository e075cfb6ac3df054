import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { workflowOfGate } from '../../core/doctor/examine.js'
import { OWN_ACTION } from '../../core/doctor/workflows/gates.js'
import { configurationError } from '../../core/ground/errors.js'
import { CODEOWNERS_PATHS } from '../../core/policy/codeowners.js'
import { globProblem } from '../../core/policy/globs.js'
import { isCalendarDate } from '../../core/time/calendar.js'
import { checkoutRoot, listCheckout } from '../../files/checkout.js'
import { readOrNull } from '../../files/policy-files.js'
import { EXIT } from '../../gate/exit-codes.js'
import { type Flags, flagValue, type ParsedArguments, refuseWords } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { readWorkflows, recognitionOf } from '../commands/doctor-files.js'
import { printLine, type Terminal } from '../terminal.js'
import { type Beginning, type PlannedFile, setupPlan } from './plan/setup-plan.js'
import { namedAssets, type ProposedAsset } from './plan/tiers.js'
import { defaultBranch, ownCommit, requireRoot } from './repository.js'
import { addTo, writeNew } from './write-new.js'

const FLAGS = {
  'dry-run': { help: 'tell, and write nothing' },
  owner: { value: '@OWNER', multiple: true, help: 'who has to agree to changes of policy and workflows (CODEOWNERS)' },
  tier: { value: 'N', help: 'tier of all that --asset does not name: 0, 1 (default) or 2' },
  asset: {
    value: 'GLOB=N',
    multiple: true,
    help: 'tier of a part, such as services/pay/**=0; default: guessed by names'
  },
  'enforce-from': { value: 'YYYY-MM-DD', help: 'when rules begin to block; default: in four weeks' },
  branch: { value: 'NAME', help: 'the default branch; default: as git tells' },
  action: { value: 'OWNER/REPO@SHA', help: 'the Action, pinned; default: the commit that this program is of' },
  'source-root': { value: 'DIR', help: 'root of the checkout, where it is not the current directory' }
} as const satisfies Flags

/** `init`: policy, workflows and CODEOWNERS entries that fit the repository. What is there already stays as it is. */
export const initCommand: CliCommand = {
  words: '',
  flags: FLAGS,
  async run(args, terminal) {
    refuseWords(args, 'Give the checkout with --source-root')
    const root = checkoutRoot(terminal.cwd, flagValue(args, 'source-root'))
    await requireRoot(root)
    const plan = setupPlan(await beginningOf(args, root, terminal))
    for (const reason of plan.reasons) await printLine(terminal, `${reason}`)
    const isDry = args.switches.has('dry-run')
    for (const file of plan.files)
      await printLine(terminal, isDry ? shown(file) : `${carriedOut(file, root)} ${file.path}`)
    for (const end of plan.open) await printLine(terminal, `Open: ${end}`)
    await printLine(terminal, isDry ? 'Nothing was written' : NEXT)
    return EXIT.pass
  }
}

const NEXT =
  'Next: commit and open a pull request; once it is merged, require the check "Policy gate" in a ruleset. `doctor` tells what is left'

const DONE: Readonly<Record<PlannedFile['kind'], string>> = { new: 'wrote', addition: 'added to', kept: 'kept' }

/** Writes a file; one that came in between, or that git ignores, is kept as well. */
function carriedOut({ path, text, kind }: PlannedFile, root: string): string {
  if (kind === 'addition') addTo(root, path, text)
  const isKept = kind === 'kept' || (kind === 'new' && !writeNew(root, path, text))
  return DONE[isKept ? 'kept' : kind]
}

function shown({ path, text, kind }: PlannedFile): string {
  const would = { new: 'would write', addition: 'would add to', kept: 'would keep' } as const
  const lines = kind === 'kept' ? [] : text.trimEnd().split('\n')
  return [`${would[kind]} ${path}`, ...lines.map(line => `    ${line}`.trimEnd())].join('\n')
}

async function beginningOf(args: ParsedArguments, root: string, terminal: Terminal): Promise<Beginning> {
  const paths = (await listCheckout(root, false)) ?? []
  const workflows = paths.filter(path => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
  const texts = workflows.map(path => ({ path, text: readFileSync(resolve(root, path), 'utf8') }))
  const codeowners = CODEOWNERS_PATHS.map(path => ({ path, bytes: readOrNull(resolve(root, path)) })).find(
    ({ bytes }) => bytes !== null
  )
  const action = await actionOf(args)
  return {
    paths,
    name: basename(resolve(root)),
    branch: flagValue(args, 'branch') ?? (await defaultBranch(root)),
    action,
    codeowners: codeowners?.bytes ? { path: codeowners.path, bytes: codeowners.bytes } : null,
    owners: ownersOf(args),
    workflowNames: texts.flatMap(({ text }) => /^name:[ \t]*['"]?(.+?)['"]?[ \t]*(?:#.*)?$/m.exec(text)?.[1] ?? []),
    runs: runningGate(args, root, action),
    assets: assetsOf(args),
    tier: tierOf(flagValue(args, 'tier') ?? '1', '--tier'),
    enforceFrom: dateOf(args),
    now: Date.parse(terminal.now())
  }
}

/** The workflow of the checkout that runs the gate on pull requests; null where there is none. */
function runningGate(args: ParsedArguments, root: string, action: string): string | null {
  const { workflows } = readWorkflows(root)
  const [name = ''] = action.split('@')
  const known = recognitionOf({ ...args, values: new Map([['action', [OWN_ACTION, name]]]) }, root, workflows)
  return workflowOfGate(workflows, known)?.path ?? null
}

async function actionOf(args: ParsedArguments): Promise<string> {
  const given = flagValue(args, 'action')
  const hint = 'Give --action policy-gate/policy-gate@SHA with the full commit sha of a release'
  if (given !== null) {
    if (/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/.test(given)) return given
    throw configurationError(`--action ${given} is not pinned by a full commit sha`, hint)
  }
  const commit = await ownCommit()
  if (commit === null) throw configurationError('Which commit of the gate this is, is not known', hint)
  return `${OWN_ACTION}@${commit}`
}

function ownersOf({ values }: ParsedArguments): readonly string[] {
  const owners = values.get('owner') ?? []
  const wrong = owners.find(owner => !/^@[\w-]+(?:\/[\w.-]+)?$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(owner))
  if (wrong === undefined) return owners
  throw configurationError(`--owner ${wrong} is no owner`, 'Write @USER, @ORGANISATION/TEAM or an e-mail address')
}

function assetsOf({ values }: ParsedArguments): readonly ProposedAsset[] | null {
  const given = values.get('asset')
  if (given === undefined) return null
  const assets = given.map(text => {
    const [, paths = '', tier = ''] = /^(.+)=([^=]*)$/.exec(text) ?? []
    if (paths === '') throw configurationError(`--asset ${text} names no tier`, 'Write --asset GLOB=N')
    const problem = globProblem(paths, 'path')
    if (problem !== null) throw configurationError(`--asset: ${problem.message}`, problem.hint)
    return { paths, tier: tierOf(tier, '--asset') }
  })
  return namedAssets(assets)
}

function tierOf(text: string, flag: string): number {
  if (/^[012]$/.test(text)) return Number(text)
  throw configurationError(`${flag}: ${text || 'nothing'} is no tier`, 'Give 0, 1 or 2; 0 is the most critical')
}

function dateOf(args: ParsedArguments): string | null {
  const given = flagValue(args, 'enforce-from')
  if (given === null || isCalendarDate(given)) return given
  throw configurationError(`--enforce-from ${given} is no day`, 'Write YYYY-MM-DD')
}
