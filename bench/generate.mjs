/**
 * Writes SARIF of a given shape and size, the same bytes on every machine, without holding it in memory.
 *
 *   node bench/generate.mjs SHAPE SIZE FILE     SIZE: bytes (`100mb`, `50kb`) or results (`100k`, `1m`); FILE may end in .gz
 *
 * Shapes follow what the scanners write: `codeql` (code flows of 5 to 30 locations), `flat` (many small results, about
 * 720 bytes each), `semgrep` (a thousand rules listed, few results), `trivy` (vulnerabilities of packages).
 */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createGzip } from 'node:zlib'

export const SHAPES = ['codeql', 'flat', 'semgrep', 'trivy']

/** A small generator of numbers (xorshift), so that a size and a shape always give the same file. */
function dice(seed) {
  let state = seed
  return sides => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % sides
  }
}

export const WORDS =
  'service user order payment session account token handler parser writer client route model store'.split(' ')
const hex = (roll, length) => Array.from({ length }, () => roll(16).toString(16)).join('')
const pathOf = roll => `src/${WORDS[roll(14)]}/${WORDS[roll(14)]}/${WORDS[roll(14)]}-${roll(400)}.ts`

function place(roll, message) {
  const startLine = 1 + roll(2000)
  const region = { startLine, startColumn: 1 + roll(60), endColumn: 61 + roll(60) }
  const artifactLocation = { uri: pathOf(roll), uriBaseId: '%SRCROOT%', index: roll(400) }
  return { physicalLocation: { artifactLocation, region }, ...(message && { message: { text: message } }) }
}

function rule(index, shape) {
  const id = `${shape}/rule-${index}`
  const text = `A ${WORDS[index % 14]} value reaches a ${WORDS[(index * 7) % 14]} without being checked first.`
  return {
    id,
    name: id,
    shortDescription: { text },
    fullDescription: { text: `${text} ${text} ${text}` },
    defaultConfiguration: { level: ['error', 'warning', 'note'][index % 3] },
    help: { text: `${text}\n\n`.repeat(12), markdown: `# ${id}\n\n${`* ${text}\n`.repeat(12)}` },
    properties: { tags: ['security', `external/cwe/cwe-${100 + (index % 800)}`], 'security-severity': '7.5' }
  }
}

const RULES = { codeql: 80, flat: 40, semgrep: 1000, trivy: 300 }

const result = {
  codeql(roll, rules) {
    const codeFlows = Array.from({ length: 1 + roll(2) }, () => ({
      threadFlows: [
        {
          locations: Array.from({ length: 5 + roll(26) }, () => ({
            location: place(roll, `${WORDS[roll(14)]} : String`)
          }))
        }
      ]
    }))
    const index = roll(rules)
    return {
      ruleId: `codeql/rule-${index}`,
      ruleIndex: index,
      rule: { id: `codeql/rule-${index}`, index },
      message: { text: `This query depends on a [user-provided value](1) - ${roll(1000)}.` },
      locations: [place(roll)],
      partialFingerprints: {
        primaryLocationLineHash: `${hex(roll, 16)}:1`,
        primaryLocationStartColumnFingerprint: '4'
      },
      codeFlows,
      relatedLocations: [{ id: 1, ...place(roll, 'user-provided value') }]
    }
  },
  flat(roll, rules) {
    const index = roll(rules)
    return {
      ruleId: `flat/rule-${index}`,
      ruleIndex: index,
      level: ['error', 'warning', 'note'][roll(3)],
      kind: 'fail',
      message: {
        text: `The ${WORDS[roll(14)]} '${WORDS[roll(14)]}${roll(5000)}' is assigned a value but never used in this scope. Remove it, or use it where the value was meant to be read, and see the documentation of the rule.`
      },
      locations: [place(roll)],
      partialFingerprints: { primaryLocationLineHash: `${hex(roll, 16)}:1`, 'contextHash/v1': hex(roll, 64) },
      properties: { confidence: 'HIGH', 'security-severity': `${roll(10)}.${roll(10)}`, tags: ['security', 'CWE-79'] }
    }
  },
  semgrep(roll, rules) {
    const index = roll(rules)
    const location = place(roll)
    location.physicalLocation.region.snippet = { text: `    const ${WORDS[roll(14)]} = "${hex(roll, 24)}"\n` }
    return {
      ruleId: `semgrep/rule-${index}`,
      message: { text: `Detected a ${WORDS[roll(14)]} that is not "escaped".` },
      locations: [location],
      fingerprints: { 'matchBasedId/v1': `${hex(roll, 128)}_0` },
      properties: {}
    }
  },
  trivy(roll, rules) {
    const index = roll(rules)
    const name = WORDS[roll(14)]
    const version = `${roll(9)}.${roll(20)}.${roll(9)}`
    return {
      ruleId: `trivy/rule-${index}`,
      ruleIndex: index,
      level: 'error',
      message: {
        text: `Package: ${name}\nInstalled Version: ${version}\nVulnerability CVE-20${10 + roll(15)}-${1000 + roll(9000)}\nSeverity: HIGH\nFixed Version: ${roll(9)}.0.0`
      },
      locations: [{ ...place(roll), message: { text: `package-lock.json: ${name}@${version}` } }]
    }
  }
}

/** The text of a log in pieces of about 64 KiB; `limit` counts bytes or results. */
export function* pieces(shape, limit) {
  const roll = dice(0x9e3779b9)
  const rules = Array.from({ length: limit.bytes < 1e6 ? 10 : RULES[shape] }, (_, index) => rule(index, shape))
  const driver = { name: shape, semanticVersion: '1.2.3', informationUri: 'https://example.com/', rules }
  let piece = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"results":[`
  let bytes = 0
  for (let count = 0; count < limit.results && bytes + piece.length < limit.bytes; count += 1) {
    piece += `${count === 0 ? '' : ','}\n${JSON.stringify(result[shape](roll, rules.length))}`
    if (piece.length > 65_536) {
      yield piece
      bytes += piece.length
      piece = ''
    }
  }
  yield `${piece}\n],"columnKind":"utf16CodeUnits"}]}\n`
}

/** Reads `100mb`, `50kb`, `100k` or `1m`. */
export function limitOf(size) {
  const [, number, unit] = /^(\d+)(mb|kb|k|m)$/.exec(size) ?? []
  if (!number) throw new Error(`not a size: ${size}. Use megabytes (100mb) or results (100k, 1m)`)
  const count = Number(number) * (unit.startsWith('k') ? 1e3 : 1e6)
  return unit.endsWith('b') ? { bytes: count, results: Infinity } : { bytes: Infinity, results: count }
}

/** Writes one file. */
export async function generate(shape, size, file) {
  const target = createWriteStream(file)
  const stream = file.endsWith('.gz') ? createGzip({ level: 6 }) : target
  if (stream !== target) stream.pipe(target)
  for (const piece of pieces(shape, limitOf(size))) {
    if (!stream.write(piece)) await once(stream, 'drain')
  }
  stream.end()
  await once(target, 'finish')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [shape, size, file] = process.argv.slice(2)
  if (!SHAPES.includes(shape) || !size || !file) throw new Error(`usage: generate.mjs ${SHAPES.join('|')} SIZE FILE`)
  await generate(shape, size, file)
}
