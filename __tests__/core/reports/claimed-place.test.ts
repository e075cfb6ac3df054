import { describe, expect, test } from '@jest/globals'
import { placeNotices } from '../../../src/core/decision/places/place-notices.js'
import type { Finding } from '../../../src/core/finding.js'
import { unproven } from '../../../src/core/identity/reach.js'
import { renderAnnotations } from '../../../src/core/reports/annotations.js'
import { FORMATS, REPORTS } from '../../../src/core/reports/formats.js'
import { PLAIN_CONTEXT } from '../../../src/core/reports/ground/view-context.js'
import { renderCheck } from '../../../src/core/reports/markdown/check.js'
import { renderComment } from '../../../src/core/reports/markdown/comment.js'
import { aDecision, aFinding, anOutcome } from '../../builders.js'

const LOST = {
  tool: 'KICS',
  location: null,
  claimedPlace: '../../path/net/gone.tf:7',
  placeProblem: '../../path/net/gone.tf:7: the path leads out of the repository with "..".'
} as const
const MENDED = { claimedPlace: 'src/db.ts:12' } as const

const decisionOn = (finding: Partial<Finding>) => {
  const outcome = anOutcome({ tier: 0 }, finding)
  return aDecision({ outcomes: [outcome], notices: placeNotices([outcome]) })
}
/** What machines read about controls, properties and advisories: it names no places. */
const WITHOUT_PLACES: readonly string[] = ['json', 'attestation', 'svr', 'openvex', 'cyclonedx-vex', 'oscal']
const views = (finding: Partial<Finding>): Readonly<Record<string, string>> => {
  const decision = decisionOn(finding)
  const ofFormat = FORMATS.filter(format => !WITHOUT_PLACES.includes(format)).map(format => [
    format,
    [...REPORTS[format].render(decision, { colour: false, view: PLAIN_CONTEXT })].join('')
  ])
  const check = renderCheck(decision, PLAIN_CONTEXT)
  return {
    ...Object.fromEntries(ofFormat),
    comment: renderComment(decision, PLAIN_CONTEXT, 'always', false) ?? '',
    check: `${check.title}\n${check.summary}\n${check.text ?? ''}`
  }
}
/** Without what a view's own syntax puts between the letters. */
const plain = (text: string): string => text.replace(/&quot;|\\"/g, '"').replace(/\\/g, '')

describe('whoever is blocked learns which file is meant, and what to do', () => {
  test.each(Object.entries(views(LOST)))('%s', (_, text) => {
    expect(plain(text)).toContain('../../path/net/gone.tf:7')
    if (text.includes('{ KICS:') || text.includes('KICS: {')) expect(plain(text)).toContain('mounted-at')
  })

  test.each(['text', 'markdown', 'comment', 'html', 'junit', 'gitlab'])('the setting is named: %s', name => {
    expect(plain(views(LOST)[name] ?? '')).toContain('mounted-at')
  })
})

describe('a place that was worked out shows what was written', () => {
  const shown = views(MENDED)
  test.each(['text', 'markdown', 'comment', 'html', 'junit', 'gitlab', 'sarif'])('%s', name => {
    expect(plain(shown[name] ?? '')).toContain('src/db.ts:12')
    expect(plain(shown[name] ?? '')).toContain('services/payments/db.ts')
  })

  test('annotations', () => {
    expect(renderAnnotations(decisionOn(MENDED), 'all').worst[0]?.message).toContain('Place: CodeQL wrote src/db.ts:12')
  })
})

describe('notices', () => {
  const told = (...findings: readonly Partial<Finding>[]) =>
    placeNotices(findings.map(finding => anOutcome({}, finding))).map(({ code, message }) => `${code}: ${message}`)
  const lost = (tool: string, path: string): Partial<Finding> => ({
    tool,
    location: null,
    claimedPlace: `${path}:1`,
    placeProblem: `${path}:1: no file of the scanned tree has this path.`
  })
  const at = (path: string) => ({ path, startLine: 1, startColumn: null, endLine: 1, endColumn: null })

  test('where many places of a tool fail alike, one notice names the one setting', () => {
    const many = Array.from({ length: 123 }, (_, index) => lost('KICS', `../../path/d${index % 3}/f${index}.tf`))
    expect(told(...many)).toEqual([
      'place-unmapped: 123 findings of KICS name places in ../../path/ that cannot be mapped into the repository: they count at tier 0 and as new. If the tool saw the repository there, set tools: { KICS: { mounted-at: ../../path } }'
    ])
  })

  test.each<[string, readonly string[], string]>([
    ['from the root, and beside it', ['/builds/a.ts', 'alpine:3.19'], 'places such as /builds/a.ts'],
    ['from the root, and elsewhere from it', ['/builds/a.ts', '/src/a.ts'], 'places in /'],
    ['from two roots of one beginning', ['/src/a.ts', '/srcs/a.ts'], 'places in /'],
    ['from nowhere', ['a.ts', 'b.ts'], 'places such as a.ts'],
    ['from one folder', ['x/y/a.ts', 'x/y/z/b.ts'], 'places in x/y/']
  ])('names what places share: %s', (_, paths, expected) => {
    expect(told(...paths.map(path => lost('T', path)))[0]).toContain(
      `2 findings of T name ${expected} that cannot be mapped`
    )
  })

  test.each<[string, Partial<Finding>, string]>([
    [
      'a folder',
      { tool: 'My Scan', location: at('app/src/a.ts'), claimedPlace: 'src/a.ts:1' },
      'place-repaired: The places of 1 finding of My Scan were worked out: src/a.ts was taken for app/src/a.ts, the only file that fits. To say it for good: tools: { "My Scan": { root: app } }'
    ],
    [
      'a mount',
      { tool: 'KICS', location: at('a.tf'), claimedPlace: '/path/a.tf:1' },
      'place-repaired: The places of 1 finding of KICS were worked out: /path/a.tf was taken for a.tf, the only file that fits. To say it for good: tools: { KICS: { mounted-at: /path } }'
    ],
    [
      'another spelling',
      { tool: 'T', location: at('src/A.cs'), claimedPlace: 'SRC/a.cs:1' },
      'place-repaired: The places of 1 finding of T were worked out: SRC/a.cs was taken for src/A.cs, the only file that fits'
    ]
  ])('what was worked out is told: %s', (_, finding, expected) => {
    expect(told(finding)).toEqual([expected])
  })

  test('what nobody could check is told, and what is fixed is not', () => {
    const stateReason = `No baseline, and ${unproven(aFinding({ placeGround: 'unchecked' }))}`
    const unknown = anOutcome({ state: 'unknown', stateReason })
    expect(placeNotices([unknown]).map(({ code }) => code)).toEqual(['place-unchecked'])
    expect(placeNotices([anOutcome({ state: 'fixed' }, LOST), anOutcome()])).toEqual([])
  })

  test('beyond a few groups the rest is counted', () => {
    const tools = Array.from({ length: 8 }, (_, index) => lost(`T${index}`, `/x/${index}/a.ts`))
    expect(told(...tools)).toHaveLength(6)
    expect(told(...tools).at(-1)).toBe('place-unmapped: The same holds for 3 findings more')
  })
})
