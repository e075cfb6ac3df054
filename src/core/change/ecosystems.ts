/** Files that say which dependencies are used, by ecosystem: a change of one may change what another resolves to. */
const ECOSYSTEMS: readonly RegExp[] = [
  /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|pnpm-workspace\.yaml|\.pnpmfile\.c?js|bun\.lockb?|bunfig\.toml|deno\.(?:jsonc?|lock)|jsr\.json|bower\.json|lerna\.json|rush\.json|common-versions\.json|\.npmrc|\.yarnrc(?:\.yml)?|\.nvmrc|\.node-version)$/,
  /^(?:.*requirements.*\.(?:txt|in)|.*constraints.*\.txt|Pipfile(?:\.lock)?|poetry\.(?:lock|toml)|pdm\.(?:lock|toml)|uv\.(?:lock|toml)|pylock(?:\..+)?\.toml|pyproject\.toml|hatch\.toml|setup\.(?:py|cfg)|environment.*\.ya?ml|.*conda-lock.*\.ya?ml|pixi\.(?:toml|lock)|pip\.conf|\.python-version)$/,
  /^(?:go\.(?:mod|sum|work|work\.sum)|modules\.txt|\.go-version)$/,
  /^(?:Cargo\.(?:toml|lock)|rust-toolchain(?:\.toml)?)$/,
  /^(?:pom\.xml|.*\.gradle(?:\.kts)?|(?:buildscript-)?gradle\.lockfile|.*\.versions\.toml|versions\.properties|gradle\.properties|gradle-wrapper\.properties|verification-metadata\.xml|dependencies\.lock|build\.(?:sbt|sc|mill|xml)|ivy\.xml|deps\.edn|project\.clj|maven_install.*\.json)$/,
  /^(?:Gemfile(?:\.lock)?|gems\.(?:rb|locked)|.*\.gemspec|\.ruby-version)$/,
  /^(?:composer\.(?:json|lock)|symfony\.lock)$/,
  /^(?:.*\.(?:csproj|fsproj|vbproj|props|targets|nuspec)|packages\.config|packages\.lock\.json|.*\.deps\.json|paket\.(?:dependencies|lock|references)|global\.json|nuget\.config|dotnet-tools\.json)$/i,
  /^(?:Package\.(?:swift|resolved)|Podfile(?:\.lock)?|Cartfile(?:\.resolved)?)$/,
  /^pubspec(?:_overrides)?\.(?:ya?ml|lock)$/,
  /^(?:mix\.(?:exs|lock)|rebar\.(?:config|lock))$/,
  /^(?:conan(?:file\.(?:txt|py)|\.lock)|vcpkg(?:-configuration)?\.json|build\.zig\.zon)$/,
  /^(?:stack\.yaml(?:\.lock)?|package\.yaml|.*\.cabal|cabal\.project(?:\..+)?)$/,
  /^(?:Julia)?(?:Project|Manifest)(?:-v[\d.]+)?\.toml$/,
  /^(?:elm\.json|cpanfile(?:\.snapshot)?|.*\.rockspec|luarocks\.lock|renv\.lock|DESCRIPTION|shard\.(?:yml|lock)|.*\.nimble|nimble\.lock|.*\.opam)$/,
  /^(?:(?:.*[.-])?(?:Dockerfile|Containerfile)(?:\..*)?|(?:docker-)?compose.*\.ya?ml|Chart\.(?:yaml|lock)|requirements\.(?:yaml|lock)|values.*\.ya?ml|flake\.(?:nix|lock)|Brewfile(?:\.lock\.json)?|\.terraform\.lock\.hcl)$/
]

/** Files that say it for several ecosystems at once: Bazel's, and those that choose the versions of tools and runtimes. */
const OF_ALL =
  /^(?:MODULE\.bazel(?:\.lock)?|WORKSPACE(?:\.bazel|\.bzlmod)?|.*\.bzl|\.tool-versions|\.?mise(?:\..+)?\.toml|versions\.env)$/

