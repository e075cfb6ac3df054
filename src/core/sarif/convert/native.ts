/** A format of a scanner that is no SARIF: what it is called, texts that all of its files begin with, and what to do. */
interface NativeFormat {
  readonly name: string
  readonly marks: readonly RegExp[]
  readonly instead: string
}

const key = (name: string): RegExp => new RegExp(`"${name}"\\s*:`)
const json = (name: string, keys: readonly (string | RegExp)[], instead: string): NativeFormat => ({
  name: `${name}'s JSON`,
  marks: [/^\s*[[{]/, ...keys.map(each => (typeof each === 'string' ? key(each) : each))],
  instead
})
const xml = (name: string, root: RegExp, instead: string): NativeFormat => ({ name, marks: [/^\s*</, root], instead })
const writes = (flag: string): string => `let it write SARIF with \`${flag}\``
const converted = (how: string): string => `convert it with ${how}`

/** By what no other format has; the first that fits counts. The flags are those of the tools' own manuals. */
const FORMATS: readonly NativeFormat[] = [
  json(
    'CycloneDX',
    [/"bomFormat"\s*:\s*"CycloneDX"/],
    'it lists components, not findings: give what a scanner makes of it'
  ),
  json('SPDX', ['spdxVersion', 'SPDXID'], 'it lists components, not findings: give what a scanner makes of it'),
  json('OpenVEX', [/"@context"\s*:\s*"https:\/\/openvex\.dev/], 'give it as `vex`'),
  json(
    'Trivy',
    [/"(?:ArtifactName|ArtifactType|ClusterName)"\s*:/, /"(?:SchemaVersion|Results|Resources)"\s*:/],
    writes('--format sarif')
  ),
  json(
    'Grype',
    [
      'matches',
      /"(?:vulnerability|artifact|descriptor)"\s*:/,
      /"(?:relatedVulnerabilities|matchDetails|distro|descriptor)"\s*:/
    ],
    writes('-o sarif')
  ),
  json(
    'Semgrep',
    ['results', /"(?:check_id|paths)"\s*:/, /"(?:errors|version|extra)"\s*:/],
    writes('semgrep scan --sarif')
  ),
  json('npm audit', [/"(?:auditReportVersion|advisories)"\s*:/], converted('`convert npm-audit`')),
  json('pnpm or Yarn audit', [/"type"\s*:\s*"audit(?:Advisory|Summary)"/], 'scan the lock file with osv-scanner'),
  json('OSV-Scanner', ['results', 'packages', /"(?:source|experimental_config)"\s*:/], writes('--format sarif')),
  json('gitleaks', ['RuleID', 'StartLine', 'Fingerprint'], writes('--report-format sarif')),
  json('detect-secrets', ['plugins_used', 'results'], 'scan with a tool that writes SARIF, such as gitleaks'),
  json('ShellCheck', ['file', 'line', 'endLine', 'code', 'level', 'message'], converted('`convert shellcheck`')),
  json('hadolint', ['file', 'line', 'column', 'code', 'level', 'message'], writes('--format sarif')),
  json('Bandit', ['generated_at', 'metrics', 'results'], writes('-f sarif')),
  json('Checkov', ['check_type', 'results'], writes('-o sarif')),
  json(
    'Snyk',
    ['vulnerabilities', /"(?:packageManager|projectName|dependencyCount)"\s*:/],
    writes('--sarif-file-output=FILE')
  ),
  json('ESLint', ['filePath', 'messages', 'errorCount'], writes('--format @microsoft/eslint-formatter-sarif')),
  json('gosec', ['Issues', /"(?:Golang errors|Stats|GosecVersion)"\s*:/], writes('-fmt sarif')),
  json('KICS', [/"kics_version"\s*:/], writes('--report-formats sarif')),
  json('tfsec', ['results', 'long_id', 'rule_id'], writes('--format sarif')),
  json('Terrascan', ['results', 'violations', 'scan_summary'], writes('-o sarif')),
  json('Brakeman', ['scan_info', 'warnings'], writes('--format sarif')),
  json('pip-audit', ['dependencies', 'vulns'], converted('`convert pip-audit`')),
  json('Safety', ['report_meta', 'vulnerabilities'], 'scan the requirements with osv-scanner'),
  json('govulncheck', ['config', /"(?:protocol_version|scanner_name)"\s*:/], writes('-format sarif')),
  json('cargo audit', ['database', 'lockfile', 'vulnerabilities'], writes('--format sarif')),
  json('OWASP Dependency-Check', ['reportSchema', 'scanInfo'], writes('--format SARIF')),
  json('ZAP', [/"@programName"\s*:\s*"(?:OWASP )?ZAP"/i], 'use its report template `sarif-json`'),
  json('Nuclei', ['template-id', 'matched-at'], writes('-sarif-export FILE')),
  json('TruffleHog', ['SourceMetadata', 'DetectorName'], 'write one finding a line, as `trufflehog --json` does'),
  json('Pylint', ['message-id', 'symbol', 'module'], 'use a formatter that writes SARIF'),
  json('Ruff', ['end_location', 'noqa_row'], writes('--output-format sarif')),
  json('kube-linter', ['Reports', 'Diagnostic'], writes('--format sarif')),
  json('Kubescape', ['summaryDetails', 'resources'], writes('--format sarif')),
  json('Scorecard', ['scorecard', 'checks'], writes('--format sarif')),
  json('GitLab', ['scan', 'vulnerabilities', 'analyzer'], 'take the SARIF of the scanner itself'),
  {
    name: 'an error of the GitHub API',
    marks: [/^\s*\{/, key('message'), key('documentation_url')],
    instead: 'look at the step that asked it, and at the permissions of its token'
  },
  {
    name: 'policy reports in YAML',
    marks: [/^\s*(?:---\s*)?[\w#]/, /^\s*-?\s*apiVersion:\s*["']?(?:wgpolicyk8s|openreports)\.io\//m],
    instead: 'write them as JSON, as `kubectl get policyreports -A -o json` does'
  },
  xml("cppcheck's XML", /<cppcheck[\s>]/, writes('--output-format=sarif')),
  xml("SpotBugs' XML", /<BugCollection[\s>]/, writes('-sarif')),
  xml("PMD's XML", /<pmd(?:-cpd)?[\s>]/, writes('-f sarif')),
  xml("Dependency-Check's XML", /<analysis[^>]*dependency-check/i, writes('--format SARIF')),
  xml("ZAP's XML", /<OWASPZAPReport[\s>]/, 'use its report template `sarif-json`'),
  xml("Nessus' XML", /<NessusClientData/, converted('a tool such as Heimdall')),
  xml("nmap's XML", /<nmaprun[\s>]/, 'it lists ports, not findings'),
  xml("Checkstyle's XML", /<checkstyle[\s>]/, 'let the tool write SARIF (Checkstyle: `-f sarif`)'),
  xml("JUnit's XML", /<testsuites?[\s>]/, 'let the tool write SARIF'),
  xml('HTML', /<(?:!doctype html|html)[\s>]/i, 'let the tool write SARIF')
]

/**
 * What the beginning of a file looks like, where it is a scanner's own format, and what to do instead: for people. Null
 * where no format is known.
 */
export function nativeFormat(head: string): string | null {
  const found = FORMATS.find(({ marks }) => marks.every(mark => mark.test(head)))
  return found === undefined ? null : `it looks like ${found.name}; ${found.instead}`
}
