import { describe, expect, test } from '@jest/globals'
import { recordFrom, recordIn, type ScanRecord, writtenRecord } from '../../src/action/scan-record.js'
import type { ScanSite } from '../../src/gate/request.js'

const SHA = 'a'.repeat(40)
const SITE: ScanSite = {
  roots: ['/home/runner/work/pay/pay/repo'],
  subfolder: 'repo',
  siblings: ['results', 'tools'],
  outside: ['gen/a -->.ts', 'gen/ä @team.ts', 'made/`x`.ts'],
  edited: ['src/<a>.ts']
}
const read = (text: string | null, scannedSha: string | null = SHA) =>
  recordIn({ runId: 1, signature: null, conclusion: 'success', scannedSha, text })

describe('the record of a scan', () => {
  test.each<[string, ScanRecord]>([
    ['of a commit that is certain', { sha: SHA, isCertain: true, site: SITE }],
    [
      'of one that is likely',
      { sha: SHA, isCertain: false, site: { ...SITE, subfolder: null, outside: [], edited: [] } }
    ],
    ['of which any file may be edited', { sha: SHA, isCertain: true, site: { ...SITE, edited: null } }]
  ])('%s is read back as it was written, whatever stands behind it', (_, record) => {
    const line = writtenRecord(record)
    expect(line.match(/-->/g)).toHaveLength(1)
    expect(line).not.toMatch(/[`@]/)
    expect(read(`${line}## Findings\n`)).toEqual(record)
  })

  test.each([
    ['no text', null],
    ['no record', '## Findings\n'],
    ['a record that is not at the start', `x\n${writtenRecord({ sha: SHA, isCertain: true, site: SITE })}`],
    ['a record that is no JSON', '<!-- policy-gate-scan {"certain":true, -->\n'],
    ['a record without roots', '<!-- policy-gate-scan {"roots":["src"],"certain":"true"} -->\n']
  ])('%s: the commit is likely, and nothing is known of the site', (_, text) => {
    expect(read(text)).toEqual({ sha: SHA, isCertain: false, site: null })
  })

  test('without a commit there is none', () => {
    expect([recordIn(null), read(writtenRecord({ sha: SHA, isCertain: true, site: SITE }), null)]).toEqual([null, null])
    expect(recordFrom({ scannedSha: null, isCertain: false, site: SITE })).toBeNull()
    expect(writtenRecord(null)).toBe('')
  })

  test('of too many paths the first are kept, in the order of their names', () => {
    const outside = Array.from({ length: 5_000 }, (_, index) => `gen/${'x'.repeat(100)}/${10_000 + index}.ts`)
    const line = writtenRecord({ sha: SHA, isCertain: true, site: { ...SITE, outside } })
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(12_000)
    const kept = read(line)?.site?.outside ?? []
    expect(kept.length).toBeGreaterThan(10)
    expect(kept).toEqual(outside.slice(0, kept.length))
  })

  test('of too many files that were edited none passes for one that was not', () => {
    const edited = Array.from({ length: 201 }, (_, index) => `src/${index}.ts`)
    expect(read(writtenRecord({ sha: SHA, isCertain: true, site: { ...SITE, edited } }))?.site?.edited).toBeNull()
    const old = writtenRecord({ sha: SHA, isCertain: true, site: SITE }).replace(/,"edited":\[[^\]]*\]/, '')
    expect(read(old)?.site).toEqual({ ...SITE, edited: null })
  })
})
