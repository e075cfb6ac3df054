import { execFileSync, spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { bundlesIn } from '../bundles.js'
import { policyGate } from './command-line.js'
import { aLog, aResult, aSarifRun, withFiles } from './workspace.js'

const BLOCKS = 'version: 1\nrules: [{ id: r, when: { min-severity: high }, verdict: block }]\n'
const ERROR = aLog(aSarifRun('CodeQL', [aResult('js/x', 'src/a.ts', 3, { level: 'error' })]))
const NOTE = aLog(aSarifRun('CodeQL', [aResult('js/x', 'src/a.ts', 3, { level: 'note' })]))
const EVALUATE = ['evaluate', '--sarif', 'a.sarif', '--policy', 'p.yml', '--now', '2026-11-23T15:00:00Z']

describe('the world around the command line', () => {
  test('-h is help only where it is no value', async () => {
    await withFiles({ 'a.sarif': ERROR, 'p.yml': BLOCKS }, directory => {
      expect(policyGate([...EVALUATE, '--branch', '-h'], directory).status).toBe(1)
      expect(policyGate(['evaluate', '-h'], directory).status).toBe(0)
    })
  })

  test('a reader that goes away changes nothing', async () => {
    const results = Array.from({ length: 3_000 }, (_, i) => aResult(`js/${i}`, 'src/a.ts', 3, { level: 'error' }))
    await withFiles({ 'a.sarif': aLog(aSarifRun('CodeQL', results)), 'p.yml': BLOCKS }, directory => {
      const cli = bundlesIn().cli
      const command = `'${process.execPath}' '${cli}' ${EVALUATE.join(' ')} --format json | head -n 1; exit "\${PIPESTATUS[0]}"`
      const run = spawnSync('bash', ['-c', command], { cwd: directory, encoding: 'utf8' })
      expect(run).toMatchObject({ status: 1, stdout: '{\n', stderr: '' })
    })
  })

  test('a directory that is gone is told', async () => {
    await withFiles({}, directory => {
      const cli = bundlesIn().cli
      const command = `mkdir gone && cd gone && rmdir ../gone && '${process.execPath}' '${cli}' evaluate --sarif x`
      const run = spawnSync('bash', ['-c', command], { cwd: directory, encoding: 'utf8' })
      expect(run.status).toBe(2)
      expect(run.stderr).toMatch(/^The current directory does not exist/)
    })
  })

  test('reports go through links and into pipes, and replace neither', async () => {
    await withFiles({ 'a.sarif': NOTE, 'p.yml': BLOCKS, 'real.json': '' }, directory => {
      symlinkSync('real.json', join(directory, 'link.json'))
      execFileSync('mkfifo', [join(directory, 'pipe')])
      const cli = `'${process.execPath}' '${bundlesIn().cli}'`
      const command = `cat pipe & ${cli} ${EVALUATE.join(' ')} --format json=pipe --format json=link.json; wait`
      const piped = spawnSync('bash', ['-c', command], { cwd: directory, encoding: 'utf8' }).stdout
      expect(JSON.parse(piped)).toEqual(JSON.parse(readFileSync(join(directory, 'real.json'), 'utf8')))
      expect(lstatSync(join(directory, 'link.json')).isSymbolicLink()).toBe(true)
      expect(lstatSync(join(directory, 'pipe')).isFIFO()).toBe(true)
    })
  })

  test('an empty diff is told, and does not pass for a change that touches nothing', async () => {
    await withFiles({ 'a.sarif': ERROR, 'empty.diff': '' }, directory => {
      const run = ['evaluate', '--sarif', 'a.sarif', '--policy', 'preset:baseline', '--diff', 'empty.diff']
      const { status, stdout } = policyGate([...run, '--format', 'json'], directory)
      const { notices, outcomes } = JSON.parse(stdout)
      expect(notices).toMatchObject([
        { level: 'warning', code: 'diff-empty' },
        { code: 'rule-unanswered' },
        { code: 'state-unknown' }
      ])
      expect(outcomes).toMatchObject([{ finding: { state: 'unknown', inDiff: null } }])
      expect(status).toBe(1)
    })
  })

  test('a scan applies where nothing was checked out', async () => {
    const scans = 'scans: [{ id: s, tools: [Semgrep], applies-to: ["**/*.ts"] }]\n'
    await withFiles({ 'a.sarif': NOTE, 'p.yml': BLOCKS + scans, 'src/a.txt': '' }, directory => {
      mkdirSync(join(directory, 'empty'))
      const stateAt = (root: string) =>
        JSON.parse(policyGate([...EVALUATE, '--format', 'json', '--source-root', root], directory).stdout).scans[0]
          .state
      expect(stateAt('src')).toBe('not-applicable')
      expect(stateAt('empty')).toBe('missing')
    })
  })
})
