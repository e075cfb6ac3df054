import { expect, test } from '@jest/globals'
import { nativeFormat } from '../../../../src/core/sarif/convert/native.js'

test.each<[string, string, RegExp]>([
  ['Trivy', '{"SchemaVersion":2,"ArtifactName":"alpine:3.19","Results":[]}', /Trivy's JSON; .*`--format sarif`/],
  ['Grype', '{"matches":[],"source":{},"distro":{},"descriptor":{"name":"grype"}}', /Grype's JSON/],
  ['Semgrep', '{"version":"1.9","results":[],"errors":[],"paths":{"scanned":[]}}', /Semgrep's JSON/],
  ['npm audit', '{"auditReportVersion":2,"vulnerabilities":{}}', /npm audit's JSON/],
  ['OSV-Scanner', '{"results":[{"source":{"path":"a"},"packages":[]}]}', /OSV-Scanner's JSON/],
  ['gitleaks', '[{"RuleID":"aws","StartLine":1,"Fingerprint":"a:aws:1"}]', /gitleaks's JSON/],
  ['ShellCheck', '[{"file":"a.sh","line":1,"endLine":1,"level":"error","code":1,"message":"m"}]', /ShellCheck's JSON/],
  [
    'hadolint',
    '[{"code":"DL3006","column":1,"file":"Dockerfile","level":"warning","line":1,"message":"m"}]',
    /hadolint's JSON/
  ],
  ['Bandit', '{"errors":[],"generated_at":"2026","metrics":{},"results":[]}', /Bandit's JSON/],
  ['Checkov', '{"check_type":"terraform","results":{"failed_checks":[]}}', /Checkov's JSON/],
  ['Checkov, of several frameworks', '[{"check_type":"terraform","results":{}}]', /Checkov's JSON/],
  ['Snyk', '{"vulnerabilities":[],"ok":true,"dependencyCount":3,"packageManager":"npm"}', /Snyk's JSON/],
  ['ESLint', '[{"filePath":"/a.js","messages":[],"errorCount":0}]', /ESLint's JSON/],
  ['gosec', '{"Golang errors":{},"Issues":[],"Stats":{}}', /gosec's JSON/],
  ['KICS', '{"kics_version":"2.1","queries":[]}', /KICS's JSON/],
  ['Brakeman', '{"scan_info":{},"warnings":[]}', /Brakeman's JSON/],
  ['CycloneDX', '{"bomFormat":"CycloneDX","specVersion":"1.6"}', /lists components/],
  ['OpenVEX', '{"@context":"https://openvex.dev/ns/v0.2.0","statements":[]}', /give it as `vex`/],
  ['cppcheck', '<?xml version="1.0"?>\n<results version="2">\n<cppcheck version="2.17"/>', /cppcheck's XML/],
  ['SpotBugs', '<BugCollection version="4.8">', /SpotBugs' XML/],
  ['Checkstyle', '<?xml version="1.0"?><checkstyle version="10">', /Checkstyle's XML/],
  ['JUnit', '<testsuites><testsuite/>', /JUnit's XML/],
  ['HTML', '<!DOCTYPE html><html>', /HTML/],
  [
    'an error of the API',
    '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest"}',
    /an error of the GitHub API/
  ],
  ['policy reports in YAML', 'apiVersion: wgpolicyk8s.io/v1alpha2\nkind: PolicyReport\n', /-o json/]
])('%s', (_, head, expected) => {
  expect(nativeFormat(head)).toMatch(expected)
})

test.each(['', '{}', '[]', 'plain text', '{"version":"2.1.0","runs":[]}', '{"results":[]}', '<xml/>'])(
  'nothing is known of %j',
  head => {
    expect(nativeFormat(head)).toBeNull()
  }
)
