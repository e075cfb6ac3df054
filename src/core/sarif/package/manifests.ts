import { remembered } from '../../ground/remembered.js'

/** Package types (https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst) by the manifest or lock file that names the package. */
const BY_FILE: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?)$/, 'npm'],
  [
    /(?:^|\/)(?:requirements[^/]*\.(?:txt|in)|Pipfile(?:\.lock)?|poetry\.lock|uv\.lock|pdm\.lock|pylock[^/]*\.toml|pyproject\.toml|setup\.(?:py|cfg))$|(?:^|\/)requirements\/[^/]+\.txt$/,
    'pypi'
  ],
  [/(?:^|\/)go\.(?:mod|sum)$/, 'golang'],
  [/(?:^|\/)Cargo\.(?:lock|toml)$/, 'cargo'],
  [
    /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|gradle\.lockfile|buildscript-gradle\.lockfile|verification-metadata\.xml)$|\.[jwe]ar$/,
    'maven'
  ],
  [/(?:^|\/)composer\.(?:lock|json)$|(?:^|\/)installed\.json$/, 'composer'],
  [/(?:^|\/)(?:Gemfile(?:\.lock)?|gems\.(?:rb|locked))$|\.gemspec$/, 'gem'],
  [
    /(?:^|\/)(?:packages\.lock\.json|packages\.config|project\.assets\.json|Directory\.Packages\.props)$|\.(?:csproj|fsproj|vbproj|nuspec|deps\.json)$/,
    'nuget'
  ],
  [/(?:^|\/)mix\.(?:lock|exs)$/, 'hex'],
  [/(?:^|\/)pubspec\.(?:lock|ya?ml)$/, 'pub'],
  [/(?:^|\/)Podfile(?:\.lock)?$/, 'cocoapods'],
  [/(?:^|\/)Package\.(?:resolved|swift)$/, 'swift'],
  [/(?:^|\/)conan(?:\.lock|file\.(?:txt|py))$/, 'conan'],
  [/(?:^|\/)renv\.lock$/, 'cran'],
  [/(?:^|\/)(?:stack\.yaml\.lock|cabal\.project\.freeze)$/, 'hackage'],
  [/(?:^|\/)lib\/apk\/db\/installed$/, 'apk'],
  [/(?:^|\/)var\/lib\/dpkg\/status(?:\.d\/[^/]+)?$/, 'deb'],
  [/(?:^|\/)(?:var\/lib|usr\/lib\/sysimage)\/rpm\/[^/]+$/, 'rpm']
]

/** Words that tools use for ecosystems, in lower case. */
const BY_WORD: Readonly<Record<string, string>> = {
  npm: 'npm',
  yarn: 'npm',
  pnpm: 'npm',
  'node-pkg': 'npm',
  js: 'npm',
  node: 'npm',
  pip: 'pypi',
  pypi: 'pypi',
  python: 'pypi',
  'python-pkg': 'pypi',
  poetry: 'pypi',
  pipenv: 'pypi',
  uv: 'pypi',
  golang: 'golang',
  gomodules: 'golang',
  go: 'golang',
  'go-module': 'golang',
  gobinary: 'golang',
  maven: 'maven',
  gradle: 'maven',
  sbt: 'maven',
  java: 'maven',
  jar: 'maven',
  'java-archive': 'maven',
  composer: 'composer',
  php: 'composer',
  packagist: 'composer',
  'php-composer': 'composer',
  gem: 'gem',
  rubygems: 'gem',
  ruby: 'gem',
  bundler: 'gem',
  nuget: 'nuget',
  dotnet: 'nuget',
  cargo: 'cargo',
  rust: 'cargo',
  'rust-crate': 'cargo',
  'crates.io': 'cargo',
  hex: 'hex',
  erlang: 'hex',
  pub: 'pub',
  dart: 'pub',
  cocoapods: 'cocoapods',
  swift: 'swift',
  conan: 'conan',
  apk: 'apk',
  alpine: 'apk',
  deb: 'deb',
  dpkg: 'deb',
  debian: 'deb',
  ubuntu: 'deb',
  rpm: 'rpm',
  redhat: 'rpm',
  rhel: 'rpm',
  centos: 'rpm',
  oracle: 'rpm',
  amzn: 'rpm',
  alpm: 'alpm',
  javascript: 'npm',
  nodejs: 'npm',
  'node.js': 'npm',
  wolfi: 'apk',
  chainguard: 'apk',
  'red hat': 'rpm',
  'rocky linux': 'rpm',
  almalinux: 'rpm',
  suse: 'rpm',
  opensuse: 'rpm',
  cran: 'cran',
  hackage: 'hackage',
  actions: 'githubactions',
  'github actions': 'githubactions',
  'github-action': 'githubactions',
  github_actions: 'githubactions'
}

/** Package types that images bring, as against those of the repository's own code. */
const SYSTEM_TYPES = new Set(['apk', 'deb', 'rpm', 'alpm'])

/** Most paths name none of them, which one look tells. */
const ANY_FILE = new RegExp(BY_FILE.map(([pattern]) => pattern.source).join('|'))

/** Package type of a manifest or lock file, or null. */
export const typeOfFile = (path: string): string | null =>
  ANY_FILE.test(path) ? (BY_FILE.find(([pattern]) => pattern.test(path))?.[1] ?? null) : null

/** Package type of an ecosystem's name, or null; `ALPINE319` counts as `alpine`. Results repeat the tags of their rules. */
export const typeOfWord = remembered((word): string | null => {
  // OSV adds the release: `Debian:12`, `Alpine:v3.18`.
  const name = (word.split(':', 1)[0] ?? '').trim().toLowerCase()
  if (Object.hasOwn(BY_WORD, name)) return BY_WORD[name] ?? null
  const bare = name.replace(/\d+$/, '')
  return Object.hasOwn(BY_WORD, bare) ? (BY_WORD[bare] ?? null) : null
})

/** True for packages of an operating system. */
export const isSystemType = (type: string | null): boolean => type !== null && SYSTEM_TYPES.has(type)

/** True for files that pin versions: they are about dependencies and nothing else. */
export const isLockFile = (path: string): boolean =>
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?|Pipfile\.lock|poetry\.lock|uv\.lock|pdm\.lock|go\.(?:mod|sum)|Cargo\.lock|gradle\.lockfile|composer\.lock|Gemfile\.lock|packages\.lock\.json|mix\.lock|pubspec\.lock|Podfile\.lock|Package\.resolved|renv\.lock)$/.test(
    path
  )
