import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequestEvent } from './events.js'
import { type RunnerStep, runAction } from './runner.js'
import { parseFileCommands, readLog } from './runner-output.js'

describe('the log of a step', () => {
  test.each([
    ['::error file=a.ts,line=3::x%0Ay', [{ name: 'error', properties: { file: 'a.ts', line: '3' }, data: 'x\ny' }]],
    ['  ::warning::x', [{ name: 'warning', properties: {}, data: 'x' }]],
    ['text ::error::x', []],
    ['text ##[error]x', [{ name: 'error', properties: {}, data: 'x' }]],
    ['##[set-output name=a;]b', [{ name: 'set-output', properties: { name: 'a' }, data: 'b' }]],
    ['::unknown::x', []]
  ])('%s', (line, commands) => {
    expect(readLog([line]).commands).toEqual(commands)
  })

  test('nothing between stop-commands and its token is a command', () => {
    const { commands, text } = readLog(['::stop-commands::t1', '::error::no', '##[error]no', '::t1::', '::error::yes'])
    expect(commands.map(({ name, data }) => `${name} ${data}`)).toEqual(['stop-commands t1', 't1 ', 'error yes'])
    expect(text).toBe('::error::no\n##[error]no')
  })

  test('masks hide what follows, ten of a level are shown, long messages are cut', () => {
    const many = Array.from({ length: 12 }, (_, index) => `::error::e${index}`)
    const log = readLog(['before secret', '::add-mask::secret', 'a secret', ...many, `::notice::${'x'.repeat(5000)}`])
    expect(log.text).toBe('before secret\na ***')
    expect([log.annotations.length, log.dropped, log.annotations.at(-1)?.data.length]).toEqual([11, 2, 4096])
  })

  test('output files take both forms and refuse what the runner refuses', () => {
    expect(parseFileCommands('a=1\nb<<E\nx\ny=z\nE\nc=d<<e\n')).toEqual({ a: '1', b: 'x\ny=z', c: 'd<<e' })
    expect(() => parseFileCommands('a<<E\nx\n')).toThrow('Matching delimiter not found')
    expect(() => parseFileCommands('nonsense\n')).toThrow('Invalid format')
  })
})

describe('a step', () => {
  let directory = ''
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'action-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  async function step(script: string): Promise<RunnerStep> {
    const entry = join(directory, 'index.mjs')
    await writeFile(entry, `import { appendFileSync, readFileSync } from 'node:fs'\n${script}`)
    const github = { url: 'http://127.0.0.1:1', graphqlUrl: 'http://127.0.0.1:1/graphql' }
    return { entry, inputs: { 'github-token': 'x', sarif: 'a\nb' }, event: pullRequestEvent('opened'), github }
  }

  test('sees inputs, event and files; its outputs, summary and exit code are read', async () => {
    const result = await runAction(
      await step(`
        const { number } = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))
        appendFileSync(process.env.GITHUB_OUTPUT, 'number=' + number + '\\n')
        appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Hello')
        console.log('::error::' + process.env['INPUT_GITHUB-TOKEN'] + process.env.INPUT_SARIF.length)
        console.log(process.cwd() === process.env.GITHUB_WORKSPACE, process.env.GITHUB_TOKEN)
        process.exitCode = 3
      `)
    )
    expect(result).toMatchObject({ exitCode: 3, outputs: { number: '42' }, summary: '# Hello' })
    expect(result.annotations).toEqual([{ name: 'error', properties: {}, data: 'x3' }])
    expect(result.text).toContain('true undefined')
    await result.clean()
  })

  test('loses a summary above 1 MiB', async () => {
    const script = `appendFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))`
    const result = await runAction(await step(script))
    expect(result).toMatchObject({ exitCode: 0, summary: null })
    await result.clean()
  })
})
