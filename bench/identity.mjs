import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeCases } from './identity/cases.mjs'
import { EVIDENCE, loadOurs, ours } from './identity/ours.mjs'
import { byLine, byLineHash } from './identity/peers.mjs'
import { writeRepository } from './identity/repository.mjs'
import { scale } from './identity/scale.mjs'
import { collectSources } from './identity/sources.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const PER_KIND = Number(process.env.PER_KIND ?? 12)
const SEED = 20260101
const verbose = process.argv.includes('--verbose')

const { identify, gitDiff } = await loadOurs(root)
const sources = collectSources(root)
const cases = makeCases(sources, PER_KIND, SEED)
const { directory, commits } = writeRepository(cases)
const diffs = []
for (const [base, head] of commits) {
  const { value, reason } = await gitDiff(directory, base, head)
  if (value === null) throw new Error(reason)
  diffs.push(value)
}
rmSync(directory, { recursive: true })

const MATCHERS = {
  ...Object.fromEntries(
    Object.entries(EVIDENCE).map(([name, evidence]) => [
      `ours: ${name}`,
      (one, index) =>
        ours(identify, one, diffs[index], evidence).map(identity => {
          if (verbose) one.reason = (one.reason ?? []).concat(identity.stateReason)
          return identity.state !== 'introduced'
        })
    ])
  ),
  'rule, path and line': one => byLine(one).map(partner => partner >= 0),
  'rule, path and primaryLocationLineHash': one => byLineHash(one).map(partner => partner >= 0)
}

const tally = new Map()
const count = (matcher, kind) => {
  const key = `${matcher}\0${kind}`
  if (!tally.has(key)) tally.set(key, { same: 0, found: 0, fresh: 0, masked: 0 })
  return tally.get(key)
}
for (const [name, matcher] of Object.entries(MATCHERS)) {
  cases.forEach((one, index) => {
    const existing = matcher(one, index)
    one.labels.forEach((label, number) => {
      for (const sum of [count(name, one.kind), count(name, 'all')]) {
        if (label >= 0) {
          sum.same++
          if (existing[number]) sum.found++
        } else {
          sum.fresh++
          if (existing[number]) sum.masked++
        }
      }
      if (verbose && name === 'ours: source and diff' && existing[number] !== label >= 0) {
        const { path, line, ruleId, snippet } = one.headFindings[number]
        console.log(
          one.reason?.[number],
          `${label >= 0 ? 'MISSED' : 'MASKED'} ${one.kind} ${path}:${line} ${ruleId} ${snippet.trim().slice(0, 100)}`
        )
      }
    })
  })
}

const share = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`)
const { same, fresh } = count('rule, path and line', 'all')
console.log(
  `${cases.length} cases from ${sources.length} real files: ${same} findings that were there before, ${fresh} new ones\n`
)
for (const name of Object.keys(MATCHERS)) {
  const all = count(name, 'all')
  console.log(
    `${name.padEnd(52)} recall ${share(all.found, all.same).padStart(8)}   masked ${all.masked} of ${all.fresh}`
  )
}
console.log()
const shown = [
  'ours: source and diff',
  'ours: snippets only',
  'ours: source only, own output as baseline',
  'rule, path and line',
  'rule, path and primaryLocationLineHash'
]
for (const kind of new Set(cases.map(one => one.kind))) {
  console.log(
    kind.padEnd(44),
    ...shown.map(name => {
      const sum = count(name, kind)
      return `${share(sum.found, sum.same)}/${sum.masked}`.padStart(13)
    })
  )
}

if (!process.env.NO_SCALE) scale(identify)
