import { type Matcher, matchAny } from './globs.js'
import type { Policy } from './policy.js'

/**
 * Where scanners look for what they leave out and what they look for, unless they are told otherwise: told to people
 * where a change touches one, and no more. Whoever wants more names them under `governed`. Configuration that changes
 * with the code every other day (linters, `sonar-project.properties`) is not among them: a notice that always stands
 * there is not read.
 */
const WELL_KNOWN: readonly string[] = [
  // SAST
  '**/.semgrepignore',
  '**/.semgrep.{yml,yaml}',
  '**/.semgrep/**',
  '.github/codeql/**',
  '**/.bandit',
  '**/.bearer/**',
  '**/bearer.{yml,ignore}',
  'config/brakeman.{ignore,yml}',
  '**/.njsscan',
  '**/horusec-config.json',
  '**/.mega-linter.yml',
  // Dependencies and images
  '**/.snyk',
  '**/{trivy,trivy-secret}.yaml',
  '**/.trivyignore',
  '**/.trivyignore.{yml,yaml}',
  '**/osv-scanner.toml',
  '**/.grype.{yml,yaml}',
  '**/.grype/**',
  '**/.syft.{yml,yaml}',
  '**/.nancy-ignore',
  '**/.safety-policy.yml',
  '**/audit-ci.{json,jsonc,json5}',
  '**/.nsprc',
  '**/.cargo/audit.toml',
  '**/deny.toml',
  '**/dependency-check-suppression*.xml',
  // Secrets
  '**/.gitleaks.toml',
  '**/.gitleaksignore',
  '**/.betterleaks.toml',
  '**/.betterleaksignore',
  '**/.secrets.baseline',
  '**/.talismanrc',
  '**/.gitguardian.{yml,yaml}',
  '.github/secret_scanning.yml',
  // Infrastructure
  '**/.checkov.{yml,yaml}',
  '**/.checkov.baseline',
  '**/.tfsec/**',
  '**/.tfsec',
  '**/kics.config',
  '**/kics.{yml,yaml,json,toml,hcl}',
  '**/.tflint.hcl',
  '**/.terrascan.toml',
  '**/.hadolint.{yml,yaml}',
  '**/.kube-linter.{yml,yaml}',
  '**/{zizmor,.zizmor}.yml'
]

let wellKnown: Matcher | null = null

/** Compiled when it is asked for: most runs know of no change. */
function isWellKnown(path: string): boolean {
  wellKnown ??= matchAny(WELL_KNOWN, 'path')
  return wellKnown(path)
}

/** Answers whether a path is, or may hold, one that the policy governs. */
export function governedBy({ governed }: Pick<Policy, 'governed'>): (path: string) => boolean {
  const globs = governed.map(({ glob }) => glob)
  const matches = matchAny(globs, 'path')
  const folders = new Set(globs.flatMap(foldersOf))
  return path => matches(path) || folders.has(path)
}

/**
 * The folders that a glob names before its first wildcard. Where a change has one of them as a file it is a submodule or
 * a link, and what lies below it is not listed.
 */
function foldersOf(glob: string): readonly string[] {
  const segments = glob.split('/')
  const wild = segments.findIndex(segment => /[*?{]/.test(segment))
  const named = wild < 0 ? segments.length - 1 : wild
  return segments.slice(0, named).map((_, at) => segments.slice(0, at + 1).join('/'))
}

/** Files of a change that decide what is scanned: those that the policy governs, and others that scanners are known for. */
export interface ScanningFiles {
  readonly governed: readonly string[]
  readonly wellKnown: readonly string[]
}

/** Which of the paths decide what is scanned, each sorted. */
export function scanningFiles(paths: readonly string[], policy: Pick<Policy, 'governed'>): ScanningFiles {
  const isGoverned = governedBy(policy)
  const sorted = [...new Set(paths)].sort()
  return {
    governed: sorted.filter(isGoverned),
    wellKnown: sorted.filter(path => isWellKnown(path) && !isGoverned(path))
  }
}

/** Globs of the own file that match none of the files: told later if one is added, but perhaps written amiss. */
export function idleGlobs(
  { governed, layers }: Pick<Policy, 'governed' | 'layers'>,
  files: readonly string[]
): readonly string[] {
  const own = layers.at(-1)?.name
  return governed.flatMap(({ layer, glob }) =>
    layer !== own || files.some(governedBy({ governed: [{ layer, glob }] })) ? [] : [glob]
  )
}
