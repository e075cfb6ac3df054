import { quoted } from '../../../core/yaml/quoted.js'
import { PRESETS } from '../../../generated/presets.js'
import type { ChosenScanner } from './scanners.js'
import type { ProposedAsset } from './tiers.js'

/** What a policy of a repository's own is made of. */
export interface PolicyParts {
  readonly name: string
  readonly assets: readonly ProposedAsset[]
  /** Of paths that no asset names. */
  readonly tier: number
  readonly scanners: readonly ChosenScanner[]
  /** Whether the workflow runs these very scanners; else which ones it runs is not known, and a missing one warns. */
  readonly isWired: boolean
  readonly scannerFiles: readonly string[]
  /** Whether the workflow fetches KEV and EPSS: without them rules on KEV match nothing. */
  readonly hasFeeds: boolean
  /** The day on which the rules begin to count, `YYYY-MM-DD`. */
  readonly enforceFrom: string
}

/** The policy as a text: `preset:baseline`, rule for rule, held back until the rollout ends. */
export const policyText = ({
  name,
  assets,
  tier,
  scanners,
  isWired,
  scannerFiles,
  hasFeeds,
  enforceFrom
}: PolicyParts): string =>
  `# What this repository's gate decides by: the rules of preset:baseline${hasFeeds ? '' : ' but those on KEV'}. Before ${enforceFrom} they only count what
# they would have stopped; from that day on they stop it. ${
    isWired
      ? 'Scans that are missing, failed or unreadable block from the first day.'
      : 'Scans that failed or are unreadable block from the first day.'
  }
version: 1
name: ${scalar(name)}

assets: # which part is what; the longest matching glob wins; tier 0 is the most critical
${assets.map(assetLine).join('')}  - { name: rest, paths: ["**"], tier: ${tier} }

scans: # evidence that must be there
${scanners.map(scanner => scanLine(scanner, isWired)).join('')}${governedLines(scannerFiles)}${hasFeeds ? FEEDS : ''}
unknown-severity: high

rules: # every matching rule counts, the strictest verdict wins
${heldBack(enforceFrom, hasFeeds)}
${FROM_EXCEPTIONS.replace('exceptions:\n', 'exceptions:\n  file: .github/policy-exceptions.yml\n')}`

const assetLine = ({ name, paths, tier }: ProposedAsset): string =>
  `  - { name: ${scalar(name)}, paths: [${scalar(paths)}], tier: ${tier} }\n`

function scanLine({ id, category, tool, appliesTo }: ChosenScanner, isWired: boolean): string {
  const tools = isWired ? `, tools: [${tool}]` : ', if-missing: warn'
  const where = appliesTo.length === 0 ? '' : `, applies-to: [${appliesTo.map(scalar).join(', ')}]`
  return `  - { id: ${id}, category: ${category}${tools}${where} }\n`
}

const governedLines = (files: readonly string[]): string =>
  files.length === 0
    ? ''
    : `\ngoverned: # what decides what is scanned: a change to it is told\n${files.map(file => `  - ${scalar(file)}\n`).join('')}`

const FEEDS = `
feeds: # fetched in the workflow; how old they may be, and what it costs if they are older or not there
  kev: { max-age: 7d, if-missing: warn }
  epss: { max-age: 7d, if-missing: pass }
`

/** JSON texts are YAML texts. */
const scalar = (text: string): string => (/^[A-Za-z][\w-]*$/.test(text) ? text : quoted(text))

const [BEFORE_EXCEPTIONS = '', AFTER = ''] = PRESETS.baseline.split(/^exceptions:\n/m)
const FROM_EXCEPTIONS = `exceptions:\n${AFTER}`

/** Each rule of the preset with a `mode` that ends; those that ask for KEV need a feed first. */
const heldBack = (enforceFrom: string, hasFeeds: boolean): string =>
  (BEFORE_EXCEPTIONS.split(/^rules:\n/m)[1] ?? '')
    .split(/\n*(?=^ {2}- id: )/m)
    .filter(rule => rule.trim() !== '' && (hasFeeds || !/\bkev:/.test(rule)))
    .map(rule => {
      const own = rule.trimEnd().replace(/^ {2}- id: baseline-/, '  - id: ')
      return `${own}\n    mode: monitor\n    enforce-from: ${enforceFrom}\n`
    })
    .join('\n')
