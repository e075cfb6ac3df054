import { expect, test } from '@jest/globals'
import { type Attacks, expectedOf, statesOf } from './attack.js'

const lines = (count: number, word = 'plain'): string =>
  Array.from({ length: count }, (_, at) => `const ${word}${at + 1} = compute(${at + 1})\n`).join('')
const CODE = lines(9)
const WEAK = `${lines(4)}evaluate(request.body)\n${lines(4, 'other')}`
const secret = (at: string, value = '***', more: object = {}) => ({
  at,
  tool: 'gitleaks',
  region: { startLine: Number(at.split(':')[1]), snippet: { text: value } },
  more
})
/** Bytes that git takes for binary. */
const binary = (text: string) => Buffer.from(`\0${text}`)

const WITH_BASELINE: Attacks = {
  'another secret that the scanner blots out, on the same line': {
    base: { 'a.env': `KEY=one11111\n${CODE}` },
    head: { 'a.env': `KEY=two22222\n${CODE}` },
    found: [secret('a.env:1')],
    known: [secret('a.env:1')],
    states: ['introduced']
  },
  'another secret that is blotted out, in a file whose lines git does not show': {
    base: { 'a.bin': binary('KEY=one11111\n') },
    head: { 'a.bin': binary('KEY=two22222\n') },
    found: [secret('a.bin:1')],
    known: [secret('a.bin:1')],
    states: ['unknown']
  },
  'the same secret in a file whose lines git does not show': {
    base: { 'a.bin': binary('KEY=one11111\n') },
    head: { 'a.bin': binary('KEY=one11111\nmore\n') },
    found: [secret('a.bin:1', 'one11111')],
    known: [secret('a.bin:1', 'one11111')],
    states: ['existing']
  },
  'other code of the same function in a file whose lines git does not show': {
    base: { 'a.bin': binary('evaluate(one)\n') },
    head: { 'a.bin': binary('evaluate(two)\n') },
    found: [
      {
        at: 'a.bin:1',
        more: {
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: 'DIR/a.bin' }, region: { startLine: 1 } },
              logicalLocations: [{ fullyQualifiedName: 'app.handle' }]
            }
          ]
        }
      }
    ],
    known: [
      {
        at: 'a.bin:1',
        more: {
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: 'DIR/a.bin' }, region: { startLine: 1 } },
              logicalLocations: [{ fullyQualifiedName: 'app.handle' }]
            }
          ]
        }
      }
    ],
    states: ['unknown']
  },
  'an old finding at an old place': {
    base: { 'a.js': WEAK },
    head: { 'b.js': CODE },
    found: [{ at: 'a.js:5' }],
    known: [{ at: 'a.js:5' }],
    states: ['existing']
  },
  'an old one moved down': {
    base: { 'a.js': WEAK },
    head: { 'a.js': `${lines(6, 'more')}${WEAK}` },
    found: [{ at: 'a.js:11' }],
    known: [{ at: 'a.js:5' }],
    states: ['existing']
  },
  'the same text a second time': {
    base: { 'a.js': WEAK },
    head: { 'a.js': `${WEAK}evaluate(request.body)\n` },
    found: [{ at: 'a.js:5' }, { at: 'a.js:10' }],
    known: [{ at: 'a.js:5' }],
    states: ['existing', 'introduced']
  },
  'a second time above the old one': {
    base: { 'a.js': WEAK },
    head: { 'a.js': `evaluate(request.body)\n${WEAK}` },
    found: [{ at: 'a.js:1' }, { at: 'a.js:6' }],
    known: [{ at: 'a.js:5' }],
    states: ['introduced', 'existing']
  },
  'a fingerprint of the old one on a new line': {
    base: { 'a.js': WEAK },
    head: { 'a.js': WEAK.replace('evaluate(request.body)', 'run(request.query.command)') },
    found: [{ at: 'a.js:5', more: { partialFingerprints: { 'matchBasedId/v1': 'a'.repeat(32) } } }],
    known: [{ at: 'a.js:5', more: { partialFingerprints: { 'matchBasedId/v1': 'a'.repeat(32) } } }],
    states: ['introduced']
  },
  'our own fingerprint in what is found': {
    base: { 'a.js': WEAK },
    head: { 'b.js': WEAK },
    found: [{ at: 'b.js:5', more: { partialFingerprints: { 'policyGate/v1': 'b'.repeat(32) } } }],
    known: [{ at: 'a.js:5', more: { partialFingerprints: { 'policyGate/v1': 'b'.repeat(32) } } }],
    states: ['introduced']
  },
  'a claim that the baseline has it': {
    base: { 'a.js': CODE },
    head: { 'a.js': WEAK },
    found: [{ at: 'a.js:5', more: { baselineState: 'unchanged' } }],
    states: ['introduced']
  },
  'an id of correlation of the old one': {
    base: { 'a.js': WEAK },
    head: { 'a.js': WEAK.replace('evaluate(request.body)', 'run(request.query.command)') },
    found: [{ at: 'a.js:5', more: { correlationGuid: 'c0ffee00-0000-4000-8000-000000000001' } }],
    known: [{ at: 'a.js:5', more: { correlationGuid: 'c0ffee00-0000-4000-8000-000000000001' } }],
    states: ['introduced']
  },
  'more occurrences of the same': {
    base: { 'a.js': WEAK },
    head: { 'a.js': WEAK.replace('body)', 'body); evaluate(request.body)') },
    found: [{ at: 'a.js:5' }, { at: 'a.js:5' }],
    known: [{ at: 'a.js:5' }],
    states: ['introduced']
  },
  'a count that grows': {
    base: { 'a.js': WEAK, 'b.js': CODE },
    head: { 'b.js': WEAK },
    found: [{ at: 'a.js:5', more: { occurrenceCount: 3 } }],
    known: [{ at: 'a.js:5', more: { occurrenceCount: 1 } }],
    states: ['introduced']
  },
  'a baseline without messages': {
    base: { 'a.js': WEAK },
    head: { 'a.js': WEAK.replace('evaluate(request.body)', 'run(request.query.command)') },
    found: [{ at: 'a.js:5', more: { message: { text: '' } } }],
    known: [{ at: 'a.js:5', more: { message: { text: '' } } }],
    states: ['introduced']
  },
  'a baseline of another machine': {
    base: { 'a.js': WEAK },
    head: { 'b.js': CODE },
    found: [{ at: 'a.js:5' }],
    known: [
      {
        at: 'a.js:5',
        more: {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'file:///home/runner/work/r/r/DIR/a.js' },
                region: { startLine: 5 }
              }
            }
          ]
        }
      }
    ],
    states: ['existing']
  },
  'a baseline that names one of two places': {
    base: { 'a.js': WEAK, 'b.js': WEAK },
    head: { 'c.js': CODE },
    found: [
      {
        at: 'a.js:5',
        more: {
          locations: ['a', 'b'].map(name => ({
            physicalLocation: { artifactLocation: { uri: `DIR/${name}.js` }, region: { startLine: 5 } }
          }))
        }
      }
    ],
    known: [{ at: 'a.js:5' }],
    states: ['introduced']
  },
  'a sanitiser that is made a document': {
    base: { 'clean.js': CODE, 'a.js': WEAK },
    git: [['mv', 'clean.js', 'clean.md']],
    found: [{ at: 'a.js:5' }],
    states: ['introduced']
  },
  'a file that swaps its name with a weak one': {
    base: { 'a.js': CODE, 'b.js': WEAK },
    git: [
      ['mv', 'a.js', 'c'],
      ['mv', 'b.js', 'a.js'],
      ['mv', 'c', 'b.js']
    ],
    found: [{ at: 'a.js:5' }],
    known: [{ at: 'b.js:5' }],
    states: ['introduced']
  },
  'a weak file that is renamed': {
    base: { 'b.js': WEAK },
    git: [['mv', 'b.js', 'a.js']],
    found: [{ at: 'a.js:5' }],
    known: [{ at: 'b.js:5' }],
    states: ['existing']
  },
  'a weak file that gets the ending of another language': {
    base: { 'b.txt': WEAK },
    git: [['mv', 'b.txt', 'a.py']],
    found: [{ at: 'a.py:5' }],
    known: [{ at: 'b.txt:5' }],
    states: ['existing']
  },
  'an old finding behind a link whose file changes elsewhere': {
    base: { 's/a.js': WEAK, 'p/a.js': { link: '../s/a.js' } },
    head: { 's/a.js': `${WEAK}more()\n` },
    found: [{ at: 'p/a.js:5', more: {} }],
    known: [{ at: 'p/a.js:5' }],
    states: ['unknown']
  },
  'the same resource with another weakness of the rule': {
    base: { 'main.tf': `resource "x" "web" {\n  open = 22\n}\n${lines(6)}` },
    head: { 'main.tf': `resource "x" "web" {\n  shut = 22\n  name = "x"\n  also_open = 3389\n}\n${lines(6)}` },
    found: [
      {
        at: 'main.tf:4',
        tool: 'Checkov',
        more: {
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: 'DIR/main.tf' }, region: { startLine: 4 } },
              logicalLocations: [{ fullyQualifiedName: 'x.web' }]
            }
          ]
        }
      }
    ],
    known: [
      {
        at: 'main.tf:2',
        tool: 'Checkov',
        more: {
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: 'DIR/main.tf' }, region: { startLine: 2 } },
              logicalLocations: [{ fullyQualifiedName: 'x.web' }]
            }
          ]
        }
      }
    ],
    states: ['existing']
  }
}

test('with a baseline', async () => {
  expect(await statesOf(WITH_BASELINE, true)).toEqual(expectedOf(WITH_BASELINE))
})
