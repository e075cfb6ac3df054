import { expect, test } from '@jest/globals'
import { type Attack, type Attacks, expectedOf, statesOf } from './attack.js'

const lines = (count: number, word = 'plain'): string =>
  Array.from({ length: count }, (_, at) => `const ${word}${at + 1} = compute(${at + 1})\n`).join('')
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')
const CODE = lines(9)
const ADDED = `${lines(4)}evaluate(request.body)\n${lines(4, 'other')}`
const OLD = `${lines(4)}${lines(4, 'other')}`
/** A line feed within a character: git counts it, whoever decodes the text does not. */
const FEEDS = '\u010a'

/** A file that git ignores, with a flow from there to a line that stays. */
const throughMade = (made: string): Attack => ({
  base: { 'a.js': CODE, '.gitignore': 'gen/\n', 'zebra.cfg': 'one\n' },
  head: { 'zebra.cfg': 'two\n', [made]: CODE },
  found: [
    {
      at: 'a.js:3',
      more: {
        codeFlows: [
          {
            threadFlows: [
              {
                locations: [
                  {
                    location: {
                      physicalLocation: { artifactLocation: { uri: `DIR/${made}` }, region: { startLine: 2 } }
                    }
                  }
                ]
              }
            ]
          }
        ]
      }
    }
  ],
  states: [made.includes('zebra') ? 'unknown' : 'existing']
})

