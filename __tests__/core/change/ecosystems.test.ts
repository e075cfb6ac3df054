import { describe, expect, test } from '@jest/globals'
import { ecosystemsOf, handsDown, isLock, manifestPlaceOf } from '../../../src/core/change/ecosystems.js'

const numbersOf = (path: string): readonly number[] => ecosystemsOf(manifestPlaceOf(path))

/** Names of one ecosystem each, in the order of its kinds. */
const NAMES: readonly (readonly [string, string])[] = [
  [
    'JavaScript',
    'package.json package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml pnpm-lock.yml pnpm-workspace.yaml .pnpmfile.cjs .pnpmfile.js bun.lock bun.lockb bunfig.toml deno.json deno.jsonc deno.lock jsr.json bower.json lerna.json rush.json common-versions.json .npmrc .yarnrc .yarnrc.yml .nvmrc .node-version'
  ],
  [
    'Python',
    'requirements.txt requirements.in dev-requirements.txt requirements-dev.txt my.requirements.dev.in constraints.txt my-constraints-3.txt Pipfile Pipfile.lock poetry.lock poetry.toml pdm.lock pdm.toml uv.lock uv.toml pylock.toml pylock.dev.toml pyproject.toml hatch.toml setup.py setup.cfg environment.yml environment-dev.yaml conda-lock.yml my-conda-lock-linux.yaml pixi.toml pixi.lock pip.conf .python-version'
  ],
  ['Go', 'go.mod go.sum go.work go.work.sum modules.txt .go-version'],
  ['Rust', 'Cargo.toml Cargo.lock rust-toolchain rust-toolchain.toml'],
  [
    'the JVM',
    'pom.xml build.gradle settings.gradle.kts gradle.lockfile buildscript-gradle.lockfile libs.versions.toml versions.properties gradle.properties gradle-wrapper.properties verification-metadata.xml dependencies.lock build.sbt build.sc build.mill build.xml ivy.xml deps.edn project.clj maven_install.json maven_install_2.json'
  ],
  ['Ruby', 'Gemfile Gemfile.lock gems.rb gems.locked my.gemspec .ruby-version'],
  ['PHP', 'composer.json composer.lock symfony.lock'],
  [
    '.NET',
    'App.csproj App.fsproj App.vbproj Directory.Packages.props My.targets My.nuspec packages.config packages.lock.json App.deps.json paket.dependencies paket.lock paket.references global.json nuget.config NuGet.Config dotnet-tools.json'
  ],
  ['Apple', 'Package.swift Package.resolved Podfile Podfile.lock Cartfile Cartfile.resolved'],
  ['Dart', 'pubspec.yaml pubspec.yml pubspec.lock pubspec_overrides.yaml'],
  ['Erlang', 'mix.exs mix.lock rebar.config rebar.lock'],
  ['C++', 'conanfile.txt conanfile.py conan.lock vcpkg.json vcpkg-configuration.json build.zig.zon'],
  ['Haskell', 'stack.yaml stack.yaml.lock package.yaml my.cabal cabal.project cabal.project.freeze'],
  ['Julia', 'Project.toml Manifest.toml JuliaProject.toml JuliaManifest.toml Manifest-v1.11.toml'],
  [
    'others',
    'elm.json cpanfile cpanfile.snapshot my-1.rockspec luarocks.lock renv.lock DESCRIPTION shard.yml shard.lock my.nimble nimble.lock my.opam'
  ],
  [
    'images',
    'Dockerfile Containerfile Dockerfile.dev my.Dockerfile web-Containerfile.test compose.yaml docker-compose.dev.yml Chart.yaml Chart.lock requirements.yaml requirements.lock values.yaml values-prod.yml flake.nix flake.lock Brewfile Brewfile.lock.json .terraform.lock.hcl'
  ]
]

describe('what says which dependencies are used', () => {
  test.each(NAMES)('%s', (_, names) => {
    const all = names.split(' ')
    const [number] = numbersOf(all[0] ?? '')
    expect(number).toBeDefined()
    expect(all.filter(name => !numbersOf(name).includes(number ?? -1))).toEqual([])
    expect(all.filter(name => !numbersOf(`a/b/${name}`).includes(number ?? -1))).toEqual([])
  })

  test('each ecosystem has a number of its own', () => {
    const numbers = NAMES.map(([, names]) => numbersOf(names.split(' ')[0] ?? '')[0])
    expect(numbers).toEqual(NAMES.map((__, at) => at))
  })

  test.each(
    NAMES.flatMap(([, names]) => {
      const [name = ''] = names.split(' ')
      return [[`x${name}`], [`${name}x`]]
    }).filter(([name]) => !['xrequirements.txt', 'xApp.csproj'].includes(name ?? ''))
  )('%s is none', name => expect(numbersOf(name)).toEqual([]))

  test.each([
    ['my-package.json'],
    ['package.jsonl'],
    ['uv.lock.bak'],
    ['go.mod.orig'],
    ['Cargo.lock2'],
    ['xCargo.toml'],
    ['build.gradle.txt'],
    ['Gemfile.bak'],
    ['composer.json.dist'],
    ['App.csproj.user'],
    ['Podfile.rb'],
    ['pubspec.yaml.tmpl'],
    ['mix.exsx'],
    ['vcpkg.json5'],
    ['my.cabal.bak'],
    ['Manifest-vx.toml'],
    ['xProject.toml'],
    ['Project.toml.bak'],
    ['shard.lock.bak'],
    ['xDESCRIPTION'],
    ['myDockerfile'],
    ['Chart.yaml.bak'],
    ['my-Chart.yaml'],
    ['README.md'],
    ['index.js']
  ])('%s is none', name => expect(numbersOf(name)).toEqual([]))

  test.each([
    'MODULE.bazel MODULE.bazel.lock WORKSPACE WORKSPACE.bazel WORKSPACE.bzlmod deps.bzl .tool-versions mise.toml .mise.toml mise.local.toml versions.env'.split(
      ' '
    )
  ])('%s says it for all', (...names) => {
    for (const name of names) expect([name, numbersOf(name)]).toEqual([name, NAMES.map((_, at) => at)])
  })

  test.each([['xWORKSPACE'], ['WORKSPACE.x'], ['MODULE.bazel.bak'], ['deps.bzlx'], ['mise.tomlx'], ['amise.toml']])(
    '%s says it for none',
    name => expect(numbersOf(name)).toEqual([])
  )
})

