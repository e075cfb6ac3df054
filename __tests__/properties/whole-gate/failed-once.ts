import type { World } from './world.js'

const NOTHING: World = {
  results: [],
  gone: [],
  known: null,
  changed: null,
  absent: [],
  preset: true,
  rules: [{ when: {}, verdict: 'warn' }],
  tiers: { vault: 0, shop: 0, lib: 1 },
  rest: null,
  more: {},
  below: [],
  exceptions: [],
  kev: null,
  failed: [],
  event: 'pull_request'
}
const RESULT: World['results'][number] = {
  tool: 'Trivy',
  rule: 'r1',
  uri: 'shop/cart.ts',
  line: 1,
  level: 'error',
  score: undefined,
  advisory: undefined,
  purl: undefined,
  beside: undefined,
  snippet: false,
  fingerprint: undefined,
  suppressed: undefined
}

/** Worlds in which a law did not hold, or the gate did not end, with the seed of the dice. They are tried first. */
export const FAILED_ONCE: [World, number][] = [
  // A place from the root and one without a folder, both unmapped: what they share was sought for ever.
  [
    {
      ...NOTHING,
      results: [
        { ...RESULT, uri: '/elsewhere/x.ts' },
        { ...RESULT, uri: 'alpine:3.19' }
      ]
    },
    1
  ],
  // One place named twice, once with its snippet: which of them counted hung on how the path was spelled.
  [
    {
      ...NOTHING,
      preset: false,
      results: [{ ...RESULT, tool: 'Semgrep OSS', rule: 'generic.secrets.key', beside: 'cart.ts', snippet: true }]
    },
    26
  ],
  // One of its places has no text to be read, and is part of the change: the other place does not speak for it.
  [
    {
      ...NOTHING,
      results: [
        { ...RESULT, uri: 'vault/keys.ts', line: 2, beside: 'lib/old.ts' },
        { ...RESULT, tool: 'Semgrep OSS', uri: 'vault/keys.ts', score: '5.0' }
      ],
      known: [0],
      changed: { 'lib/old.ts': 1 }
    },
    1916431420
  ],
  // A layer below said that the tool ran in a folder which has such a file too, where less depends on it.
  [
    {
      ...NOTHING,
      results: [
        { ...RESULT, uri: 'vault/keys.ts', beside: 'shop/../shop/cart.ts' },
        { ...RESULT, tool: 'Semgrep OSS', uri: 'vault/keys.ts' }
      ],
      changed: { 'shop/cart.ts': 1 },
      rest: 2
    },
    1_631_104_331
  ],
  // Its line is written by the change, and no text of it is there: rule and message are no proof that it is the old one.
  [
    {
      ...NOTHING,
      results: [
        { ...RESULT, tool: 'Semgrep OSS', uri: 'vault/keys.ts', score: '5.0' },
        { ...RESULT, tool: 'Semgrep OSS', uri: 'vault/keys.ts', beside: 'cart.ts' }
      ],
      known: [1],
      changed: { 'vault/keys.ts': 1 },
      absent: ['shop/cart.ts']
    },
    21
  ]
]
