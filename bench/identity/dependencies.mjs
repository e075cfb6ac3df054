import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detect, RULE_IDS } from './detector.mjs'
import { random as seeded } from './random.mjs'

/** Label of a finding that is new while the code is not: it must not count as introduced. */
export const DISCLOSED = -2

const LOCK = 'package-lock.json'

/** A finding for each package of the lock file that is in the list of advisories, at the line of its entry. */
function audit(text, advisories, tool = {}) {
  const findings = []
  const lines = text.split('\n')
  lines.forEach((line, index) => {
    const name = /^ {4}"node_modules\/([^"]+)": \{/.exec(line)?.[1]
    const version = /"version": "([^"]+)"/.exec(lines[index + 1] ?? '')?.[1]
    for (const id of advisories.get(name) ?? []) {
      findings.push({
        ...{
          path: LOCK,
          ruleId: id,
          line: index + 1,
          startColumn: 5,
          endColumn: 9,
          nth: 0,
          snippet: line,
          name,
          version
        },
        parts: {
          ...{ category: 'sca', tool: 'Audit', message: `${name} ${version} has ${id}`, identifiers: [id] },
          package: { purl: `pkg:npm/${name}@${version}`, name, version, fixedVersion: null },
          ...tool
        }
      })
    }
  })
  return findings
}

const bump = (text, name) =>
  text.replace(new RegExp(`("node_modules/${name}": \\{\\n\\s+"version": "\\d+\\.\\d+\\.)\\d+`), '$1999')

/** Entries with lines of their own come in before those that were there, and others lose a line. */
const churn = text =>
  text
    .replace(
      '    "node_modules/',
      '    "node_modules/@added/one": {\n      "version": "1.0.0"\n    },\n    "node_modules/'
    )
    .replaceAll('      "dev": true,\n', '')

const added = (text, name) =>
  text.replace(
    '    "node_modules/',
    `    "node_modules/${name}": {\n      "version": "1.0.0"\n    },\n    "node_modules/`
  )

/** Cases of dependencies, made from the repository's own lock file, and of an upgraded tool or set of rules. */
export function makeDependencyCases(root, sources, seed) {
  const random = seeded(seed)
  const lock = readFileSync(join(root, LOCK), 'utf8')
  const names = [...lock.matchAll(/^ {4}"node_modules\/([a-z][a-z-]+)": \{/gm)].map(match => match[1])
  const cases = []
  for (let count = 0; count < 10; count++) {
    const known = new Map()
    for (let index = 0; index < 5; index++) known.set(random.pick(names), [`CVE-2026-${1000 + count * 10 + index}`])
    const [first] = known.keys()
    const grown = new Map([...known, ['evil-package', ['CVE-2026-9999']]])
    const disclosed = new Map([...known, [first, [...known.get(first), 'CVE-2026-8888']]])
    const make = (kind, head, advisories, fresh, docs = false) =>
      cases.push(compareAudits(kind, lock, head, known, advisories, fresh, docs))
    make('version bump', bump(lock, first), known, null)
    make('lock file churn', churn(lock), known, null)
    make('vulnerable package added', added(lock, 'evil-package'), grown, -1)
    make('documentation only, advisory disclosed', lock, disclosed, DISCLOSED, true)
    make('lock file churn, advisory disclosed', churn(lock), disclosed, DISCLOSED)
    cases.push(toolUpgrade(sources[(count * 11) % sources.length]))
    cases.push(ruleAdded(sources[(count * 7 + 3) % sources.length]))
  }
  return cases
}

function compareAudits(kind, baseText, headText, before, after, fresh, docs) {
  const baseFindings = audit(baseText, before)
  const headFindings = audit(headText, after)
  const label = ({ name, ruleId }) => {
    const partner = baseFindings.findIndex(base => base.name === name && base.ruleId === ruleId)
    return partner < 0 ? fresh : partner
  }
  const readme = text => ['README.md', text]
  return {
    kind,
    base: new Map([[LOCK, baseText], readme('before\n')]),
    head: new Map([[LOCK, headText], readme(docs ? 'after\n' : 'before\n')]),
    baseFindings,
    headFindings,
    labels: headFindings.map(label)
  }
}

/** The same code, a few lines further down, read by a newer version with other messages and one more rule. */
function toolUpgrade({ path, text }) {
  const above = '// one\n// two\n'
  const baseFindings = detect(path, text)
  const upgraded = { toolVersion: '2.0.0', message: 'Said in other words' }
  const headFindings = detect(path, above + text).map(finding => ({ ...finding, parts: upgraded }))
  const labels = headFindings.map((_, index) => index)
  const more = headFindings.slice(0, 3).map(finding => ({ ...finding, ruleId: 'new-rule' }))
  return {
    kind: 'tool upgrade with a new rule',
    base: new Map([[path, text]]),
    head: new Map([[path, above + text]]),
    baseFindings,
    headFindings: [...headFindings, ...more],
    labels: [...labels, ...more.map(() => DISCLOSED)]
  }
}

/**
 * The same code below a few new lines, and one of them under the eyes of a new rule: the tool is of the same version,
 * and lists the rules that ran. What the new rule finds in old lines was there, what it finds in new ones was not.
 */
function ruleAdded({ path, text }) {
  const above = '// one\n// two\n'
  const baseFindings = detect(path, text)
  const headFindings = detect(path, above + text)
  const more = headFindings.slice(0, 3).map(finding => ({ ...finding, ruleId: 'new-rule' }))
  const fresh = { path, ruleId: 'new-rule', line: 2, startColumn: 1, endColumn: 7, snippet: '// two' }
  return {
    kind: 'new rule in the same version of the tool',
    base: new Map([[path, text]]),
    head: new Map([[path, above + text]]),
    baseFindings,
    headFindings: [...headFindings, ...more, fresh],
    labels: [...headFindings.map((_, index) => index), ...more.map(() => DISCLOSED), -1],
    rules: { base: RULE_IDS, head: [...RULE_IDS, 'new-rule'] }
  }
}
