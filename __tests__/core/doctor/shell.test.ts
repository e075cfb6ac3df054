import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { commandsOf } from '../../../src/core/doctor/shell/commands.js'
import { gateCallOf } from '../../../src/core/doctor/shell/gate-command.js'
import { lossOf, shellOf } from '../../../src/core/doctor/shell/outcome.js'

/** What is told of a script: nothing, a loss, or that there is no gate in it. */
function judged(script: string, shell: string | null): string {
  const commands = commandsOf(script)
  const index = commands.findIndex(command => gateCallOf(command) !== null)
  const settings = shellOf(shell, false)
  if (index < 0) return 'no gate'
  if (settings === null) return 'unjudged'
  return lossOf(commands, index, settings)?.weight ?? 'holds'
}

let directory = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'doctor-shell-'))
  const path = join(directory, 'policy-gate')
  writeFileSync(path, `#!/bin/sh\necho called >> ${directory}/calls\nexit 1\n`)
  chmodSync(path, 0o755)
})
afterAll(() => rmSync(directory, { recursive: true }))

type Script = readonly [script: string, shell: string | null]

/**
 * How each script ends in a real shell where the gate blocks, as a runner starts it. One small shell starts them all:
 * out of a process as large as Jest's each start takes ten times as long.
 */
function endsOf(scripts: readonly Script[]): readonly string[] {
  const calls = scripts.map(([script, shell], index) => {
    const file = join(directory, `${index}.sh`)
    writeFileSync(file, script)
    const flags = shell === 'bash' ? '--noprofile --norc -eo pipefail' : shell === null ? '-e' : ''
    return `bash ${flags} ${file} >/dev/null 2>&1; echo $?`
  })
  writeFileSync(join(directory, 'all.sh'), calls.join('\n'))
  const environment = { PATH: `${directory}:${process.env.PATH}` }
  const { stdout } = spawnSync('bash', [join(directory, 'all.sh')], { env: environment, cwd: directory })
  return stdout.toString().split('\n').slice(0, -1)
}

const G = 'policy-gate evaluate'
const BEFORE = [
  '',
  'set +e\n',
  'set -o pipefail\n',
  'true\n',
  'false || true\n',
  'true && ',
  'test -n "$X" && ',
  'false || ',
  '! ',
  '( ',
  'if true; then ',
  '# ',
  'echo ',
  'exit 0\n',
  'x=1 ',
  'for i in 1 2; do ',
  'cd . && ',
  'cat <<E\nE\n',
  ': "$(true)"; ',
  'trap "exit 0" EXIT\n'
]
const AFTER = [
  '',
  ' || true',
  ' || exit 3',
  ' || { echo x; exit 1; }',
  ' | cat',
  ' && echo x',
  ' && echo x\ntrue',
  ' &',
  ' & wait',
  '; true',
  '\ntrue',
  '; exit 0',
  ' || code=$?\nexit $code',
  '\ncode=$?\nexit "$code"',
  ' || code=$?',
  ' > out.txt 2>&1',
  ' || false',
  '; fi',
  ' )',
  '; done',
  ' ) || true',
  '; fi || true',
  '\nexit $?',
  ' || exit 0',
  ' || exit',
  ' || echo x && exit 1'
]

describe('a script whose gate blocks', () => {
  test.each(BEFORE)('behind %j: where a shell passes, it is told', before => {
    const scripts = [null, 'bash', 'bash {0}'].flatMap(shell =>
      AFTER.map((after): Script => [`${before}${G}${after}\n`, shell])
    )
    const holding = scripts.filter(([script, shell]) => judged(script, shell) === 'holds')
    const ends = endsOf(holding)
    expect(ends).toHaveLength(holding.length)
    expect(holding.filter((_, index) => ends[index] === '0')).toEqual([])
  })

  test.each<[string, string | null, string]>([
    [G, null, 'holds'],
    [`${G}\ntrue`, null, 'holds'],
    [`${G} | cat`, 'bash', 'holds'],
    [`${G} | cat\ntrue`, 'bash', 'holds'],
    [`set -euo pipefail\n${G} --sarif "$(ls *.sarif)" | cat`, null, 'holds'],
    [`x=1 env A=b timeout -k 5 60 ${G}`, null, 'holds'],
    [`exec ${G}`, null, 'holds'],
    [`npx --yes policy-gate@1.0.0 evaluate`, null, 'holds'],
    [`npm exec -- policy-gate evaluate`, null, 'holds'],
    [`pnpm dlx policy-gate evaluate`, null, 'holds'],
    [`node --max-old-space-size=4096 ./vendor/dist/cli.js evaluate`, null, 'holds'],
    [`./node_modules/.bin/policy-gate evaluate`, null, 'holds'],
    [`if ! ${G}; then exit 1; fi`, null, 'holds'],
    [`echo ${G}`, null, 'no gate'],
    [`printf '%s' '${G}'`, null, 'no gate'],
    ['policy-gate lint', null, 'no gate'],
    [`x="$(${G})"`, null, 'no gate'],
    ['npm install policy-gate evaluate', null, 'no gate'],
    ['my-policy-gate evaluate', null, 'no gate'],
    [G, 'pwsh', 'unjudged'],
    [G, 'python', 'unjudged']
  ])('%j in %s: %s', (script, shell, expected) => expect(judged(script, shell)).toBe(expected))
})
