import { expect, test } from '@jest/globals'
import { aLog, aResult, aSarifRun, type Files, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

/**
 * What files call themselves, their keys and ids, is shown to people and read by runners: it must not end a line, begin a
 * command, colour a terminal or turn its text round, whichever command quotes it.
 */
const ESC = '\u001b'
const EVIL = `a\n::error::PWNED${ESC}[31m\u202e\u2028##vso[task.x]`
const KEY = JSON.stringify(EVIL).replaceAll('\u2028', '\\u2028').replaceAll('\u202e', '\\u202e')
const RULES = 'rules: [{ id: r, when: {}, verdict: block }]'
const entry = (id: string) => `  - id: ${id}
    type: risk-accept
    match: { identifier: CVE-2026-1234, path: web/package-lock.json }
    reason: ${KEY}
    owner: ${KEY}
    approved-by: ["@bob"]
    approved-at: 2026-11-20
    expires: 2026-12-09
`
const SCAN = aLog(aSarifRun(EVIL, [aResult(EVIL, `src/${EVIL}.ts`, 1, { message: { text: EVIL } })]))

test.each<[string, Files, readonly string[]]>([
  ['an unknown key', { 'p.yml': `version: 1\n${KEY}: 1\n${RULES}\n` }, ['lint', '--policy', 'p.yml']],
  ['a key that is there twice', { 'p.yml': `${KEY}: 1\n${KEY}: 2\n` }, ['lint', '--policy', 'p.yml']],
  [
    'the id of a rule',
    { 'p.yml': `version: 1\nrules: [{ id: ${KEY}, when: {}, verdict: x }]\n` },
    ['lint', '--policy', 'p.yml']
  ],
  ['a value', { 'p.yml': `version: 1\nextends: ${KEY}\n${RULES}\n` }, ['lint', '--policy', 'p.yml']],
  [
    'the name of a tool, a role and an asset',
    {
      'p.yml': `version: 1\n${RULES}\ntools: { ${KEY}: { category: sast } }\nassets: [{ name: ${KEY}, paths: "x/**", tier: 0 }]\n`
    },
    ['lint', '--policy', 'p.yml']
  ],
  [
    'what is merged',
    { 'p.yml': `version: 1\n${RULES.replace('id: r', `description: ${KEY}, id: r`)}\n` },
    ['lint', '--effective', '--policy', 'p.yml']
  ],
  [
    'an exception',
    { 'p.yml': `version: 1\n${RULES}\n`, 'e.yml': `version: 1\nexceptions:\n${entry(KEY)}` },
    ['lint', '--policy', 'p.yml', '--exceptions', 'e.yml']
  ],
  ['a file that is not there', {}, ['lint', '--policy', EVIL]],
  ['a command', {}, [EVIL]],
  ['a flag', {}, ['evaluate', `--${EVIL}`]],
  ['a scan', { 's.sarif': SCAN }, ['evaluate', '--sarif', 's.sarif', '--policy', 'preset:baseline']],
  ['an explanation', { 's.sarif': SCAN }, ['explain', 'x', '--sarif', 's.sarif', '--policy', 'preset:baseline']],
  [
    'a feed',
    { 's.sarif': SCAN, 'k.json': KEY },
    ['evaluate', '--sarif', 's.sarif', '--policy', 'preset:baseline', '--kev', 'k.json']
  ],
  [
    'a diff',
    { 's.sarif': SCAN, d: `diff --git ${EVIL}\n` },
    ['evaluate', '--sarif', 's.sarif', '--policy', 'preset:baseline', '--diff', 'd']
  ],
  [
    'owners',
    { 'p.yml': `version: 1\n${RULES}\n`, '.github/CODEOWNERS': `/x ${EVIL.replace('\n', '')}\n` },
    ['lint', '--policy', 'p.yml']
  ],
  ['a workflow', { '.github/workflows/g.yml': `name: ${KEY}\non: [${KEY}]\njobs: {}\n` }, ['doctor']],
  ['stored decisions', { 'd/decision.json': { schemaVersion: 2, [EVIL]: 1 } }, ['metrics', 'd']]
])('%s gives no command', async (_, files, argv) => {
  await withFiles(files, async directory => {
    const { stdout, stderr } = await runCommand(argv, directory)
    const text = stdout + stderr
    expect(text).not.toBe('')
    expect(text).not.toMatch(/^\s*::|##vso\[/m)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
  })
})
