import type { ExceptionRecord } from '../../../src/core/exceptions/exception.js'
import { parseExceptions } from '../../../src/core/exceptions/file.js'
import { mergeRecords, recordsToYaml } from '../../../src/core/exceptions/records.js'
import { must, mustBeShowable, NAME, readOrTold, type Target } from '../target.js'

const LONG_AGO = '2000-01-01T00:00:00Z'

const NEW: ExceptionRecord = {
  id: 'PR-7-new',
  source: 'comment',
  place: null,
  type: 'risk-accept',
  match: { kind: 'finding', finding: `F-${'0'.repeat(32)}` },
  reason: 'It is not deployed and goes away soon',
  owner: '@alice',
  approvedBy: ['@sec-bob'],
  approvedAt: '2026-11-01T00:00:00.000Z',
  expires: '2026-12-01T23:59:59.999Z',
  expiresText: '2026-12-01',
  ticket: null,
  controls: []
}

/** An exceptions file: read whole or not at all, and what is written back is read as the same. */
export const exceptions: Target = {
  name: 'exceptions',
  form: 'yaml',
  words: [
    ...['version', 'exceptions', 'id', 'type', 'match', 'reason', 'owner', 'approved-by', 'approved-at', 'expires'],
    ...[
      'finding',
      'identifier',
      'package',
      'path',
      'tool',
      'rule-id',
      'ticket',
      'controls',
      'risk-accept',
      'mitigated'
    ],
    ...['break-glass', '@alice', 'SEC-1', '2026-11-01', '2026-02-30', '2026-11-01T00:00:00Z', '**', 'src/**', '..'],
    ...['CVE-2026-1111', 'pkg:npm/a@1.0.0', 'EXC-2026-0001', '&a', '*a', '<<', '|', '>', '---', '!!str']
  ],
  check(bytes, text) {
    const records = readOrTold(text, () => parseExceptions(NAME, bytes))
    if (records === null) return
    must(new Set(records.map(({ id }) => id)).size === records.length, 'an id that is used twice')
    for (const record of records) checkRecord(record)
    const again = parseExceptions(NAME, new TextEncoder().encode(fileOf(recordsToYaml(records, LONG_AGO))))
    const lasting = records.filter(({ type }) => type !== 'break-glass')
    must(
      again.map(meaning).sort().join('\n') === lasting.map(meaning).sort().join('\n'),
      'written back as something else'
    )
    checkMerge(text, records)
  }
}

function checkRecord({ approvedBy, approvedAt, expires, match, reason, controls, owner }: ExceptionRecord): void {
  must(approvedBy.length > 0, 'nobody approved it')
  must(!(Date.parse(expires) < Date.parse(approvedAt)), 'it ends before it begins')
  must(!Number.isNaN(Date.parse(expires)) && !Number.isNaN(Date.parse(approvedAt)), 'an instant that is none')
  must(match.kind !== 'advisory' || match.package !== null || match.path !== null, 'an advisory everywhere')
  must(match.kind === 'finding' || !/[*?]/.test((match.path ?? '').replace(/\/\*\*$/, '')), 'a path with a glob')
  for (const text of [reason, owner, ...controls, ...approvedBy]) mustBeShowable(text)
}

const fileOf = (entries: string): string =>
  entries === '' ? 'version: 1\nexceptions: []\n' : `version: 1\nexceptions:\n${entries}`

/** What a record says, wherever it stands. */
const meaning = ({ place, ...record }: ExceptionRecord): string => JSON.stringify(record)

function checkMerge(text: string, records: readonly ExceptionRecord[]): void {
  const merged = mergeRecords(NAME, text, [NEW], LONG_AGO)
  if (merged === null) return
  const read = parseExceptions(NAME, new TextEncoder().encode(merged.text))
  const kept = new Set(read.map(meaning))
  must(
    records.every(record => kept.has(meaning(record))),
    'an entry changed when another was added'
  )
  must(read.length === records.length + merged.added.length, 'entries came or went')
}
