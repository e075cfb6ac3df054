import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { aLog, aSarifRun } from '../../e2e/workspace.js'
import { type TestClone, withClone } from '../clone.js'
import { runCommand } from '../run-command.js'

/** A text, bytes, a symbolic link, or null for a file that the change deletes. */
export type Content = string | Uint8Array | { readonly link: string } | null
export type Tree = Readonly<Record<string, Content>>

/** A result as a scanner writes it; `at` is the file and line, below the folder of the attack. */
export interface Result {
  readonly at: string
  readonly tool?: string
  readonly region?: object
  /** What else of the result, with `DIR` for the folder of the attack. */
  readonly more?: object
}

/** A change that tries to make what it brings look old, or what is old look new. */
export interface Attack {
  readonly base: Tree
  /** What the change writes. */
  readonly head?: Tree
  /** What git does besides, in the folder of the attack. */
  readonly git?: readonly (readonly string[])[]
  readonly found: readonly Result[]
  /** What the scanner found at the base; absent: nothing. */
  readonly known?: readonly Result[]
  /** States of what is found, in their order by line. */
  readonly states: readonly string[]
}

/** Attacks by what they do. */
export type Attacks = Readonly<Record<string, Attack>>

export function put(directory: string, files: Tree): void {
  for (const [path, content] of Object.entries(files)) {
    const full = join(directory, path)
    rmSync(full, { force: true })
    if (content === null) continue
    mkdirSync(dirname(full), { recursive: true })
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(full, content)
    else symlinkSync(content.link, full)
  }
}

const folderOf = (index: number): string => `at-${index}`

/** The result of a rule of the attack's own, so that no attack meets another. */
function resultOf({ at, region, more = {} }: Result, index: number): object {
  const [, path = '', line] = /^(.*?)(?::(\d+))?$/.exec(at) ?? []
  const folder = folderOf(index)
  const place = {
    artifactLocation: { uri: `${folder}/${path}` },
    ...(region === undefined && line === undefined ? {} : { region: region ?? { startLine: Number(line) } })
  }
  const own = { level: 'error', message: { text: 'It is weak here' }, locations: [{ physicalLocation: place }] }
  const all = JSON.stringify({ ruleId: `rule-${index}`, ...own, ...more })
  return JSON.parse(all.replaceAll('DIR', folder)) as object
}

/** One file of SARIF of what all attacks find, by tool. */
export function logOf(each: readonly (readonly Result[])[]): object {
  const tools = new Map<string, object[]>([['Semgrep OSS', []]])
  each.forEach((results, index) => {
    for (const result of results) {
      const tool = result.tool ?? 'Semgrep OSS'
      tools.set(tool, [...(tools.get(tool) ?? []), resultOf(result, index)])
    }
  })
  return aLog(...[...tools].map(([tool, results]) => aSarifRun(tool, results)))
}

/** What the decision says of one finding. */
export interface Judged {
  readonly state: string
  readonly line: number
  readonly ruleId: string
  readonly path: string
}

export async function judge(flags: readonly string[], directory: string): Promise<readonly Judged[]> {
  const run = await runCommand(['evaluate', ...flags, '--format', 'json'], directory)
  if (run.stdout === '') throw new Error(run.stderr)
  const { outcomes } = JSON.parse(run.stdout) as {
    readonly outcomes: readonly {
      readonly finding: {
        readonly ruleId: string
        readonly state: string
        readonly location: { readonly path: string; readonly startLine: number | null } | null
      }
    }[]
  }
  return outcomes
    .map(({ finding: { ruleId, state, location } }) => ({
      ...{ ruleId, state },
      path: location?.path ?? '',
      line: location?.startLine ?? 0
    }))
    .filter(({ state }) => state !== 'fixed')
    .sort((a, b) => a.line - b.line || (a.state < b.state ? -1 : 1))
}

/** Texts with the attack's own number in them, so that git takes no file of one for that of another. */
const ofAttack = (files: Tree, index: number): Tree =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? content.replaceAll('compute', `compute${index}`) : content
    ])
  )

/** The commit of the base, with the change of all attacks on top of it. */
export function commitAttacks({ directory, git, commit }: TestClone, attacks: readonly Attack[]): string {
  attacks.forEach(({ base }, index) => {
    mkdirSync(join(directory, folderOf(index)), { recursive: true })
    put(join(directory, folderOf(index)), ofAttack(base, index))
  })
  const base = commit({})
  attacks.forEach((attack, index) => {
    const folder = join(directory, folderOf(index))
    for (const args of attack.git ?? []) git('-C', folder, ...args)
    put(folder, ofAttack(attack.head ?? {}, index))
  })
  commit({})
  return base
}

/** The states that the findings of each attack get, all in one repository, against one base commit. */
export async function statesOf(all: Attacks, withBaseline: boolean): Promise<Record<string, readonly string[]>> {
  const attacks = Object.values(all)
  const seen: Record<string, readonly string[]> = {}
  await withClone(async clone => {
    const base = commitAttacks(clone, attacks)
    const flags = ['--sarif', '.git/found.sarif', '--policy', 'preset:audit', '--base-sha', base]
    clone.write({
      '.git/found.sarif': logOf(attacks.map(({ found }) => found)),
      '.git/known.sarif': logOf(attacks.map(({ known = [] }) => known))
    })
    const judged = await judge(withBaseline ? [...flags, '--baseline', '.git/known.sarif'] : flags, clone.directory)
    Object.keys(all).forEach((name, index) => {
      seen[name] = judged
        .filter(({ ruleId, path }) => ruleId === `rule-${index}` || path.startsWith(`${folderOf(index)}/`))
        .map(({ state }) => state)
    })
  })
  return seen
}

/** The states that should come out. */
export const expectedOf = (all: Attacks): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(all).map(([name, { states }]) => [name, states]))
