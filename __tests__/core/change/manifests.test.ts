import { describe, expect, test } from '@jest/globals'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import { dependencyChanged, isInert } from '../../../src/core/change/manifests.js'
import type { Finding } from '../../../src/core/finding.js'
import { finding, place, replaceDiff } from '../identity/builders.js'

const diffOfFiles = (...paths: readonly string[]) =>
  parseDiff(paths.map(path => replaceDiff(path, 9, ['1'], ['2'])).join(''), 'x')
const reaches = (changed: string, manifest: string): boolean | null =>
  dependencyChanged(diffOfFiles(changed), finding({ category: 'sca', location: place(manifest, 1) }))

describe('a change of one file may change which dependencies another one comes to', () => {
  test.each([
    ['buildSrc/src/main/kotlin/Versions.kt', 'build.gradle.kts'],
    ['buildSrc/src/main/groovy/deps.groovy', 'app/build.gradle'],
    ['buildSrc/src/main/java/Deps.java', 'app/build.gradle'],
    ['build-logic/convention/src/main/kotlin/x.kt', 'app/build.gradle.kts'],
    ['gradle/wrapper/gradle-wrapper.properties', 'build.gradle'],
    ['gradle/libs.versions.toml', 'app/build.gradle'],
    ['versions.properties', 'app/build.gradle'],
    ['project/Dependencies.scala', 'build.sbt'],
    ['project/plugins.sbt', 'build.sbt'],
    ['project/build.properties', 'core/build.sbt'],
    ['.mvn/maven.config', 'pom.xml'],
    ['.mvn/extensions.xml', 'app/pom.xml'],
    ['.mvn/jvm.config', 'pom.xml'],
    ['.yarnrc.yml', 'yarn.lock'],
    ['.yarn/plugins/plugin-x.cjs', 'yarn.lock'],
    ['.pnpmfile.cjs', 'packages/a/package.json'],
    ['common/config/rush/common-versions.json', 'apps/a/package.json'],
    ['deno.jsonc', 'deno.lock'],
    ['bunfig.toml', 'bun.lock'],
    ['pylock.dev.toml', 'pyproject.toml'],
    ['conda-lock.yml', 'environment.yml'],
    ['pixi.lock', 'pyproject.toml'],
    ['global.json', 'src/App.csproj'],
    ['Directory.Packages.props', 'src/App.csproj'],
    ['.config/dotnet-tools.json', 'App.csproj'],
    ['.cargo/config.toml', 'Cargo.toml'],
    ['vendor/modules.txt', 'go.mod'],
    ['MODULE.bazel', 'maven_install.json'],
    ['MODULE.bazel.lock', 'third_party/requirements.txt'],
    ['WORKSPACE', 'go.mod'],
    ['deps.bzl', 'maven_install.json'],
    ['maven_install.json', 'pom.xml'],
    ['package.yaml', 'stack.yaml.lock'],
    ['stack.yaml', 'app.cabal'],
    ['cabal.project.freeze', 'app.cabal'],
    ['mix.lock', 'mix.exs'],
    ['rebar.lock', 'rebar.config'],
    ['Manifest.toml', 'Project.toml'],
    ['cpanfile.snapshot', 'cpanfile'],
    ['flake.nix', 'flake.lock'],
    ['Brewfile', 'Brewfile.lock.json'],
    ['elm.json', 'elm.json'],
    ['luarocks.lock', 'a-1.rockspec'],
    ['.tool-versions', 'go.mod'],
    ['package.json', 'vendor/a/index.js']
  ])('%s reaches %s', (changed, manifest) => {
    expect(reaches(changed, manifest)).toBe(true)
  })

  test.each([
    ['src/Versions.kt', 'build.gradle'],
    ['api/buildSrc/src/Versions.kt', 'web/build.gradle'],
    ['project.scala/x.ts', 'build.sbt'],
    ['api/.mvn/maven.config', 'pom.xml'],
    ['package.json', 'web/package-lock.json'],
    ['build.gradle', 'app/gradle.lockfile'],
    ['go.mod', 'package-lock.json']
  ])('%s does not reach %s', (changed, manifest) => {
    expect(reaches(changed, manifest)).toBe(false)
  })

  test('a manifest of which only the mode changes is governed by others like any', () => {
    const mode = 'diff --git a/app/pom.xml b/app/pom.xml\nold mode 100644\nnew mode 100755\n-- \n'
    const diff = parseDiff(`${mode}${replaceDiff('pom.xml', 1, ['1'], ['2'])}`, 'x')
    const found = finding({ category: 'sca', location: place('app/pom.xml', 1) })
    expect(dependencyChanged(diff, found)).toBe(true)
    expect(dependencyChanged(parseDiff(mode, 'x'), found)).toBe(false)
  })
})

describe('a change of documentation cannot have made a finding', () => {
  const inert = (parts: Partial<Finding>, ...changed: readonly string[]): boolean =>
    isInert(diffOfFiles(...changed), finding({ location: place('src/a.js', 1), ...parts }))

  test('in another file', () => {
    expect(inert({}, 'README.md', 'docs/x.png', 'LICENSE')).toBe(true)
    expect(inert({}, 'README.md', 'src/b.js')).toBe(false)
  })

  test.each<[string, Partial<Finding>]>([
    ['a secret', { category: 'secret' }],
    ['an image', { category: 'container' }],
    ['a commit of the history', { commit: 'a'.repeat(40) }],
    ['no place', { location: null }],
    ['a place that was mended', { claimedPlace: '/w/src/a.js' }],
    ['a place that nobody checked', { placeGround: 'unchecked' }],
    ['a file that the build made', { placeGround: 'generated' }],
    ['a place in what changed', { location: place('docs/build.md', 40) }],
    ['a second place in what changed', { otherLocations: [place('docs/build.md', 40)] }]
  ])('but not with %s', (_, parts) => {
    expect(inert(parts, 'docs/build.md')).toBe(false)
  })

  const renamed = (from: string, to: string) =>
    parseDiff(`diff --git a/${from} b/${to}\nsimilarity index 100%\nrename from ${from}\nrename to ${to}\n`, 'x')

  test('nor with a program that becomes a document, and is missing where it was', () => {
    const found = finding({ location: place('src/a.js', 1) })
    expect(isInert(renamed('src/guard.js', 'src/guard.md'), found)).toBe(false)
    expect(isInert(renamed('docs/a.md', 'docs/b.md'), found)).toBe(true)
  })

  test('a manifest that is moved away no longer governs where it was', () => {
    const at = (path: string): Finding => finding({ category: 'sca', location: place(path, 1) })
    const moved = renamed('web/package-lock.json', 'old/lock.txt')
    expect(dependencyChanged(moved, at('web/package.json'))).toBe(true)
    expect(dependencyChanged(moved, at('api/package.json'))).toBe(false)
  })

  test('an incomplete diff may touch more', () => {
    expect(isInert({ files: new Map(), complete: false }, finding({ location: place('a.js', 1) }))).toBe(false)
  })
})

test.each(['/package-lock.json', '//package-lock.json', '/a//package-lock.json'])(
  '%s has folders to the root, and an end',
  path => {
    expect(reaches('src/package.json', path)).not.toBeUndefined()
  }
)
