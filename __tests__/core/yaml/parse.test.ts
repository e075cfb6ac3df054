import { describe, expect, test } from '@jest/globals'
import { formatProblem } from '../../../src/core/ground/errors.js'
import { toValue } from '../../../src/core/yaml/node.js'
import { MAX_BYTES, parseYaml } from '../../../src/core/yaml/parse.js'
import { encode } from '../policy/support.js'

const read = (text: string | Uint8Array) => parseYaml('p.yml', typeof text === 'string' ? encode(text) : text)
const problems = (text: string | Uint8Array) => read(text).problems.map(formatProblem)
const value = (text: string) => {
  const { root, problems: found } = read(text)
  expect(found).toEqual([])
  return root && JSON.parse(JSON.stringify(toValue(root)))
}

describe('what could be read in two ways is refused with its place', () => {
  test.each([
    ['%YAML 1.1\n---\na: no\n', 'p.yml:1:1: YAML directives'],
    ['# c\n\n%TAG ! tag:x,1:\n---\na: 1\n', 'p.yml:3:1: YAML directives'],
    ['\ufeff%YAML 1.1\n---\na: no\n', 'p.yml:1:1: YAML directives'],
    ['#\r\n%UNKNOWN x\r\n---\r\na: 1\r\n', 'p.yml:2:1: YAML directives'],
    ['# c\rmode: monitor\na: 1\n', 'p.yml:1:4: a carriage return without a line feed'],
    ['a: "b\rc"\n', 'p.yml:1:6: a carriage return without a line feed'],
    ['a: 1\r\r\n', 'p.yml:1:5: a carriage return without a line feed'],
    ['a: 1\n# c\u2028mode: enforce\n', 'p.yml:2:4: an odd line separator begins a line for people'],
    ['a: 1 # c\u2029b: 2\n', 'p.yml:1:9: an odd line separator begins a line for people'],
    ['a: "b\u0085c"\n', 'p.yml:1:6: an odd line separator begins a line for people'],
    ['a: 1\n# \u202e} dne\n', 'p.yml:2:3: a character that reorders text'],
    ['\u2066a: 1\u2069\n', 'p.yml:1:1: a character that reorders text'],
    ['a: "x\u202a"\r# \n', 'p.yml:1:6: a character that reorders text'],
    ['a: &x 1\n', 'p.yml:1:4: anchors'],
    ['a: &x {b: 1}\n', 'p.yml:1:4: anchors'],
    ['&x a: 1\n', 'p.yml:1:1: anchors'],
    ['b: 1\na: *x\n', 'p.yml:2:4: aliases'],
    ['*x : 1\n', 'p.yml:1:1: aliases'],
    ['a: 1\n<<: {b: 1}\n', 'p.yml:2:1: merge keys'],
    ['a: {<<: [{b: 1}]}\n', 'p.yml:1:5: merge keys'],
    ['a: !!int 1\n', 'p.yml:1:4: tags'],
    ['a: !x 1\n', 'p.yml:1:4: tags'],
    ['a: !<tag:yaml.org,2002:str> 1\n', 'p.yml:1:4: tags'],
    ['!!map\na: 1\n', 'p.yml:1:1: tags'],
    ['a: !!omap []\n', 'p.yml:1:4: tags'],
    ['a: !h!x 1\n', 'p.yml:1:8: YAML tags'],
    ['a: 1\n---\nb: 1\n', 'p.yml:1:4: the file holds a further document'],
    ['a: 1\n...\n---\nb: 1\n', 'p.yml:1:4: the file holds a further document'],
    ['a: 1\na: 2\n', 'p.yml:2:1: the key `a` is given twice'],
    ['a: {0: 1, "0": 2}\n', 'p.yml:1:11: the key `0` is given twice'],
    ["a: 1\n'a': 2\n", 'p.yml:2:1: the key `a` is given twice'],
    ['__proto__: 1\n__proto__: 2\n', 'p.yml:2:1: the key `__proto__` is given twice'],
    ['? [a, b]\n: 1\n', 'p.yml:1:3: a key must be plain text'],
    ['? {a: b}\n: 1\n', 'p.yml:1:3: a key must be plain text'],
    ['a: .inf\n', 'p.yml:1:4: `.inf` is not a number'],
    ['a: -.INF\n', 'p.yml:1:4: `-.INF` is not a number'],
    ['a: [.nan]\n', 'p.yml:1:5: `.nan` is not a number'],
    ['', 'p.yml: the file is empty'],
    ['# nothing\n', 'p.yml: the file is empty'],
    ['---\n', 'p.yml: the file is empty'],
    ['\ufeff', 'p.yml: the file is empty'],
    ['a:\n\t- b\n', 'p.yml:2:1: a tab'],
    ['\ta: 1\n', 'p.yml:1:3: a tab'],
    ['a: "b\n', 'p.yml:2:1: a quote, bracket or brace above is not closed'],
    ['a: "b', 'p.yml:1:6: the file ends inside a value'],
    ['a: [b\n', 'p.yml:2:1: a quote, bracket or brace above is not closed'],
    ['a: b: c\n', 'p.yml:1:5: the indentation'],
    ['a: [b c, d\n  e: f g]x\n', 'p.yml:2:4: a comma is missing'],
    ['a: "\\q"\n', 'p.yml:1:6: the escape sequence is unknown'],
    ['a: \0\n', 'p.yml:1:4: the file has characters that cannot be printed'],
    [`a: ${'['.repeat(60)}`, 'p.yml:1:'],
    [`${'- '.repeat(60)}a`, 'p.yml:1:101: values are nested more than 50 levels deep']
  ])('%j', (text, expected) => {
    const found = problems(text)
    expect(found).toContainEqual(expect.stringContaining(expected))
    for (const problem of found) expect(problem).toMatch(/^p\.yml.*: .+\. .+/)
  })

  test('all of them at once', () => {
    expect(problems('a: &x 1\nb: *x\nb: 2\nc: !!str 3\nd: .nan\n')).toHaveLength(5)
  })

  test('text that is not UTF-8', () => {
    expect(problems(Uint8Array.of(0x61, 0x3a, 0x20, 0xff))).toEqual(['p.yml: the file is not UTF-8. Save it as UTF-8'])
    expect(problems(Uint8Array.of(0xff, 0xfe, 0x61, 0))[0]).toContain('not UTF-8')
    expect(problems(Uint8Array.of(0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80))[0]).toContain('not UTF-8')
  })

  test('a file larger than the limit, and one just at it', () => {
    const filled = (bytes: number) => encode(`a: 1\n#${'x'.repeat(bytes - 6)}`)
    expect(read(filled(MAX_BYTES)).problems).toEqual([])
    expect(problems(filled(MAX_BYTES + 1))[0]).toContain(`${MAX_BYTES + 1} bytes`)
  })

  test('an alias bomb is refused as what it is, without growing', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`)
    const found = problems(`l0: &l0 lol\n${levels.join('\n')}\n`)
    expect(found).toHaveLength(10 + 81)
  })
})

describe('values', () => {
  test.each([
    ['no', 'no'],
    ['yes', 'yes'],
    ['on', 'on'],
    ['017', '017'],
    ['0x1F', '0x1F'],
    ['0o17', '0o17'],
    ['1_000', '1_000'],
    ['+1', '+1'],
    ['12:30:45', '12:30:45'],
    ['2027-01-15', '2027-01-15'],
    ['1e999', '1e999'],
    ['"1"', '1'],
    ['1', 1],
    ['-0.5', -0.5],
    ['1e2', 100],
    ['true', true],
    ['False', false],
    ['~', null],
    ['null', null],
    ['', null],
    ['|\n  x\n  y\n', 'x\ny\n'],
    ['>-\n  x\n  y\n', 'x y']
  ])('%j', (source, expected) => {
    expect(value(`a: ${source}`)).toEqual({ a: expected })
  })

  test('keys are text, and none has a meaning of its own', () => {
    const { root } = read('__proto__: {x: 1}\nconstructor: 2\n0: 3\nnull: 4\n')
    const object = root && toValue(root)
    expect(Object.entries(object as object)).toHaveLength(4)
    expect(Object.getPrototypeOf(object)).toBeNull()
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  test('places count from 1, over every kind of line break, without the byte order mark', () => {
    // A carriage return alone is one in workflows, whose reader takes it for one.
    const { root } = parseYaml('p.yml', encode('\ufeffa: 1\r\nb:\r  - "x"\n  - y\n'), { aliases: 'resolved' })
    if (root?.kind !== 'map') throw new Error('a mapping is expected')
    const [, b] = root.entries
    expect(b?.keyPlace).toEqual({ path: 'p.yml', line: 2, column: 1 })
    if (b?.value.kind !== 'list') throw new Error('a list is expected')
    expect(b.value.items.map(({ place }) => [place.line, place.column])).toEqual([
      [3, 5],
      [4, 5]
    ])
  })
})
