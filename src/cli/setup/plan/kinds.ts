/** A language as its files tell: Semgrep's rules know each of them. */
interface Language {
  readonly name: string
  readonly extensions: readonly string[]
}

export const LANGUAGES: readonly Language[] = [
  { name: 'JavaScript', extensions: ['js', 'jsx', 'mjs', 'cjs'] },
  { name: 'TypeScript', extensions: ['ts', 'tsx', 'mts', 'cts'] },
  { name: 'Python', extensions: ['py'] },
  { name: 'Go', extensions: ['go'] },
  { name: 'Java', extensions: ['java'] },
  { name: 'Kotlin', extensions: ['kt', 'kts'] },
  { name: 'Scala', extensions: ['scala'] },
  { name: 'C#', extensions: ['cs'] },
  { name: 'Ruby', extensions: ['rb'] },
  { name: 'PHP', extensions: ['php'] },
  { name: 'Rust', extensions: ['rs'] },
  { name: 'Swift', extensions: ['swift'] },
  { name: 'C', extensions: ['c', 'h'] },
  { name: 'C++', extensions: ['cc', 'cpp', 'cxx', 'hpp'] }
]

interface DependencyFile {
  readonly ecosystem: string
  readonly name: RegExp
  /** As a glob of the policy. */
  readonly glob: string
}

/** What OSV-Scanner reads (https://google.github.io/osv-scanner/supported-languages-and-lockfiles/). */
export const LOCK_FILES: readonly DependencyFile[] = [
  { ecosystem: 'npm', name: /^package-lock\.json$/, glob: '**/package-lock.json' },
  { ecosystem: 'npm', name: /^npm-shrinkwrap\.json$/, glob: '**/npm-shrinkwrap.json' },
  { ecosystem: 'npm', name: /^yarn\.lock$/, glob: '**/yarn.lock' },
  { ecosystem: 'npm', name: /^pnpm-lock\.yaml$/, glob: '**/pnpm-lock.yaml' },
  { ecosystem: 'npm', name: /^bun\.lock$/, glob: '**/bun.lock' },
  { ecosystem: 'PyPI', name: /^requirements\.txt$/, glob: '**/requirements.txt' },
  { ecosystem: 'PyPI', name: /^poetry\.lock$/, glob: '**/poetry.lock' },
  { ecosystem: 'PyPI', name: /^uv\.lock$/, glob: '**/uv.lock' },
  { ecosystem: 'PyPI', name: /^pdm\.lock$/, glob: '**/pdm.lock' },
  { ecosystem: 'PyPI', name: /^Pipfile\.lock$/, glob: '**/Pipfile.lock' },
  { ecosystem: 'Go', name: /^go\.mod$/, glob: '**/go.mod' },
  { ecosystem: 'Maven', name: /^pom\.xml$/, glob: '**/pom.xml' },
  { ecosystem: 'Gradle', name: /^gradle\.lockfile$/, glob: '**/gradle.lockfile' },
  { ecosystem: 'RubyGems', name: /^Gemfile\.lock$/, glob: '**/Gemfile.lock' },
  { ecosystem: 'Packagist', name: /^composer\.lock$/, glob: '**/composer.lock' },
  { ecosystem: 'crates.io', name: /^Cargo\.lock$/, glob: '**/Cargo.lock' },
  { ecosystem: 'NuGet', name: /^packages\.lock\.json$/, glob: '**/packages.lock.json' }
]

/** Files that name dependencies without the versions that are used. */
export const MANIFESTS: readonly Omit<DependencyFile, 'glob'>[] = [
  { ecosystem: 'npm', name: /^package\.json$/ },
  { ecosystem: 'PyPI', name: /^(?:pyproject\.toml|Pipfile|setup\.py)$/ },
  { ecosystem: 'Gradle', name: /^build\.gradle(?:\.kts)?$/ },
  { ecosystem: 'RubyGems', name: /^Gemfile$/ },
  { ecosystem: 'Packagist', name: /^composer\.json$/ },
  { ecosystem: 'crates.io', name: /^Cargo\.toml$/ },
  { ecosystem: 'NuGet', name: /\.csproj$/ }
]

interface InfrastructureFile {
  /** As Checkov names its framework. */
  readonly kind: string
  readonly file: RegExp
  /** As a glob of the policy. */
  readonly glob: string
}

export const INFRASTRUCTURE: readonly InfrastructureFile[] = [
  { kind: 'terraform', file: /\.tf$/, glob: '**/*.tf' },
  { kind: 'dockerfile', file: /(?:^|\/)Dockerfile$/, glob: '**/Dockerfile' },
  { kind: 'dockerfile', file: /(?:^|\/)Dockerfile\.[\w-]+$/, glob: '**/Dockerfile.*' },
  { kind: 'dockerfile', file: /\.[Dd]ockerfile$/, glob: '**/*.{dockerfile,Dockerfile}' },
  { kind: 'helm', file: /(?:^|\/)Chart\.yaml$/, glob: '**/Chart.yaml' },
  { kind: 'kubernetes', file: /(?:^|\/)k8s\/.*\.ya?ml$/, glob: '**/k8s/**/*.{yml,yaml}' },
  { kind: 'kubernetes', file: /(?:^|\/)kubernetes\/.*\.ya?ml$/, glob: '**/kubernetes/**/*.{yml,yaml}' },
  { kind: 'bicep', file: /\.bicep$/, glob: '**/*.bicep' }
]
