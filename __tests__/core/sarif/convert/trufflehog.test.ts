import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { convertTrufflehog, isTrufflehog } from '../../../../src/core/sarif/convert/trufflehog.js'
import { createNormaliser } from '../../../../src/core/sarif/normalise.js'
import { withRoots } from '../feed.js'

const fromLines = (lines: readonly string[]) => {
  const normaliser = createNormaliser('trufflehog.json', { places: withRoots('/repo') })
  return normaliser.finish(convertTrufflehog(lines, normaliser))
}

const secret = 'ghp_0123456789abcdefghij0123456789abcdef'

const line = (parts: JsonObject = {}, data: JsonObject = { Git: { commit: 'c', file: 'src/a.env', line: 7 } }) =>
  JSON.stringify({
    SourceMetadata: { Data: data },
    SourceName: 's',
    DetectorName: 'Github',
    Verified: false,
    Raw: secret,
    ...parts
  })

describe('TruffleHog', () => {
  test('a line is a finding without its secret', () => {
    const { findings, results, problem, runs } = fromLines([
      line({ Verified: true }),
      line({ Raw: 'other-secret-0001' }),
      ''
    ])
    expect([results, problem, runs[0]?.state]).toEqual([2, null, 'complete'])
    expect(
      findings.map(({ ruleId, category, severity, location }) => [
        ruleId,
        category,
        severity,
        location?.path,
        location?.startLine
      ])
    ).toEqual([
      ['Github', 'secret', 'high', 'src/a.env', 7],
      ['Github', 'secret', 'medium', 'src/a.env', 7]
    ])
    expect(JSON.stringify(findings)).not.toContain(secret)
    expect(findings[0]?.clues.snippet).not.toBe(findings[1]?.clues.snippet)
  })

  test.each<[string, JsonObject, string | null, string | null]>([
    ['a file system', { Filesystem: { file: '/repo/a.env', line: 1 } }, 'a.env', null],
    ['a percent sign', { Git: { file: 'a%b.env' } }, 'a%b.env', null],
    ['an image', { Docker: { image: 'x/y:1', file: 'etc/a' } }, null, 'host://docker/x/y:1']
  ])('%s', (_, data, path, symbol) => {
    const [finding] = fromLines([line({}, data)]).findings
    expect([finding?.location?.path ?? null, finding?.clues.symbol, finding?.placeProblem]).toEqual([
      path,
      symbol,
      null
    ])
  })

  test('log lines are no results; errors degrade, and other lines are a problem', () => {
    const log = JSON.stringify({ level: 'info-0', msg: 'running' })
    expect(fromLines([log, line()])).toMatchObject({ results: 1, problem: null })
    const failed = fromLines([JSON.stringify({ level: 'error', msg: 'no such repository' })])
    expect(failed.runs[0]).toMatchObject({
      state: 'degraded',
      reason: 'The tool reports an error, the first: no such repository.'
    })
    expect(fromLines([line(), '{"Detector']).problem).toEqual({
      offset: line().length + 1,
      message: 'A line is neither a finding nor a log message of TruffleHog'
    })
  })

  test.each([
    [line(), true],
    ['{"version":"2.1.0"}', false],
    ['[', false],
    ['', false]
  ])('is recognised: %s', (first, expected) => {
    expect(isTrufflehog(first)).toBe(expected)
  })
})
