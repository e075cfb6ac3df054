import { type Finding, reportersOf } from '../../finding.js'

/** A page about a finding, at an address that we know: never at one that a scanned file brings. */
export interface KnownPage {
  readonly label: string
  readonly address: string
}

/** Databases of advisories and weaknesses by the shape of their ids. */
const DATABASES: readonly (readonly [RegExp, (id: string) => string])[] = [
  [/^CVE-\d{4}-\d{4,12}$/, id => `https://nvd.nist.gov/vuln/detail/${id}`],
  [/^GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}$/, id => `https://github.com/advisories/${id}`],
  [
    /^(?:PYSEC|RUSTSEC|GO|MAL|OSV|DSA|DLA|USN|RHSA|ALSA|RLSA|GSD|HSEC|PSF|BIT|JLSEC)-\d{4}[-:]\d{1,10}$/,
    id => `https://osv.dev/vulnerability/${id}`
  ],
  [/^SNYK-[A-Z]{2,12}-[A-Z0-9]{1,80}-\d{1,12}$/, id => `https://security.snyk.io/vuln/${id}`],
  [/^CWE-[1-9]\d{0,4}$/, id => `https://cwe.mitre.org/data/definitions/${id.slice(4)}.html`]
]

const CODEQL: Readonly<Record<string, string>> = {
  js: 'javascript',
  py: 'python',
  java: 'java',
  cpp: 'cpp',
  cs: 'csharp',
  go: 'go',
  rb: 'ruby',
  swift: 'swift',
  rust: 'rust',
  actions: 'actions'
}

/** Pages of rules by tool and by the shape of the rule's id; null: such an id has no page that we know. */
const RULE_PAGES: readonly (readonly [RegExp, RegExp, (id: string) => string | null])[] = [
  [
    /^CodeQL$/i,
    /^([a-z]{2,7})\/[a-z0-9-]{2,80}$/,
    id => {
      const [prefix = '', name = ''] = id.split('/')
      const language = CODEQL[prefix]
      return language === undefined
        ? null
        : `https://codeql.github.com/codeql-query-help/${language}/${prefix}-${name}/`
    }
  ],
  [/^ESLint$/i, /^[a-z]+(?:-[a-z0-9]+){0,6}$/, id => `https://eslint.org/docs/latest/rules/${id}`],
  [/^ShellCheck$/i, /^SC\d{4}$/, id => `https://www.shellcheck.net/wiki/${id}`],
  [/^Hadolint$/i, /^DL\d{4}$/, id => `https://github.com/hadolint/hadolint/wiki/${id}`],
  [/^gosec$/i, /^G\d{3}$/, id => `https://securego.io/docs/rules/${id.toLowerCase()}.html`],
  [
    /^zizmor$/i,
    /^(?:zizmor\/)?[a-z]+(?:-[a-z]+){0,6}$/,
    id => `https://docs.zizmor.sh/audits/#${id.replace(/^zizmor\//, '')}`
  ],
  [/^Semgrep/i, /^[a-z0-9_]+(?:\.[A-Za-z0-9_-]{1,80}){2,12}$/, id => `https://semgrep.dev/r/${id}`],
  [/^Trivy$/i, /^(?:AVD-)?[A-Z]{2,6}-?\d{4}$/, id => `https://avd.aquasec.com/misconfig/${id.toLowerCase()}`],
  [/^ruff$/i, /^[A-Z]{1,4}\d{3,4}$/, id => `https://docs.astral.sh/ruff/rules/${id}`]
]

const rank = (id: string): number => DATABASES.findIndex(([shape]) => shape.test(id))

/** Advisories first, then weaknesses, each once and in the order of the databases. */
export function advisoryPages({ identifiers }: Pick<Finding, 'identifiers'>): readonly KnownPage[] {
  return identifiers
    .filter(id => rank(id) >= 0)
    .map((id, index) => ({ id, index }))
    .sort((a, b) => rank(a.id) - rank(b.id) || a.index - b.index)
    .flatMap(({ id }) => {
      const address = DATABASES[rank(id)]?.[1](id)
      return address === undefined ? [] : [{ label: id, address }]
    })
}

/** Pages about the rules that found it, of those who report it; the label is the rule's id. */
export function rulePages(finding: Finding): readonly KnownPage[] {
  return reportersOf(finding).flatMap(({ tool, ruleId }) => {
    const page = RULE_PAGES.find(([ofTool, ofRule]) => ofTool.test(tool) && ofRule.test(ruleId))
    const address = page?.[2](ruleId) ?? null
    return address === null ? [] : [{ label: ruleId, address }]
  })
}
