import { join } from 'node:path'
import type { Dice } from './dice.js'
import type { Texts } from './story.js'

/** A weak line, as a detector finds it that knows nothing of changes. */
export interface Weakness {
  readonly path: string
  /** From 1, as this scanner counts lines. */
  readonly line: number
  readonly text: string
}

/** How a scanner writes what it finds. */
export interface Habits {
  readonly tool: string
  readonly spelling: Spelling
  /** Whether it begins a line at every sign that Unicode calls an end of one. */
  readonly countsOdd: boolean
  readonly snippets: boolean
  readonly columns: boolean
}

/** Where the scanner saw the files. */
export interface Scene {
  /** Root of the checkout on this machine. */
  readonly root: string
  /** Folder of the workspace in which that is. */
  readonly subfolder: string | null
  /** Paths of the scanned tree. */
  readonly tree: ReadonlySet<string>
}

type Spell = (path: string, scene: Scene) => string | null

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** Below one folder, where no file of the root could be meant instead. */
function inFolder(path: string, { tree }: Scene, folder: string): string | null {
  if (!path.startsWith(`${folder}/`)) return null
  const below = [...tree].filter(each => each.startsWith(`${folder}/`)).map(each => each.slice(folder.length + 1))
  return below.some(each => tree.has(each)) ? null : path.slice(folder.length + 1)
}

/** Ways to write a path; null where the scanner does not see the file. */
export const SPELLINGS = {
  relative: path => path,
  encoded,
  dotted: path => `./${path}`,
  backslashes: path => path.replaceAll('/', '\\'),
  'of a folder': (path, scene) => inFolder(path, scene, 'services'),
  'of a deep folder': (path, scene) => inFolder(path, scene, 'vault/deep'),
  'of the workspace': (path, { subfolder }) => (subfolder === null ? path : `${subfolder}/${path}`),
  absolute: (path, { root }) => join(root, path),
  'absolute address': (path, { root }) => `file://${encoded(join(root, path))}`,
  'of a runner': path => `/home/runner/work/pay/pay/${path}`,
  'of another runner': path => `file:///builds/acme/pay/${encoded(path)}`,
  'of a mount': path => `/src/${path}`,
  'of Windows': path => `D:\\a\\pay\\pay\\${path.replaceAll('/', '\\')}`,
  'of nobody knows where': path => `/data/jobs/1234/checkout/${path}`
} as const satisfies Readonly<Record<string, Spell>>
export type Spelling = keyof typeof SPELLINGS

const SPELLS: Readonly<Record<Spelling, Spell>> = SPELLINGS

export function habitsOf(dice: Dice): Habits {
  const tool = dice.pick(['Semgrep OSS', 'Semgrep OSS', 'CodeQL', 'gitleaks'])
  return {
    tool,
    spelling: dice.pick(Object.keys(SPELLINGS) as readonly Spelling[]),
    countsOdd: dice.chance(20),
    // What is no secret without its text is not found by any.
    snippets: tool === 'gitleaks' || dice.chance(50),
    columns: dice.chance(50)
  }
}

const GIT_LINES = /\n/
const ODD_LINES = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** All weak lines of a tree. */
export const weaknessesIn = (texts: Texts, { countsOdd }: Pick<Habits, 'countsOdd'>): readonly Weakness[] =>
  Object.entries(texts).flatMap(([path, text]) =>
    text
      .split(countsOdd ? ODD_LINES : GIT_LINES)
      .flatMap((line, index) => (line.includes('danger(') ? [{ path, line: index + 1, text: line.trim() }] : []))
  )

/** Marks the result of a weakness by its number, so that it is known again wherever its path was mapped to. */
const TAG = 'weakness-'

export const numberOf = (tags: readonly string[]): number =>
  Number(tags.find(tag => tag.startsWith(TAG))?.slice(TAG.length) ?? Number.NaN)

/** The scan of a tree, which may say of which commit it is. */
export function sarifOf(
  found: readonly Weakness[],
  habits: Habits,
  scene: Scene,
  revisionId: string | null = null
): object {
  const results = found.flatMap((weakness, index) => {
    const uri = SPELLS[habits.spelling](weakness.path, scene)
    return uri === null ? [] : [resultOf(weakness, index, uri, habits)]
  })
  const run = {
    tool: { driver: { name: habits.tool, version: '1.0.0', rules: [{ id: 'danger' }] } },
    invocations: [{ executionSuccessful: true }],
    ...(revisionId === null
      ? {}
      : { versionControlProvenance: [{ repositoryUri: 'https://github.com/acme/pay', revisionId }] }),
    results
  }
  return { version: '2.1.0', runs: [run] }
}

function resultOf({ line, text }: Weakness, index: number, uri: string, habits: Habits): object {
  const columns = habits.columns ? { startColumn: 1, endColumn: text.length + 1 } : {}
  const snippet = habits.snippets ? { snippet: { text } } : {}
  return {
    ruleId: 'danger',
    level: 'error',
    message: { text: 'This is dangerous' },
    locations: [
      { physicalLocation: { artifactLocation: { uri }, region: { startLine: line, ...columns, ...snippet } } }
    ],
    properties: { tags: [`${TAG}${index}`] }
  }
}
