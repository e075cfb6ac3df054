import { expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { createNormaliser } from '../../../../src/core/sarif/normalise.js'
import { NO_KNOWLEDGE } from '../../../../src/core/sarif/place/paths.js'
import { feed, logOf, normalise } from '../feed.js'

const run = (name: string, rules: readonly JsonObject[], results: readonly JsonObject[] = []): JsonObject => ({
  tool: { driver: { name, rules } },
  results
})
const found = (ruleId: string): JsonObject => ({ ruleId, message: { text: 'm' } })
const rule = (id: string, more: JsonObject = {}): JsonObject => ({ id, ...more })
const tagged = (id: string, ...tags: readonly string[]) => rule(id, { properties: { tags } })

test.each<[string, JsonObject, string]>([
  ['a scanner for nothing else, without results', run('gitleaks', []), 'shown'],
  ['one that is only named for it', run('Acme Secret Scanner', []), 'shown'],
  ['a plain run of Semgrep', run('Semgrep OSS', [rule('js.eval')], [found('js.eval')]), 'not-said'],
  ['Semgrep, whose whole list has no rule for secrets', run('Semgrep OSS', [rule('js.eval'), rule('js.sql')]), 'none'],
  [
    'Semgrep, with a rule for secrets',
    run('Semgrep OSS', [rule('js.eval'), rule('generic.secrets.security.aws-key')]),
    'shown'
  ],
  [
    'Trivy, with a vulnerability alone',
    run('Trivy', [tagged('CVE-2021-44228', 'vulnerability', 'security')], [found('CVE-2021-44228')]),
    'not-said'
  ],
  ['Trivy, with a rule that is tagged', run('Trivy', [tagged('aws-access-key-id', 'secret', 'security')]), 'shown'],
  ['Trivy, with a rule that is named', run('Trivy', [rule('aws-access-key-id', { name: 'Secret' })]), 'shown'],
  ['Trivy, clean', run('Trivy', []), 'not-said'],
  ['Checkov, with a rule for secrets', run('checkov', [rule('CKV_SECRET_6')]), 'shown'],
  ['Checkov, with another', run('checkov', [rule('CKV_AWS_20')], [found('CKV_AWS_20')]), 'not-said'],
  ['a secret that a tool nobody knows found', run('Odd', [], [found('generic.secrets.x')]), 'shown'],
  [
    'a rule in an extension',
    {
      tool: { driver: { name: 'Trivy' }, extensions: [{ name: 'rules', rules: [tagged('github-pat', 'secret')] }] },
      results: []
    },
    'shown'
  ],
  [
    'one that does not look for secrets, whatever a rule is called',
    run('ESLint', [tagged('no-secrets', 'lint')]),
    'not-said'
  ]
])('%s', (_, log, secretScan) => expect(normalise(logOf(log)).runs[0]?.secretScan).toBe(secretScan))

test('a secret by the file stays one for what is asked of the run and what is shown, whatever the policy calls it', () => {
  const quoted = 'AKIAIOSFODNN7EXAMPLE'
  const log = logOf(run('gitleaks', [], [{ ruleId: 'aws-key', message: { text: `found ${quoted}` } }]))
  const stated = { category: 'iac', isFinal: true } as const
  const normaliser = createNormaliser('a.sarif', { places: NO_KNOWLEDGE, statedOf: () => stated })
  feed(log, normaliser)
  const { runs, findings } = normaliser.finish(null)
  expect(findings[0]).toMatchObject({ category: 'iac', categoryOfFile: 'secret' })
  expect(findings[0]?.message).not.toContain(quoted)
  expect(runs[0]).toMatchObject({ secretScan: 'shown', categories: ['secret'] })
})