describe('a file that is kept aside speaks for the folder above', () => {
  test.each([
    ['requirements/dev.txt', 'requirements/', 'requirements.txt'],
    ['a/b/requirements/base.in', 'a/b/requirements/', 'requirements.txt'],
    ['gradle/libs.toml', '', 'build.gradle'],
    ['a/b/gradle/scripts/x.gradle', 'a/b/', 'build.gradle'],
    ['a/gradle/verification-metadata.xml', 'a/', 'build.gradle'],
    ['buildSrc/src/Deps.kt', '', 'build.gradle'],
    ['a/b/build-logic/x/y.kts', 'a/b/', 'build.gradle'],
    ['project/Deps.scala', '', 'build.sbt'],
    ['a/b/project/c/d/plugins.sbt', 'a/b/', 'build.sbt'],
    ['a/b/project/build.properties', 'a/b/', 'build.sbt'],
    ['a/b/.mvn/maven.config', 'a/b/', 'pom.xml'],
    ['a/b/.yarn/plugins/x.cjs', 'a/b/', '.yarnrc.yml'],
    ['a/b/common/config/rush/pnpm-lock.yaml', 'a/b/', 'rush.json'],
    ['a/b/.cargo/config', 'a/b/', 'Cargo.toml'],
    ['.cargo/config.toml', '', 'Cargo.toml'],
    ['a/b/.bundle/config', 'a/b/', 'Gemfile'],
    ['a/b/vendor/modules.txt', 'a/b/', 'go.mod'],
    ['a/b/.config/dotnet-tools.json', 'a/b/', 'dotnet-tools.json']
  ])('%s', (path, folder, name) => expect(manifestPlaceOf(path)).toEqual({ folder, name }))

  test.each([
    ['requirements/a/dev.txt'],
    ['my-requirements/dev.txt'],
    ['requirements/dev.txt.bak'],
    ['my-gradle/libs.toml'],
    ['gradle/libs.toml.bak'],
    ['mybuildSrc/x.kt'],
    ['buildSrc/x.kt.bak'],
    ['myproject/Deps.scala'],
    ['project/Deps.scala.bak'],
    ['project/build.properties.bak'],
    ['x.mvn/maven.config'],
    ['x.yarn/x'],
    ['mycommon/config/rush/x'],
    ['x.cargo/config'],
    ['.cargo/config.tomlx'],
    ['x.bundle/config'],
    ['.bundle/config.x'],
    ['myvendor/modules.txt'],
    ['vendor/modules.txt.bak'],
    ['x.config/dotnet-tools.json'],
    ['.config/dotnet-tools.json.bak']
  ])('%s speaks for its own', path => {
    const cut = path.lastIndexOf('/') + 1
    expect(manifestPlaceOf(path)).toEqual({ folder: path.slice(0, cut), name: path.slice(cut) })
  })
})

describe('what counts for the folders below as well', () => {
  const INHERITED =
    'pom.xml build.gradle settings.gradle.kts gradle.properties versions.properties gradle-wrapper.properties libs.versions.toml build.sbt Directory.Build.props x.targets global.json NuGet.Config dotnet-tools.json Cargo.toml rust-toolchain rust-toolchain.toml go.work pnpm-workspace.yaml .pnpmfile.cjs .pnpmfile.js .npmrc .yarnrc .yarnrc.yml rush.json common-versions.json lerna.json .ruby-version .nvmrc cabal.project cabal.project.local stack.yaml rebar.config WORKSPACE mise.toml'
  const LOCKS =
    'package-lock.json npm-shrinkwrap.json go.sum Package.resolved cabal.project.freeze cpanfile.snapshot Manifest.toml JuliaManifest-v1.11.toml maven_install.json gems.locked'
  const NEITHER =
    'package.json go.mod requirements.txt pyproject.toml Gemfile composer.json xpom.xml pom.xmlx go.workx xgo.work my.sum.txt x.resolved.md xManifest.toml my_maven_install.json .x-version.md'

  test('manifests that hand versions down', () => {
    for (const name of INHERITED.split(' ')) expect([name, handsDown(manifestPlaceOf(name))]).toEqual([name, true])
  })
  test('locks', () => {
    for (const name of LOCKS.split(' '))
      expect([name, isLock(manifestPlaceOf(name)), handsDown(manifestPlaceOf(name))]).toEqual([name, true, true])
  })
  test('no others', () => {
    for (const name of NEITHER.split(' '))
      expect([name, isLock(manifestPlaceOf(name)), handsDown(manifestPlaceOf(name))]).toEqual([name, false, false])
  })
})
