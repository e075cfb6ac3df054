/** Files of a tree by path, in which the repository asks for `direct`, and `direct` for `middle`, which requires `deep`. */
export interface LockSample {
  readonly lock: string
  readonly type: string
  readonly files: Readonly<Record<string, string>>
  /** Names as this ecosystem writes them: what is asked for, and what that brings in, with its version. */
  readonly direct: string
  readonly deep: readonly [string, string]
  /** What the repository asks for itself and others require too. */
  readonly shared: readonly [string, string]
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const NPM = { type: 'npm', direct: 'express', deep: ['qs', '6.7.0'], shared: ['ms', '2.0.0'] } as const
const PYPI = { type: 'pypi', direct: 'flask', deep: ['markupsafe', '2.0.0'], shared: ['click', '8.0.0'] } as const

const PACKAGE_JSON = json({ dependencies: { express: '^4.17.1', ms: '2.0.0' } })

/** One of each form, as the tools write them. */
export const LOCKS: Readonly<Record<string, LockSample>> = {
  'package-lock.json, version 3': {
    ...NPM,
    lock: 'web/package-lock.json',
    files: {
      'web/package-lock.json': json({
        lockfileVersion: 3,
        packages: {
          '': { name: 'web', dependencies: { express: '^4.17.1' }, devDependencies: { ms: '2.0.0' } },
          'node_modules/express': { version: '4.17.1', dependencies: { 'body-parser': '1.19.0', ms: '2.0.0' } },
          'node_modules/express/node_modules/body-parser': { version: '1.19.0', dependencies: { qs: '6.7.0' } },
          'node_modules/express/node_modules/body-parser/node_modules/qs': { version: '6.7.0' },
          'node_modules/qs': { version: '6.11.0' },
          'node_modules/ms': { version: '2.0.0' }
        }
      })
    }
  },
  'package-lock.json of workspaces': {
    ...NPM,
    lock: 'package-lock.json',
    files: {
      'package-lock.json': json({
        lockfileVersion: 2,
        packages: {
          '': { workspaces: ['apps/*'] },
          'apps/web': { dependencies: { express: '^4.17.1', ms: '2.0.0' } },
          'node_modules/web': { resolved: 'apps/web', link: true },
          'apps/web/node_modules/express': { version: '4.17.1', dependencies: { qs: '6.7.0' } },
          'node_modules/qs': { version: '6.7.0' },
          'node_modules/ms': { version: '2.0.0' }
        }
      })
    }
  },
  'yarn.lock, version 1': {
    ...NPM,
    lock: 'yarn.lock',
    files: {
      'package.json': PACKAGE_JSON,
      'yarn.lock': `# yarn lockfile v1


"@scope/body-parser@1.19.0", "@scope/body-parser@^1.19.0":
  version "1.19.0"
  resolved "https://registry.yarnpkg.com/x"
  dependencies:
    qs "6.7.0"

express@^4.17.1:
  version "4.17.1"
  dependencies:
    "@scope/body-parser" "^1.19.0"
    ms "2.0.0"

ms@2.0.0:
  version "2.0.0"

qs@6.7.0:
  version "6.7.0"
`
    }
  },
  'yarn.lock of Berry': {
    ...NPM,
    lock: 'yarn.lock',
    files: {
      'yarn.lock': `__metadata:
  version: 8

"body-parser@npm:1.19.0":
  version: 1.19.0
  resolution: "body-parser@npm:1.19.0"
  dependencies:
    qs: "npm:6.7.0"
  languageName: node

"express@npm:^4.17.1":
  version: 4.17.1
  resolution: "express@npm:4.17.1"
  dependencies:
    body-parser: "npm:1.19.0"
    ms: "npm:2.0.0"

"ms@npm:2.0.0":
  version: 2.0.0
  resolution: "ms@npm:2.0.0"

"qs@npm:6.7.0":
  version: 6.7.0
  resolution: "qs@npm:6.7.0"

"web@workspace:.":
  version: 0.0.0-use.local
  resolution: "web@workspace:."
  dependencies:
    express: "npm:^4.17.1"
    ms: "npm:2.0.0"
  languageName: unknown
`
    }
  },
  'pnpm-lock.yaml, version 9': {
    ...NPM,
    lock: 'pnpm-lock.yaml',
    files: {
      'pnpm-lock.yaml': `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      express:
        specifier: ^4.17.1
        version: 4.17.1(ms@2.0.0)
    devDependencies:
      ms:
        specifier: 2.0.0
        version: 2.0.0

packages:

  express@4.17.1:
    resolution: {integrity: sha512-x}
    peerDependencies:
      ms: '*'

snapshots:

  '@scope/body-parser@1.19.0':
    dependencies:
      qs: 6.7.0

  express@4.17.1(ms@2.0.0):
    dependencies:
      '@scope/body-parser': 1.19.0
      ms: 2.0.0

  ms@2.0.0: {}

  qs@6.7.0: {}
`
    }
  },
  'pnpm-lock.yaml, version 6': {
    ...NPM,
    lock: 'pnpm-lock.yaml',
    files: {
      'pnpm-lock.yaml': `lockfileVersion: '6.0'

dependencies:
  express:
    specifier: ^4.17.1
    version: 4.17.1
  ms:
    specifier: 2.0.0
    version: 2.0.0

packages:

  /body-parser@1.19.0:
    resolution: {integrity: sha512-x}
    dependencies:
      qs: 6.7.0
    dev: false

  /express@4.17.1:
    resolution: {integrity: sha512-x}
    dependencies:
      body-parser: 1.19.0
      ms: 2.0.0

  /ms@2.0.0:
    resolution: {integrity: sha512-x}

  /qs@6.7.0:
    resolution: {integrity: sha512-x}
`
    }
  },
  'pnpm-lock.yaml, version 5': {
    ...NPM,
    lock: 'pnpm-lock.yaml',
    files: {
      'pnpm-lock.yaml': `lockfileVersion: 5.4

specifiers:
  express: ^4.17.1

dependencies:
  express: 4.17.1

devDependencies:
  ms: 2.0.0

packages:

  /express/4.17.1:
    resolution: {integrity: sha512-x}
    dependencies:
      ms: 2.0.0
      qs: 6.7.0
    dev: false

  /ms/2.0.0:
    resolution: {integrity: sha512-x}

  /qs/6.7.0:
    resolution: {integrity: sha512-x}
`
    }
  },
  'uv.lock': {
    ...PYPI,
    lock: 'uv.lock',
    files: {
      'uv.lock': `version = 1

[[package]]
name = "click"
version = "8.0.0"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "flask"
version = "2.0.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "click" },
    { name = "jinja2", marker = "python_full_version >= '3.8'" },
]

[[package]]
name = "jinja2"
version = "3.0.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "markupsafe" },
]

[[package]]
name = "markupsafe"
version = "2.0.0"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "web"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "flask" },
]

[package.dev-dependencies]
dev = [
    { name = "click" },
]

[package.metadata]
requires-dist = [{ name = "markupsafe", specifier = ">=1" }]
`
    }
  },
  'poetry.lock and the words of Poetry': {
    ...PYPI,
    lock: 'poetry.lock',
    files: {
      'pyproject.toml': `[tool.poetry]
name = "web"

[tool.poetry.dependencies]
python = "^3.9"
Flask = "^2.0"

[tool.poetry.group.dev.dependencies]
click = "*"
`,
      'poetry.lock': `[[package]]
name = "click"
version = "8.0.0"

[[package]]
name = "flask"
version = "2.0.0"
groups = ["main"]

[package.dependencies]
click = ">=8.0"
Jinja2 = {version = ">=3.0", markers = "python_version > '3'"}

[package.extras]
dotenv = ["markupsafe"]

[[package]]
name = "jinja2"
version = "3.0.0"

[package.dependencies]
MarkupSafe = ">=2.0.0"

[[package]]
name = "markupsafe"
version = "2.0.0"
`
    }
  },
  'poetry.lock and the words of the standard': {
    ...PYPI,
    lock: 'poetry.lock',
    files: {
      'pyproject.toml': `[project]
name = "web"
dependencies = [
  "flask[async] (>=2.0,<3.0); python_version > '3.8'",
]

[dependency-groups]
dev = ["click"]
`,
      'poetry.lock': `[[package]]
name = "click"
version = "8.0.0"

[[package]]
name = "flask"
version = "2.0.0"

[package.dependencies]
click = ">=8.0"
markupsafe = "*"

[[package]]
name = "markupsafe"
version = "2.0.0"
`
    }
  },
  'Cargo.lock': {
    type: 'cargo',
    lock: 'Cargo.lock',
    direct: 'regex',
    deep: ['memchr', '2.4.0'],
    shared: ['log', '0.4.0'],
    files: {
      'Cargo.lock': `version = 3

[[package]]
name = "aho-corasick"
version = "0.7.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
dependencies = [
 "log",
 "memchr 2.4.0",
]

[[package]]
name = "log"
version = "0.4.0"
source = "registry+https://github.com/rust-lang/crates.io-index"

[[package]]
name = "memchr"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"

[[package]]
name = "memchr"
version = "2.4.0"
source = "registry+https://github.com/rust-lang/crates.io-index"

[[package]]
name = "regex"
version = "1.5.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
dependencies = [
 "aho-corasick",
]

[[package]]
name = "web"
version = "0.1.0"
dependencies = [
 "log",
 "regex",
]
`
    }
  },
  'Gemfile.lock': {
    type: 'gem',
    lock: 'Gemfile.lock',
    direct: 'rails',
    deep: ['nokogiri', '1.13.0'],
    shared: ['rake', '13.0.0'],
    files: {
      'Gemfile.lock': `PATH
  remote: .
  specs:
    web (0.1.0)
      rake (>= 12)

GEM
  remote: https://rubygems.org/
  specs:
    loofah (2.0.0)
      nokogiri (>= 1.5.9)
    nokogiri (1.13.0-x86_64-linux)
      rake (~> 13)
    rails (6.1.0)
      loofah (~> 2.3)
    rake (13.0.0)

PLATFORMS
  x86_64-linux

DEPENDENCIES
  rails (~> 6.1)
  web!

BUNDLED WITH
   2.3.0
`
    }
  },
  'composer.lock': {
    type: 'composer',
    lock: 'composer.lock',
    direct: 'symfony/console',
    deep: ['psr/container', '1.1.0'],
    shared: ['psr/log', '1.0.0'],
    files: {
      'composer.json': json({ require: { php: '>=8', 'Symfony/Console': '^5' }, 'require-dev': { 'psr/log': '*' } }),
      'composer.lock': json({
        packages: [
          { name: 'psr/container', version: '1.1.0' },
          { name: 'symfony/console', version: 'v5.0.0', require: { php: '>=7', 'symfony/service-contracts': '^2' } },
          { name: 'symfony/service-contracts', version: 'v2.0.0', require: { 'psr/container': '^1', 'psr/log': '*' } }
        ],
        'packages-dev': [{ name: 'psr/log', version: '1.0.0' }]
      })
    }
  },
  'packages.lock.json of NuGet': {
    type: 'nuget',
    lock: 'src/packages.lock.json',
    direct: 'Serilog.Sinks.Http',
    deep: ['Newtonsoft.Json', '12.0.1'],
    shared: ['Serilog', '2.10.0'],
    files: {
      'src/packages.lock.json': json({
        version: 1,
        dependencies: {
          'net8.0': {
            'Serilog.Sinks.Http': {
              type: 'Direct',
              resolved: '7.0.0',
              dependencies: { Serilog: '2.9.0', 'newtonsoft.json': '12.0.1' }
            },
            'Newtonsoft.Json': { type: 'Transitive', resolved: '12.0.1' },
            Serilog: { type: 'Transitive', resolved: '2.10.0' },
            core: { type: 'Project', dependencies: { Serilog: '[2.10.0, )' } }
          }
        }
      })
    }
  }
}