const WITHOUT_BASELINE: Attacks = {
  'a region without a line in a file that has a new one': {
    base: { 'a.js': OLD },
    head: { 'a.js': ADDED },
    found: [{ at: 'a.js', region: {} }],
    states: ['introduced']
  },
  'a line of 0': { base: { 'a.js': OLD }, head: { 'a.js': ADDED }, found: [{ at: 'a.js:0' }], states: ['introduced'] },
  'a negative line': {
    base: { 'a.js': OLD },
    head: { 'a.js': ADDED },
    found: [{ at: 'a.js', region: { startLine: -5 } }],
    states: ['introduced']
  },
  'a line as a text': {
    base: { 'a.js': OLD },
    head: { 'a.js': ADDED },
    found: [{ at: 'a.js', region: { startLine: '2' } }],
    states: ['existing']
  },
  'half a line': {
    base: { 'a.js': OLD },
    head: { 'a.js': ADDED },
    found: [{ at: 'a.js', region: { startLine: 2.5 } }],
    states: ['introduced']
  },
  'a line beyond the end': {
    base: { 'a.js': OLD },
    head: { 'a.js': ADDED },
    found: [{ at: 'a.js:4000000' }],
    states: ['unknown']
  },
  'an end before the start': {
    base: { 'a.js': OLD },
    head: { 'a.js': ADDED },
    found: [{ at: 'a.js', region: { startLine: 5, endLine: 1 } }],
    states: ['introduced']
  },
  'an offset of characters alone': {
    base: { 'a.js': OLD },
    head: { 'a.js': ADDED },
    found: [{ at: 'a.js', region: { charOffset: lines(4).length + 2, charLength: 5 } }],
    states: ['introduced']
  },
  'an offset of bytes alone': {
    base: { 'a.js': OLD },
    head: { 'a.js': ADDED },
    found: [{ at: 'a.js', region: { byteOffset: lines(4).length, byteLength: 5 } }],
    states: ['introduced']
  },
  'line ends of another kind': {
    base: { 'a.js': CODE },
    head: { 'a.js': CODE.replaceAll('\n', '\r\n') },
    found: [{ at: 'a.js:3' }],
    states: ['introduced']
  },
  'text that git shows, in an encoding in which a line feed is half of a letter': {
    base: { 'a.js': utf16(`${'\u4e00'.repeat(4100)}\n${OLD}`) },
    head: { 'a.js': utf16(`${'\u4e00'.repeat(4100)}${FEEDS}\n${ADDED}`) },
    found: [{ at: 'a.js:6' }],
    states: ['introduced']
  },
  'a link that is old, to a file that the change writes': {
    base: { 'shared/a.js': OLD, 'pay/a.js': { link: '../shared/a.js' } },
    head: { 'shared/a.js': ADDED },
    found: [{ at: 'pay/a.js:5' }],
    states: ['unknown']
  },
  'a folder that is an old link, to one in which the change writes': {
    base: { 'shared/a.js': OLD, pay: { link: 'shared' } },
    head: { 'shared/a.js': ADDED },
    found: [{ at: 'pay/a.js:5' }],
    states: ['unknown']
  },
  'a link to a link to a file that the change writes': {
    base: { 'shared/a.js': OLD, 'one/a.js': { link: '../shared/a.js' }, 'two/a.js': { link: '../one/a.js' } },
    head: { 'shared/a.js': ADDED },
    found: [{ at: 'two/a.js:5' }],
    states: ['unknown']
  },
  'a new file behind an old link to a folder': {
    base: { 'shared/b.js': OLD, pay: { link: 'shared' } },
    head: { 'shared/a.js': ADDED },
    found: [{ at: 'pay/a.js:5' }],
    states: ['unknown']
  },
  'a link that the change points at another old file': {
    base: { 'x.js': OLD, 'y.js': CODE, 'a.js': { link: 'y.js' } },
    head: { 'a.js': { link: 'x.js' } },
    found: [{ at: 'a.js:3' }],
    states: ['unknown']
  },
  'a new link to an old file': {
    base: { 'x.js': OLD },
    head: { 'a.js': { link: 'x.js' } },
    found: [{ at: 'a.js:3' }],
    states: ['introduced']
  },
  'an old link to an old file': {
    base: { 'x.js': OLD, 'a.js': { link: 'x.js' } },
    head: { 'b.js': CODE },
    found: [{ at: 'a.js:3' }],
    states: ['existing']
  },
  'a file that becomes a link': {
    base: { 'x.js': OLD, 'a.js': OLD },
    head: { 'a.js': { link: 'x.js' } },
    found: [{ at: 'a.js:3' }],
    states: ['introduced']
  },
  'a step in a file behind an old link': {
    base: { 'shared/a.js': OLD, 'pay/a.js': { link: '../shared/a.js' }, 'b.js': CODE },
    head: { 'shared/a.js': ADDED },
    found: [
      {
        at: 'b.js:3',
        more: {
          relatedLocations: [
            { physicalLocation: { artifactLocation: { uri: 'DIR/pay/a.js' }, region: { startLine: 5 } } }
          ]
        }
      }
    ],
    states: ['introduced']
  },
  'a node of a graph in the change': {
    base: { 'a.js': OLD, 'b.js': CODE },
    head: { 'a.js': ADDED },
    found: [
      {
        at: 'b.js:3',
        more: {
          graphs: [
            {
              nodes: [
                {
                  id: '1',
                  children: [
                    {
                      id: '2',
                      location: {
                        physicalLocation: { artifactLocation: { uri: 'DIR/a.js' }, region: { startLine: 5 } }
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }
      }
    ],
    states: ['introduced']
  },
  'a frame of the stack of a step in the change': {
    base: { 'a.js': OLD, 'b.js': CODE },
    head: { 'a.js': ADDED },
    found: [
      {
        at: 'b.js:3',
        more: {
          codeFlows: [
            {
              threadFlows: [
                {
                  locations: [
                    {
                      location: {
                        physicalLocation: { artifactLocation: { uri: 'DIR/b.js' }, region: { startLine: 3 } }
                      },
                      stack: {
                        frames: [
                          {
                            location: {
                              physicalLocation: { artifactLocation: { uri: 'DIR/a.js' }, region: { startLine: 5 } }
                            }
                          }
                        ]
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }
      }
    ],
    states: ['introduced']
  },
  'notes that become a program': {
    base: { 'notes.txt': CODE },
    git: [['mv', 'notes.txt', 'a.py']],
    found: [{ at: 'a.py:3' }],
    states: ['introduced']
  },
  'a program that was switched off by its name': {
    base: { 'main.tf.disabled': CODE },
    git: [['mv', 'main.tf.disabled', 'main.tf']],
    found: [{ at: 'main.tf:3' }],
    states: ['introduced']
  },
  'a draft that becomes a workflow': {
    base: { 'drafts/ci.yml': CODE },
    git: [
      ['mv', 'drafts', '.github'],
      ['mv', '.github', 'x'],
      ['mv', 'x', 'drafts']
    ],
    found: [{ at: 'drafts/ci.yml:3' }],
    states: ['existing']
  },
  'a script that is typed': {
    base: { 'a.js': CODE },
    git: [['mv', 'a.js', 'a.ts']],
    found: [{ at: 'a.ts:3' }],
    states: ['existing']
  },
  'a file with another name': {
    base: { 'a.js': CODE },
    git: [['mv', 'a.js', 'b.js']],
    found: [{ at: 'b.js:3' }],
    states: ['existing']
  },
  'two files that swap their names': {
    base: { 'a.js': CODE, 'b.js': lines(9, 'else') },
    git: [
      ['mv', 'a.js', 'c'],
      ['mv', 'b.js', 'a.js'],
      ['mv', 'c', 'b.js']
    ],
    found: [{ at: 'a.js:3' }],
    states: ['introduced']
  },
  'another case of the name': {
    base: { 'A.js': CODE },
    git: [['mv', 'A.js', 'a.js']],
    found: [{ at: 'a.js:3' }],
    states: ['existing']
  },
  'a copy': { base: { 'a.js': CODE }, head: { 'b.js': CODE }, found: [{ at: 'b.js:3' }], states: ['introduced'] },
  'a copy of a file that is edited as well': {
    base: { 'a.js': CODE },
    head: { 'a.js': `${CODE}more()\n`, 'b.js': CODE },
    found: [{ at: 'b.js:3' }],
    states: ['introduced']
  },
  'a new file spelt as an old one in another form of Unicode': {
    base: { 'caf\u00e9.js': OLD },
    head: { 'cafe\u0301.js': ADDED },
    found: [{ at: 'caf%C3%A9.js:5' }],
    states: ['introduced']
  },
  'a name with quotes, blanks and escapes': {
    base: { '"a\\b c.js': OLD },
    head: { '"a\\b c.js': ADDED },
    found: [{ at: '%22a%5Cb%20c.js:5' }],
    states: ['introduced']
  },
  'a folder called b': {
    base: { 'a/b/x b/y.js': OLD },
    head: { 'a/b/x b/y.js': ADDED },
    found: [{ at: 'a/b/x%20b/y.js:5' }],
    states: ['introduced']
  },
  'the first line removed': {
    base: { 'a.js': `guard()\n${CODE}` },
    head: { 'a.js': CODE },
    found: [{ at: 'a.js:1' }],
    states: ['introduced']
  },
  'the last line removed': {
    base: { 'a.js': `${CODE}guard()\n` },
    head: { 'a.js': CODE },
    found: [{ at: 'a.js:9' }],
    states: ['introduced']
  },
  'a line removed within the function that is reported': {
    base: { 'a.js': `${lines(3)}guard()\n${CODE}` },
    head: { 'a.js': `${lines(3)}${CODE}` },
    found: [{ at: 'a.js', region: { startLine: 1, endLine: 9 } }],
    states: ['introduced']
  },
  'a block that moves to another file': {
    base: { 'a.js': OLD, 'b.js': CODE },
    head: { 'a.js': lines(4), 'b.js': `${CODE}${lines(4, 'other')}` },
    found: [{ at: 'b.js:11' }],
    states: ['introduced']
  },
  'one place old and one new': {
    base: { 'a.js': OLD, 'b.js': CODE },
    head: { 'a.js': ADDED },
    found: [
      {
        at: 'b.js:3',
        more: {
          locations: [3, 5].map(startLine => ({
            physicalLocation: {
              artifactLocation: { uri: startLine === 3 ? 'DIR/b.js' : 'DIR/a.js' },
              region: { startLine }
            }
          }))
        }
      }
    ],
    states: ['introduced']
  },
  'a name with a fragment of an old one': {
    base: { 'a.js': OLD },
    head: { 'a.js#L3': ADDED },
    found: [{ at: 'a.js%23L3:5' }],
    states: ['unknown']
  },
  'a name that is encoded twice': {
    base: { 'a b.js': OLD },
    head: { 'a%20b.js': ADDED },
    found: [{ at: 'a%2520b.js:5' }],
    states: ['introduced']
  },
  'a name with dots that are encoded': {
    base: { 'a.js': OLD },
    head: { 'b/%2e%2e/a.js': ADDED },
    found: [{ at: 'b/%2e%2e/a.js:5' }],
    states: ['unknown']
  },
  'a step in a file that is made of one in the change': throughMade('gen/zebraClient.js'),
  'a step in a file that is made of something else': throughMade('gen/quagga.js')
}

test('without a baseline', async () => {
  expect(await statesOf(WITHOUT_BASELINE, false)).toEqual(expectedOf(WITHOUT_BASELINE))
})
