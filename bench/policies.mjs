/** What is measured beside a preset: a policy of many rules and assets, each with two globs, and many exceptions. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { DATA } from './files.mjs'
import { WORDS } from './generate.mjs'

const pick = (index, step = 1) => WORDS[(index * step) % WORDS.length]

const asset = index =>
  `  - name: asset-${index}\n    paths: ['src/${pick(index)}/${pick(index, 3)}/**', '**/${pick(index, 5)}-${index}*.ts']\n    tier: ${index % 3}`

const rule = index => `  - id: rule-${index}
    when:
      severity: [${['critical', 'high', 'medium', 'low', 'none'][index % 5]}]
      paths: ['src/${pick(index)}/**/${pick(index, 3)}-${index}*.ts', '**/${pick(index, 5)}/${pick(index, 7)}-?${index % 10}*']
    verdict: ${index % 4 === 0 ? 'block' : 'warn'}`

/** A policy of so many rules and so many assets, each with two globs. */
const policyOf = count => {
  const indices = Array.from({ length: count }, (_, index) => index)
  return `version: 1\nassets:\n${indices.map(asset).join('\n')}\nrules:\n${indices.map(rule).join('\n')}\n`
}

/** Path of the file of such a policy. */
export function policyFile(count) {
  const path = `${DATA}/policy-${count}.yml`
  mkdirSync(DATA, { recursive: true })
  writeFileSync(path, policyOf(count))
  return path
}

const exception = index => `  - id: EXC-${index}
    type: risk-accept
    match: { tool: flat, rule-id: flat/rule-${index % 40}, path: src/${pick(index)}/${pick(index, 3)}/${pick(index, 5)}-${index % 400}.ts }
    reason: It is accepted for the time being so that the speed can be measured
    owner: '@alice'
    approved-by: ['@bob']
    approved-at: 2026-01-01
    expires: 2030-01-01
`

/** Path of a file of so many exceptions. */
export function exceptionsFile(count) {
  const path = `${DATA}/exceptions-${count}.yml`
  mkdirSync(DATA, { recursive: true })
  writeFileSync(
    path,
    `version: 1\nexceptions:\n${Array.from({ length: count }, (_, index) => exception(index)).join('')}`
  )
  return path
}
