/** A lock file at the base; the head has `bumped` in another version, and `kept` as it was. */
export interface Sample {
  readonly path: string
  readonly base: string
  readonly type: string
  /** Name and version of what the change leaves alone. */
  readonly kept: readonly [string, string]
  /** Name, version at the base and at the head of what it changes, as the text writes them. */
  readonly bumped: readonly [string, string, string]
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const NPM = { kept: ['semver', '7.5.1'], bumped: ['lodash', '4.17.20', '4.17.21'], type: 'npm' } as const
const PYPI = { kept: ['Jinja2', '2.11.0'], bumped: ['flask', '1.0.1', '1.0.2'], type: 'pypi' } as const

/** One of each form, as the tools write them. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  'npm, version 1': {
    ...NPM,
    path: 'web/package-lock.json',
    base: json({
      lockfileVersion: 1,
      dependencies: {
        lodash: { version: '4.17.20' },
        a: { version: '1.0.0', dependencies: { semver: { version: '7.5.1' } } }
      }
    })
  },
  'npm, version 2': {
    ...NPM,
    path: 'package-lock.json',
    base: json({
      lockfileVersion: 2,
      packages: {
        '': { name: 'app' },
        'node_modules/lodash': { version: '4.17.20' },
        'node_modules/a/node_modules/semver': { version: '7.5.1' }
      },
      dependencies: {}
    })
  },
  'npm, an alias': {
    ...NPM,
    path: 'npm-shrinkwrap.json',
    base: json({
      lockfileVersion: 3,
      packages: {
        'node_modules/lodash': { version: '4.17.20' },
        'node_modules/other': { name: 'semver', version: '7.5.1' }
      }
    })
  },
  'npm, with a scope': {
    ...NPM,
    kept: ['@babel/core', '7.0.0'],
    path: 'package-lock.json',
    base: json({
      lockfileVersion: 3,
      packages: { 'node_modules/lodash': { version: '4.17.20' }, 'node_modules/@babel/core': { version: '7.0.0' } }
    })
  },
  'yarn, classic': {
    ...NPM,
    path: 'yarn.lock',
    base: `# yarn lockfile v1\n\n\nlodash@^4.0.0:\n  version "4.17.20"\n  resolved "https://r/lodash"\n\n"semver@^7.0.0", semver@~7.5.0:\n  version "7.5.1"\n  dependencies:\n    lru-cache "^6.0.0"\n`
  },
  'yarn, classic, an alias': {
    ...NPM,
    path: 'yarn.lock',
    base: `lodash@^4.0.0:\n  version "4.17.20"\n\n"old-semver@npm:semver@^7.0.0":\n  version "7.5.1"\n`
  },
  'yarn, Berry': {
    ...NPM,
    path: 'yarn.lock',
    base: `__metadata:\n  version: 8\n\n"lodash@npm:^4.0.0":\n  version: 4.17.20\n  resolution: "lodash@npm:4.17.20"\n\n"x@npm:semver@^7.0.0":\n  version: 7.5.1\n  resolution: "semver@npm:7.5.1"\n  languageName: node\n`
  },
  'pnpm, version 5': {
    ...NPM,
    path: 'pnpm-lock.yaml',
    base: `lockfileVersion: 5.4\n\ndependencies:\n  lodash: 4.17.20\n\npackages:\n\n  /lodash/4.17.20:\n    resolution: {integrity: a}\n    dev: false\n\n  /semver/7.5.1_react@17.0.2:\n    resolution: {integrity: b}\n    dev: false\n`
  },
  'pnpm, version 6': {
    ...NPM,
    path: 'pnpm-lock.yaml',
    base: `lockfileVersion: '6.0'\n\npackages:\n\n  /lodash@4.17.20:\n    resolution: {integrity: a}\n    dev: false\n\n  /semver@7.5.1(react@17.0.2):\n    resolution: {integrity: b}\n    dev: false\n`
  },
  'pnpm, version 9': {
    ...NPM,
    kept: ['@babel/core', '7.0.0'],
    path: 'pnpm-lock.yaml',
    base: `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      lodash:\n        specifier: ^4.0.0\n        version: 4.17.20\n\npackages:\n\n  '@babel/core@7.0.0':\n    resolution: {integrity: b}\n\n  lodash@4.17.20:\n    resolution: {integrity: a}\n\nsnapshots:\n\n  lodash@4.17.20: {}\n`
  },
  Poetry: {
    ...PYPI,
    path: 'poetry.lock',
    base: `[[package]]\nname = "flask"\nversion = "1.0.1"\ndescription = "a"\ngroups = ["main"]\n\n[package.dependencies]\nname = "*"\nversion = "9"\n\n[[package]]\nname = "jinja2"\nversion = "2.11.0"\ngroups = ["main", "dev"]\nfiles = [\n    {file = "a", hash = "b"},\n]\n\n[metadata]\nlock-version = "2.1"\n`
  },
  uv: {
    ...PYPI,
    path: 'uv.lock',
    base: `version = 1\n\n[[package]]\nname = "app"\nversion = "0.1.0"\nsource = { editable = "." }\ndependencies = [\n    { name = "flask" },\n]\n\n[[package]]\nname = "flask"\nversion = "1.0.1"\nsource = { registry = "https://pypi.org/simple" }\n\n[[package]]\nname = "jinja2"\nversion = "2.11.0"\n`
  },
  PDM: {
    ...PYPI,
    path: 'pdm.lock',
    base: `[[package]]\nname = "flask"\nversion = "1.0.1"\ngroups = ["default"]\n\n[[package]]\nname = "jinja2"\nversion = "2.11.0"\ngroups = ["default"]\n`
  },
  pylock: {
    ...PYPI,
    path: 'pylock.toml',
    base: `lock-version = "1.0"\n\n[[packages]]\nname = "flask"\nversion = "1.0.1"\n\n[[packages]]\nname = "jinja2"\nversion = "2.11.0"\n`
  },
  Pipenv: {
    ...PYPI,
    path: 'Pipfile.lock',
    base: json({ _meta: {}, default: { flask: { version: '==1.0.1' }, jinja2: { version: '==2.11.0' } } })
  },
  pip: {
    ...PYPI,
    path: 'requirements-prod.txt',
    base: `flask[async]==1.0.1  # web\njinja2==2.11.0 ; python_version > "3" \\\n    --hash=sha256:aa\n`
  },
  Cargo: {
    type: 'cargo',
    kept: ['time_core', '0.1.0'],
    bumped: ['serde', '1.0.1', '1.0.2'],
    path: 'Cargo.lock',
    base: `version = 3\n\n[[package]]\nname = "serde"\nversion = "1.0.1"\n\n[[package]]\nname = "time-core"\nversion = "0.1.0"\ndependencies = [\n "serde",\n]\n`
  },
  Go: {
    type: 'golang',
    kept: ['golang.org/x/text', 'v0.3.0'],
    bumped: ['golang.org/x/net', 'v0.1.0', 'v0.2.0'],
    path: 'go.mod',
    base: `module app\n\ngo 1.21.3\n\nrequire golang.org/x/net v0.1.0\n\nrequire (\n\tgolang.org/x/text v0.3.0 // indirect\n)\n`
  },
  Bundler: {
    type: 'gem',
    kept: ['nokogiri', '1.13.0'],
    bumped: ['rack', '2.0.1', '2.0.2'],
    path: 'Gemfile.lock',
    base: `GEM\n  remote: https://rubygems.org/\n  specs:\n    nokogiri (1.13.0-x86_64-linux)\n      racc (~> 1.4)\n    rack (2.0.1)\n\nDEPENDENCIES\n  rack\n`
  },
  Composer: {
    type: 'composer',
    kept: ['Symfony/http-kernel', '5.4.1'],
    bumped: ['monolog/monolog', '2.0.1', '2.0.2'],
    path: 'composer.lock',
    base: json({
      packages: [
        { name: 'monolog/monolog', version: '2.0.1' },
        { name: 'symfony/http-kernel', version: 'v5.4.1' }
      ]
    })
  },
  NuGet: {
    type: 'nuget',
    kept: ['newtonsoft.json', '13.9.5'],
    bumped: ['Serilog', '2.0.1', '2.0.2'],
    path: 'packages.lock.json',
    base: json({
      version: 1,
      dependencies: {
        'net8.0': {
          Serilog: { type: 'Direct', resolved: '2.0.1' },
          'Newtonsoft.Json': { type: 'Transitive', resolved: '13.9.5' }
        }
      }
    })
  },
  'NuGet, packages.config': {
    type: 'nuget',
    kept: ['Newtonsoft.Json', '13.9.5'],
    bumped: ['Serilog', '2.0.1', '2.0.2'],
    path: 'packages.config',
    base: `<packages>\n  <package id="Serilog" version="2.0.1" />\n  <package id="Newtonsoft.Json" version="13.9.5" targetFramework="net48" />\n</packages>\n`
  },
  Maven: {
    type: 'maven',
    kept: ['org.apache.logging.log4j:log4j-core', '2.14.1'],
    bumped: ['a:b', '1.0.1', '1.0.2'],
    path: 'pom.xml',
    base: `<project>\n<dependencies>\n<dependency><groupId>a</groupId><artifactId>b</artifactId>\n<version>1.0.1</version></dependency>\n<dependency>\n<groupId>org.apache.logging.log4j</groupId>\n<artifactId>log4j-core</artifactId>\n<version>2.14.1</version>\n<exclusions><exclusion><groupId>x</groupId></exclusion></exclusions>\n</dependency>\n</dependencies>\n</project>\n`
  },
  Gradle: {
    type: 'maven',
    kept: ['org.a:core', '2.14.1'],
    bumped: ['a:b', '1.0.1', '1.0.2'],
    path: 'gradle.lockfile',
    base: `# This is a Gradle generated file\na:b:1.0.1=compileClasspath\norg.a:core:2.14.1=runtimeClasspath,testRuntimeClasspath\nempty=\n`
  },
  Mix: {
    type: 'hex',
    kept: ['plug', '1.10.0'],
    bumped: ['cowboy', '2.0.1', '2.0.2'],
    path: 'mix.lock',
    base: `%{\n  "cowboy": {:hex, :cowboy, "2.0.1", "aa", [:rebar3], []},\n  "plug": {:hex, :plug, "1.10.0", "bb", [:mix], []},\n}\n`
  },
  Dart: {
    type: 'pub',
    kept: ['http', '0.13.0'],
    bumped: ['args', '2.0.1', '2.0.2'],
    path: 'pubspec.lock',
    base: `packages:\n  args:\n    dependency: "direct main"\n    source: hosted\n    version: "2.0.1"\n  http:\n    dependency: transitive\n    source: hosted\n    version: "0.13.0"\nsdks:\n  dart: ">=2.12.0"\n`
  },
  CocoaPods: {
    type: 'cocoapods',
    kept: ['AFNetworking', '2.5.0'],
    bumped: ['Alamofire', '5.0.1', '5.0.2'],
    path: 'Podfile.lock',
    base: `PODS:\n  - AFNetworking (2.5.0):\n    - AFNetworking/Core (= 2.5.0)\n  - Alamofire (5.0.1)\n\nDEPENDENCIES:\n  - Alamofire\n`
  }
}
