// Turns `npm audit --json` (report version 2) into SARIF 2.1.0: one result per advisory and installed package.
// Usage: node npm-audit-to-sarif.mjs AUDIT_JSON LOCK_FILE LOCK_PATH_IN_REPOSITORY NPM_VERSION > npm-audit.sarif
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

const [, , auditFile, lockFile, lockPath, npmVersion] = process.argv
if (npmVersion === undefined) {
  console.error('usage: npm-audit-to-sarif.mjs AUDIT_JSON LOCK_FILE LOCK_PATH_IN_REPOSITORY NPM_VERSION')
  process.exit(2)
}

const audit = JSON.parse(readFileSync(auditFile, 'utf8'))
if (audit.auditReportVersion !== 2) {
  // An error of the registry is JSON too; passing it on as "no results" would be a clean bill of health.
  console.error(`${auditFile}: not an npm audit report: ${audit.message ?? audit.error?.summary ?? 'unknown shape'}`)
  process.exit(1)
}
const lockText = readFileSync(lockFile, 'utf8')
const installed = JSON.parse(lockText).packages
const lockLines = lockText.split('\n')

const LEVELS = { critical: 'error', high: 'error', moderate: 'warning', low: 'note', info: 'note' }

/** `GHSA-…` from the advisory's address. */
const idOf = advisory => basename(new URL(advisory.url).pathname)

/** The line that names the installed version, so that a change of the version is a change of the finding's line. */
function versionLine(node) {
  const entry = lockLines.findIndex(line => line.trim() === `"${node}": {`)
  return lockLines.findIndex((line, index) => index > entry && line.trim().startsWith('"version":')) + 1
}

const rules = new Map()
const results = []
for (const vulnerability of Object.values(audit.vulnerabilities)) {
  // A `via` that is a string repeats the advisory of a dependency, which has its own entry.
  for (const advisory of vulnerability.via.filter(via => typeof via === 'object')) {
    const id = idOf(advisory)
    rules.set(id, {
      id,
      name: advisory.title,
      shortDescription: { text: advisory.title },
      helpUri: advisory.url,
      properties: {
        tags: ['security', 'vulnerability', ...advisory.cwe.map(cwe => `external/cwe/${cwe.toLowerCase()}`)],
        ...(advisory.cvss.score > 0 ? { 'security-severity': String(advisory.cvss.score) } : {})
      }
    })
    const fix = vulnerability.fixAvailable
    for (const node of vulnerability.nodes) {
      const { version } = installed[node]
      const line = versionLine(node)
      const purl = `pkg:npm/${vulnerability.name.replace('@', '%40')}@${version}`
      const fixedVersion = typeof fix === 'object' && fix.name === vulnerability.name ? fix.version : undefined
      results.push({
        ruleId: id,
        level: LEVELS[advisory.severity],
        message: {
          text: `Package '${vulnerability.name}@${version}' is vulnerable to '${id}': ${advisory.title} (affected: ${advisory.range})`
        },
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: lockPath }, region: { startLine: line } },
            logicalLocations: [{ fullyQualifiedName: purl, kind: 'package' }]
          }
        ],
        properties: {
          severity: advisory.severity,
          purl,
          ...(fixedVersion === undefined ? {} : { fixedVersion })
        }
      })
    }
  }
}

const driver = { name: 'npm audit', version: npmVersion, informationUri: 'https://docs.npmjs.com/cli/commands/npm-audit' }
const run = {
  tool: { driver: { ...driver, rules: [...rules.values()] } },
  invocations: [{ executionSuccessful: true }],
  columnKind: 'utf16CodeUnits',
  results
}
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
process.stdout.write(`${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`)
