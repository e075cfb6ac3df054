import { hash } from 'node:crypto'
import { NOW, toFinding } from './ours.mjs'

/** Findings over `files` files, some with equal content; a share of them moves between base and head. */
export function generate(count, files, shift) {
  const findings = []
  for (let index = 0; index < count; index++) {
    const path = `src/module${index % 97}/file${index % files}.ts`
    const line = 1 + Math.floor(index / files) * 3 + shift
    const ruleId = `rule-${index % 41}`
    findings.push(
      toFinding(
        { path, ruleId, line, startColumn: 3, endColumn: 20, snippet: `call${index % 911}(value, ${index % 7})` },
        true
      )
    )
  }
  return findings
}

const seconds = work => {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e9
}
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1]
const repeat = work => median([seconds(work), seconds(work), seconds(work)])

/** The floor: hashing the same keys once, and a look-up of each in a map. */
export function floor(base, head) {
  const key = ({ tool, ruleId, location, clues }) =>
    hash('sha256', `${tool}\0${ruleId}\0${location.path}\0${clues.snippet.replace(/\s+/g, '')}`, 'hex')
  const known = new Map()
  for (const finding of base) known.set(key(finding), finding)
  let found = 0
  for (const finding of head) if (known.has(key(finding))) found++
  return found
}

/** Prints the time of matching n against n findings and its ratio to the floor. */
export function scale(identify) {
  console.log('\nn against n findings, no source, no diff   match      floor   ratio   per finding')
  for (const [count, files] of [
    [10_000, 1_000],
    [100_000, 10_000],
    [100_000, 10],
    [400_000, 40_000]
  ]) {
    const base = generate(count, files, 0)
    const head = generate(count, files, 5)
    const context = { baseline: base, diff: null, readSource: () => null, now: NOW }
    const ours = repeat(() => identify(head, context))
    const least = repeat(() => floor(base, head))
    const name = `${count.toLocaleString('en')} in ${files.toLocaleString('en')} files`
    console.log(
      `${name.padEnd(40)} ${ours.toFixed(2)} s   ${least.toFixed(2)} s   ${(ours / least).toFixed(1)}   ${((ours / count) * 1e6).toFixed(1)} µs`
    )
  }
}