const EVERY: readonly number[] = ECOSYSTEMS.map((_, index) => index)

/** Manifests that hand versions down to the ones in directories below. */
const INHERITED =
  /^(?:pom\.xml|.*\.gradle(?:\.kts)?|gradle\.properties|versions\.properties|gradle-wrapper\.properties|.*\.versions\.toml|build\.sbt|.*\.(?:props|targets)|global\.json|nuget\.config|dotnet-tools\.json|Cargo\.toml|rust-toolchain(?:\.toml)?|go\.work|pnpm-workspace\.yaml|\.pnpmfile\.c?js|\.npmrc|\.yarnrc(?:\.yml)?|rush\.json|common-versions\.json|lerna\.json|\.[a-z]+-version|\.nvmrc|cabal\.project(?:\..+)?|stack\.yaml|rebar\.config)$/i

/**
 * Files that act from a directory of their own: what precedes it (the first group) is the directory that they are for,
 * and the name says what they are like.
 */
const KEPT_ASIDE: readonly (readonly [RegExp, string])[] = [
  [/^((?:.*\/)?requirements\/)[^/]+\.(?:txt|in)$/, 'requirements.txt'],
  // Version catalogues and shared scripts.
  [/^((?:.*\/)?)gradle\/(?:.*\.(?:toml|gradle|kts|properties)|verification-metadata\.xml)$/, 'build.gradle'],
  [/^((?:.*\/)?)(?:buildSrc|build-logic)\/.*\.(?:kts?|groovy|java|gradle|toml|properties)$/, 'build.gradle'],
  [/^((?:.*\/)?)project\/(?:.*\/)?[^/]+\.(?:scala|sbt)$/, 'build.sbt'],
  [/^((?:.*\/)?)project\/build\.properties$/, 'build.sbt'],
  [/^((?:.*\/)?)\.mvn\/.+$/, 'pom.xml'],
  [/^((?:.*\/)?)\.yarn\/.+$/, '.yarnrc.yml'],
  [/^((?:.*\/)?)common\/config\/rush\/.+$/, 'rush.json'],
  [/^((?:.*\/)?)\.cargo\/config(?:\.toml)?$/, 'Cargo.toml'],
  [/^((?:.*\/)?)\.bundle\/config$/, 'Gemfile'],
  [/^((?:.*\/)?)vendor\/modules\.txt$/, 'go.mod'],
  [/^((?:.*\/)?)\.config\/dotnet-tools\.json$/, 'dotnet-tools.json']
]

/** For which directory a file speaks, and by which name its kind is told. */
export interface ManifestPlace {
  readonly folder: string
  readonly name: string
}

const cut = (path: string): number => path.lastIndexOf('/') + 1

/** Where the file stands among the manifests. */
export function manifestPlaceOf(path: string): ManifestPlace {
  for (const [pattern, name] of KEPT_ASIDE) {
    const folder = pattern.exec(path)?.[1]
    if (folder !== undefined) return { folder, name }
  }
  return { folder: path.slice(0, cut(path)), name: path.slice(cut(path)) }
}

/** Numbers of the ecosystems that a file of this name is about; none for what is no manifest. */
export function ecosystemsOf({ name }: ManifestPlace): readonly number[] {
  if (OF_ALL.test(name)) return EVERY
  return ECOSYSTEMS.flatMap((names, index) => (names.test(name) ? [index] : []))
}

/** Whether the file pins what is used below it: a manifest further up does not change that. */
export const isLock = ({ name }: ManifestPlace): boolean =>
  /lock|\.sum$|\.resolved$|shrinkwrap|\.freeze$|\.snapshot$|^(?:Julia)?Manifest.*\.toml$|^maven_install/i.test(name)

/** Whether the file also counts for the directories below its own. */
export const handsDown = (at: ManifestPlace): boolean => isLock(at) || INHERITED.test(at.name) || OF_ALL.test(at.name)
