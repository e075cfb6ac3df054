/**
 * The rows of the bench: each its files, the program, the floors with the factor that each counts, and what may be taken:
 * a ratio on Node 20 and one on Node 24, and megabytes. `why` is told where a target is missed.
 */
import { diffFile } from './diffs.mjs'
import { exceptionsFile, policyFile } from './policies.mjs'
import { action, evaluate, gunzip, matching, nothing, parse } from './programs.mjs'

const STARTS =
  'what every start costs is a large part: reading and compiling the program, and code that runs for the first time and is compiled again as it warms up'
const SMALL = ['codeql-50kb.sarif', 'trivy-50kb.sarif', 'semgrep-50kb.sarif']

const READING = [
  {
    name: 'CodeQL with code flows, 100 MB',
    files: ['codeql-100mb.sarif'],
    floor: '`JSON.parse`',
    floors: (bin, [path]) => [[1, parse(bin, path)]],
    ratio: [0.65, 0.75],
    peak: 130,
    why: STARTS
  },
  {
    name: 'the same, `.gz`',
    files: ['codeql-100mb.sarif.gz', 'codeql-100mb.sarif'],
    inputs: 1,
    floor: 'gunzip + `JSON.parse`',
    floors: (bin, [packed, plain]) => [
      [1, gunzip(bin, packed)],
      [1, parse(bin, plain)]
    ],
    ratio: [0.8, 0.9],
    peak: 160,
    why: STARTS
  },
  {
    name: 'the same, 600 MB',
    files: ['codeql-600mb.sarif', 'codeql-100mb.sarif'],
    inputs: 1,
    floor: '6 × `JSON.parse` of 100 MB',
    floors: (bin, [, smaller]) => [[6, parse(bin, smaller)]],
    ratio: [0.5, 0.6],
    peak: 200,
    isLarge: true,
    why: 'in memory are 88,000 findings of about 1 KB, and what the collector has not come to yet'
  },
  {
    name: 'flat, 100,000 results',
    files: ['flat-100k.sarif'],
    floor: '`JSON.parse`',
    floors: (bin, [path]) => [[1, parse(bin, path)]],
    ratio: [3.2, 4],
    peak: 290,
    results: 100_000,
    why: 'reading is a third; the rest is work on each finding that `JSON.parse` does not do: what its rule, its place and its identifiers say, its identity, its judgement'
  },
  {
    name: 'Semgrep, 10 MB, a thousand rules',
    files: ['semgrep-10mb.sarif'],
    floor: '`JSON.parse`',
    floors: (bin, [path]) => [[1, parse(bin, path)]],
    ratio: [4.6, 5.2],
    peak: 140,
    why: STARTS
  },
  {
    name: 'Trivy, 10 MB, vulnerabilities',
    files: ['trivy-10mb.sarif'],
    floor: '`JSON.parse`',
    floors: (bin, [path]) => [[1, parse(bin, path)]],
    ratio: [5.5, 6.5],
    peak: 140,
    why: STARTS
  }
]

const SMALL_FILES = [
  {
    name: 'three small files, 150 KB',
    files: SMALL,
    floor: '`node -e 0`',
    floors: bin => [[1, nothing(bin)]],
    ratio: [2.4, 3.6],
    peak: 70,
    runs: 9,
    why: STARTS
  },
  {
    name: 'the same through the Action, a push without token',
    files: SMALL,
    floor: '`node -e 0`',
    floors: bin => [[1, nothing(bin)]],
    program: action,
    ratio: [3.2, 6.5],
    peak: 90,
    runs: 9,
    why: STARTS
  }
]

const text = (bin, [path]) => [[1, evaluate(bin, [path])]]

const BESIDE = [
  {
    name: 'flat, 100,000 results, through the Action: all reports',
    files: ['flat-100k.sarif'],
    floor: 'the text alone',
    floors: text,
    program: action,
    ratio: [2, 2],
    peak: 340,
    why: 'it writes 370 MB in seven files, digests them, and masks every message in each'
  },
  {
    name: 'flat, 100,000 results, by 200 rules and 200 assets with globs',
    files: ['flat-100k.sarif'],
    floor: 'by `preset:baseline`',
    floors: text,
    program: (bin, paths) => evaluate(bin, paths, { policy: policyFile(200) }),
    ratio: [2.5, 2.5],
    peak: 350,
    results: 100_000,
    why: 'each finding is held against every rule'
  },
  {
    name: 'flat, 20,000 results, 5,000 exceptions',
    files: ['flat-20k.sarif'],
    floor: 'none',
    floors: text,
    program: (bin, paths) => evaluate(bin, paths, { more: ['--exceptions', exceptionsFile(5_000)] }),
    ratio: [1.8, 1.8],
    peak: 220,
    why: 'the file of exceptions is 2 MB of YAML, read with the place of every value'
  },
  {
    name: 'CodeQL with code flows, 100 MB, with a diff of 300 files',
    files: ['codeql-100mb.sarif'],
    floor: 'without a diff',
    floors: text,
    program: (bin, paths) => evaluate(bin, paths, { more: ['--diff', diffFile(300)] }),
    ratio: [2.5, 2.5],
    peak: 400,
    why: 'every step of every flow is read, placed and kept, which is ten times as much as the results themselves'
  },
  {
    name: 'Semgrep, 10 MB, with a diff of 30,000 files',
    files: ['semgrep-10mb.sarif'],
    floor: 'with one of 300',
    floors: (bin, paths) => [[1, evaluate(bin, paths, { more: ['--diff', diffFile(300)] })]],
    program: (bin, paths) => evaluate(bin, paths, { more: ['--diff', diffFile(30_000)] }),
    ratio: [1.8, 1.8],
    peak: 300,
    why: 'the diff is kept with its lines until the end'
  },
  {
    name: 'matching 100,000 against 100,000, three times',
    files: [],
    floor: 'hashing their keys',
    floors: bin => [[1, matching(bin, 'keys')]],
    program: bin => matching(bin, 'match'),
    without: bin => matching(bin, 'none'),
    codes: [0],
    ratio: [2.2, 2.2],
    peak: 355,
    why: 'besides the hash each finding is looked at for its place, its content and what became of it'
  }
]

const FORMATS = ['json', 'sarif', 'markdown', 'html', 'junit', 'gitlab'].map(format => ({
  name: `flat, 20,000 results, as ${format}`,
  files: ['flat-20k.sarif'],
  floor: 'as text',
  floors: text,
  program: (bin, paths) => evaluate(bin, paths, { format }),
  ratio: [1.8, 1.8],
  peak: 220,
  why: 'every finding is written out, where the text names fifty'
}))

/** How the time grows with the number of results. */
const GROWTH = [
  ['flat-10k.sarif', 'flat-1k.sarif', '10,000', '1,000', [1, 1], 140],
  ['flat-100k.sarif', 'flat-10k.sarif', '100,000', '10,000', [1.05, 1.05], 290],
  ['flat-1m.sarif', 'flat-100k.sarif', '1,000,000', '100,000', [1.05, 1.05], 1_500]
].map(([larger, smaller, many, fewer, ratio, peak]) => ({
  name: `flat, ${many} results`,
  files: [larger, smaller],
  inputs: 1,
  floor: `10 × ${fewer}`,
  floors: (bin, [, path]) => [[10, evaluate(bin, [path])]],
  ratio,
  peak,
  isLarge: larger === 'flat-1m.sarif',
  why: 'more goes into the collector, and into memory that is touched for the first time'
}))

export const ROWS = [...READING, ...SMALL_FILES, ...BESIDE, ...FORMATS, ...GROWTH]
