import { expect, test } from '@jest/globals'
import { sarifChunks } from '../../../src/core/reports/files/sarif.js'
import { PLAIN_CONTEXT } from '../../../src/core/reports/ground/view-context.js'
import { originOf } from '../../../src/core/sarif/report-origin.js'
import { aDecision } from '../../builders.js'

const ORIGIN = {
  gate: 'Policy "gate" \u2028 </script>',
  workflow: '.github/workflows/gate.yml',
  commit: 'a'.repeat(40)
}
const written = (context: object) =>
  Buffer.from([...sarifChunks(aDecision(), { ...PLAIN_CONTEXT, ...context })].join(''))

test('a report bears which gate made it, and of which commit', () => {
  expect(originOf(written({ origin: ORIGIN }))).toEqual(ORIGIN)
})

test.each<[string, Uint8Array]>([
  ['a report of nobody knows what', written({})],
  ['one that breaks off', written({ origin: ORIGIN }).subarray(0, -10)],
  [
    'one that does not say all',
    Buffer.from('{"properties":{"policyGate":{"gate":"x","commit":"y"}},"version":"2.1.0","runs":[]}')
  ],
  ['other properties', Buffer.from('{"properties":[{"policyGate":1}],"runs":[]}')],
  ['no log', Buffer.from('PK')]
])('%s has no origin', (_, bytes) => {
  expect(originOf(bytes)).toBeNull()
})
