import { expect, test } from '@jest/globals'
import { type Attack, type Attacks, expectedOf, statesOf } from './attack.js'

const npm = (packages: object) =>
  `${JSON.stringify({ name: 'x', lockfileVersion: 3, packages: { '': {}, ...packages } }, null, 1)}\n`
const at = (path: string, name = 'lodash', version = '4.17.20', id = 'CVE-2026-1000') => ({
  at: path,
  tool: 'osv-scanner',
  more: { ruleId: id, message: { text: `Package '${name}@${version}' is vulnerable to '${id}'` } }
})
const LODASH = { version: '4.17.20' }
const OTHER = { 'node_modules/other': { version: '1.0.0' } }
const GO = 'module x\n\ngo 1.22\n\nrequire github.com/acme/lib v1.0.0\n'
const go = [at('go.mod', 'github.com/acme/lib', '1.0.0')]
const states = (state: string) => ({ states: [state] })
const lock = (base: object, head: object, state: string): Attack => ({
  base: { 'package.json': '{"a":1}\n', 'package-lock.json': npm(base) },
  head: { 'package-lock.json': npm(head) },
  found: [at('package-lock.json')],
  states: [state]
})

const PACKAGES: Attacks = {
  'a package that is new': lock({}, { 'node_modules/lodash': LODASH }, 'introduced'),
  'a package that is old, another is new': lock(
    { 'node_modules/lodash': LODASH },
    { 'node_modules/lodash': LODASH, ...OTHER },
    'newly-disclosed'
  ),
  'a version that goes down': lock(
    { 'node_modules/lodash': { version: '4.17.21' } },
    { 'node_modules/lodash': LODASH },
    'introduced'
  ),
  'a package for development that is used now': lock(
    { 'node_modules/lodash': { ...LODASH, dev: true } },
    { 'node_modules/lodash': LODASH },
    'introduced'
  ),
  'a package that another one hides behind': lock(
    { 'node_modules/x': { name: 'lodash', version: '4.17.21' } },
    { 'node_modules/x': { name: 'lodash', version: '4.17.20' } },
    'introduced'
  ),
  'an old package under another name': lock(
    { 'node_modules/lodash': { name: 'harmless', ...LODASH } },
    { 'node_modules/lodash': LODASH },
    'introduced'
  ),
  'a package of the workspace of that name and version': lock(
    { 'packages/lodash': LODASH, 'node_modules/lodash': { link: true, ...LODASH } },
    { 'node_modules/lodash': LODASH },
    'introduced'
  ),
  'another hash alone': lock(
    { 'node_modules/lodash': { ...LODASH, integrity: 'sha512-a' } },
    { 'node_modules/lodash': { ...LODASH, integrity: 'sha512-b' } },
    'newly-disclosed'
  ),
  'a replacement that a workspace of Go drops': {
    base: { 'go.mod': GO, 'go.work': 'go 1.22\n\nuse .\n\nreplace github.com/acme/lib => ./fork\n' },
    head: { 'go.work': 'go 1.22\n\nuse .\n' },
    found: go,
    ...states('introduced')
  },
  'the same of a workspace above': {
    base: { 'svc/go.mod': GO, 'go.work': 'go 1.22\n\nuse ./svc\n\nreplace github.com/acme/lib => ./fork\n' },
    head: { 'go.work': 'go 1.22\n\nuse ./svc\n' },
    found: [at('svc/go.mod', 'github.com/acme/lib', '1.0.0')],
    ...states('introduced')
  },
  'a replacement that the module drops': {
    base: { 'go.mod': `${GO}\nreplace github.com/acme/lib => ./fork\n` },
    head: { 'go.mod': GO },
    found: go,
    ...states('introduced')
  },
  'a module that stays, another comes': {
    base: { 'go.mod': GO },
    head: { 'go.mod': `${GO}require github.com/acme/more v1.0.0\n` },
    found: go,
    ...states('newly-disclosed')
  },
  'a lock file that is moved away': {
    base: {
      'package.json': '{"dependencies":{"lodash":"^4"}}\n',
      'package-lock.json': npm({ 'node_modules/lodash': { version: '4.17.21' } })
    },
    git: [['mv', 'package-lock.json', 'package-lock.old']],
    found: [at('package.json')],
    ...states('introduced')
  },
  'a list of constraints that is moved away': {
    base: { 'requirements.txt': 'django>=3\n', 'constraints.txt': 'django==4.2\n' },
    git: [['mv', 'constraints.txt', 'notes.txt']],
    found: [at('requirements.txt', 'django', '3.0')],
    ...states('introduced')
  },
  'central versions that are moved away': {
    base: {
      'src/App.csproj': '<Project>\n<PackageReference Include="Lib" />\n</Project>\n',
      'Directory.Packages.props': '<Project>\n</Project>\n'
    },
    git: [['mv', 'Directory.Packages.props', 'props.bak']],
    found: [at('src/App.csproj', 'Lib', '1.0')],
    ...states('introduced')
  },
  'what Gradle locks for tests is used now by a flavour called latest': {
    base: { 'gradle.lockfile': 'com.acme:lib:1.0=testRuntimeClasspath\nempty=\n' },
    head: { 'gradle.lockfile': 'com.acme:lib:1.0=latestRuntimeClasspath\nempty=\n' },
    found: [at('gradle.lockfile', 'com.acme:lib', '1.0')],
    ...states('introduced')
  },
  'what Gradle locks stays': {
    base: { 'gradle.lockfile': 'com.acme:lib:1.0=runtimeClasspath\nempty=\n' },
    head: { 'gradle.lockfile': 'com.acme:lib:1.0=runtimeClasspath\ncom.acme:more:1.0=runtimeClasspath\nempty=\n' },
    found: [at('gradle.lockfile', 'com.acme:lib', '1.0')],
    ...states('newly-disclosed')
  },
  'a package of Elixir for tests that is used now': {
    base: {
      'mix.exs': 'defp deps do\n  [{:lib, "1.0.0", only: :test}]\nend\n',
      'mix.lock': '%{\n  "lib": {:hex, :lib, "1.0.0", "aa", [:mix], [], "hexpm"},\n}\n'
    },
    head: { 'mix.exs': 'defp deps do\n  [{:lib, "1.0.0"}]\nend\n' },
    found: [at('mix.lock', 'lib', '1.0.0')],
    ...states('introduced')
  },
  'a gem for tests that is used now': {
    base: { Gemfile: "group :test do\n  gem 'lib'\nend\n", 'Gemfile.lock': 'GEM\n  specs:\n    lib (1.0.0)\n' },
    head: { Gemfile: "gem 'lib'\n" },
    found: [at('Gemfile.lock', 'lib', '1.0.0')],
    ...states('introduced')
  },
  'a gem that is new beside an old one': {
    base: { Gemfile: "gem 'lib'\n", 'Gemfile.lock': 'GEM\n  specs:\n    lib (1.0.0)\n' },
    head: {
      Gemfile: "gem 'lib'\ngem 'more', group: :test\ngem 'most'\n",
      'Gemfile.lock': 'GEM\n  specs:\n    lib (1.0.0)\n    more (1.0.0)\n'
    },
    found: [at('Gemfile.lock', 'lib', '1.0.0')],
    ...states('newly-disclosed')
  },
  'a gem of another group': {
    base: { Gemfile: "gem 'lib', group: [:test]\n", 'Gemfile.lock': 'GEM\n  specs:\n    lib (1.0.0)\n' },
    head: { Gemfile: "group :production do\n  gem 'lib'\nend\n" },
    found: [at('Gemfile.lock', 'lib', '1.0.0')],
    ...states('introduced')
  },
  'a workspace of Go that uses one more': {
    base: { 'go.mod': GO, 'go.work': 'go 1.22\n\nuse .\n' },
    head: { 'go.work': 'go 1.22\n\nuse .\nuse ./more\n' },
    found: go,
    ...states('newly-disclosed')
  },
  'a requirement of which the condition goes': {
    base: { 'requirements.txt': 'lib==1.0 ; sys_platform == "win32"\n' },
    head: { 'requirements.txt': 'lib==1.0\n' },
    found: [at('requirements.txt', 'lib', '1.0')],
    ...states('introduced')
  },
  'a requirement that is written anew': {
    base: { 'requirements.txt': 'lib==1.0\n' },
    head: { 'requirements.txt': 'lib == 1.0  # why\nmore==2.0\n' },
    found: [at('requirements.txt', 'lib', '1.0')],
    ...states('newly-disclosed')
  },
  'a comment that names it': {
    base: { 'requirements.txt': '# lib==1.0\n' },
    head: { 'requirements.txt': 'lib==1.0\n' },
    found: [at('requirements.txt', 'lib', '1.0')],
    ...states('introduced')
  },
  'a manifest alone': {
    base: { 'package.json': '{"dependencies":{"lodash":"4.17.21"}}\n' },
    head: { 'package.json': '{"dependencies":{"lodash":"4.17.20"}}\n' },
    found: [at('package.json')],
    ...states('introduced')
  },
  'an override': {
    base: {
      'package.json': '{"dependencies":{"a":"1"},"overrides":{"lodash":"4.17.21"}}\n',
      'package-lock.json': npm({ 'node_modules/lodash': { version: '4.17.21' } })
    },
    head: {
      'package.json': '{"dependencies":{"a":"1"}}\n',
      'package-lock.json': npm({ 'node_modules/lodash': LODASH })
    },
    found: [at('package-lock.json')],
    ...states('introduced')
  },
  'an archive that is replaced': {
    base: { 'lib/x.jar': 'one' },
    head: { 'lib/x.jar': 'two' },
    found: [at('lib/x.jar', 'com.acme:lib', '1.0')],
    ...states('introduced')
  },
  'a member of an archive that is replaced': {
    base: { 'lib/x.jar': 'one' },
    head: { 'lib/x.jar': 'two' },
    found: [at('lib/x.jar!/inner.jar', 'com.acme:lib', '1.0')],
    ...states('introduced')
  },
  'an optional package that is new': lock({}, { 'node_modules/lodash': { ...LODASH, optional: true } }, 'introduced'),
  'a package of a peer that is new': lock({}, { 'node_modules/lodash': { ...LODASH, peer: true } }, 'introduced'),
  'another digest of a base image': {
    base: { Dockerfile: 'FROM alpine@sha256:1\nRUN x\n' },
    head: { Dockerfile: 'FROM alpine@sha256:2\nRUN x\n' },
    found: [{ ...at('Dockerfile', 'openssl', '1.0'), tool: 'Trivy' }],
    ...states('introduced')
  }
}

test('packages of lock files and manifests, without a baseline', async () => {
  expect(await statesOf(PACKAGES, false)).toEqual(expectedOf(PACKAGES))
})
