import { describe, expect, test } from '@jest/globals'
import { coversPackage, packageUrlOf, parsePackageUrl, registryName } from '../../../src/core/ground/package-url.js'

/** By the rules of https://github.com/package-url/purl-spec: what is written, and its canonical form. */
const CANONICAL: readonly (readonly [string, string])[] = [
  ['pkg:npm/lodash@4.17.20', 'pkg:npm/lodash@4.17.20'],
  ['PKG:NPM/lodash@4.17.20', 'pkg:npm/lodash@4.17.20'],
  ['pkg://npm/lodash', 'pkg:npm/lodash'],
  ['pkg:///npm///lodash', 'pkg:npm/lodash'],
  ['pkg:npm/@angular/core@12.0.0', 'pkg:npm/%40angular/core@12.0.0'],
  ['pkg:npm/%40angular/core@12.0.0', 'pkg:npm/%40angular/core@12.0.0'],
  ['pkg:npm/@angular/core', 'pkg:npm/%40angular/core'],
  ['pkg:pypi/Django_package@1.11.1', 'pkg:pypi/django-package@1.11.1'],
  ['pkg:golang/github.com/Gin-Gonic/Gin@v1.4.0', 'pkg:golang/github.com/gin-gonic/gin@v1.4.0'],
  [
    'pkg:golang/google.golang.org/genproto@abcdef#googleapis/api/annotations/',
    'pkg:golang/google.golang.org/genproto@abcdef#googleapis/api/annotations'
  ],
  ['pkg:github/Package-URL/purl-Spec@244fd47e07d1004', 'pkg:github/package-url/purl-spec@244fd47e07d1004'],
  ['pkg:bitbucket/Birkenfeld/Pygments-main@244fd47', 'pkg:bitbucket/birkenfeld/pygments-main@244fd47'],
  ['pkg:composer/Laravel/Framework@5.5.0', 'pkg:composer/laravel/framework@5.5.0'],
  ['pkg:deb/Debian/Curl@7.50.3-1?distro=jessie&arch=i386', 'pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie'],
  ['pkg:rpm/Fedora/curl@7.50.3-1.fc25?Arch=i386&distro=', 'pkg:rpm/fedora/curl@7.50.3-1.fc25?arch=i386'],
  ['pkg:pub/Flutter-Test@1', 'pkg:pub/flutter_test@1'],
  ['pkg:huggingface/microsoft/deberta-v3-base@559062AD', 'pkg:huggingface/microsoft/deberta-v3-base@559062ad'],
  [
    'pkg:maven/org.apache.commons/io@1.3.4?type=zip&classifier=dist',
    'pkg:maven/org.apache.commons/io@1.3.4?classifier=dist&type=zip'
  ],
  ['pkg:nuget/Newtonsoft.Json@13.0.1', 'pkg:nuget/Newtonsoft.Json@13.0.1'],
  ['pkg:gem/ruby-advisory-db@1.1+x', 'pkg:gem/ruby-advisory-db@1.1%2Bx'],
  ['pkg:docker/cassandra@sha256:244fd47e07d1004f0aed9c', 'pkg:docker/cassandra@sha256:244fd47e07d1004f0aed9c'],
  ['pkg:generic/a@1#/./b//../c/', 'pkg:generic/a@1#b/c'],
  // Colons stand for themselves everywhere, and nothing else that could be taken for a sign.
  ['pkg:deb/debian/a@1%3A2.4-2+b1?arch=amd64', 'pkg:deb/debian/a@1:2.4-2%2Bb1?arch=amd64'],
  [
    'pkg:generic/a@1?download_url=https://a.example/b.tar.gz&checksum=sha1:ad9503,sha256:41bf',
    'pkg:generic/a@1?checksum=sha1:ad9503%2Csha256:41bf&download_url=https:%2F%2Fa.example%2Fb.tar.gz'
  ],
  ['pkg:generic/a?vcs_url=git+https://a.example/b@c', 'pkg:generic/a?vcs_url=git%2Bhttps:%2F%2Fa.example%2Fb%40c'],
  ['pkg:bazel/rules_a@8#java/run:files', 'pkg:bazel/rules_a@8#java/run:files'],
  ["pkg:generic/a'(b)*!~@1", 'pkg:generic/a%27%28b%29%2A%21~@1'],
  // Qualifiers are in the order of their keys alone.
  ['pkg:conan/a@1?compiler.version=16&compiler=gcc', 'pkg:conan/a@1?compiler=gcc&compiler.version=16'],
  // Names and versions that the definition of the type does not tell apart by case.
  ['pkg:brew/Some-Org/Tap/SQLite@3', 'pkg:brew/some-org/tap/sqlite@3'],
  ['pkg:git/GitHub.com/Some/Repo@AB12', 'pkg:git/github.com/some/repo@AB12'],
  ['pkg:alpm/Arch/Pacman@6', 'pkg:alpm/arch/pacman@6'],
  ['pkg:luarocks/User/Name@0.1.0-1', 'pkg:luarocks/user/name@0.1.0-1'],
  ['pkg:otp/ASN1@5', 'pkg:otp/asn1@5'],
  ['pkg:yocto/Core/glibc@2', 'pkg:yocto/core/glibc@2'],
  ['pkg:vscode-extension/RedHat/Java@1.0-Beta', 'pkg:vscode-extension/redhat/java@1.0-beta'],
  ['pkg:pypi/a@1.0RC1', 'pkg:pypi/a@1.0rc1'],
  ['pkg:oci/Debian@sha256:AB', 'pkg:oci/debian@sha256:ab'],
  [
    'pkg:mlflow/Fraud@3?repository_url=https://a.azuredatabricks.net/x',
    'pkg:mlflow/fraud@3?repository_url=https:%2F%2Fa.azuredatabricks.net%2Fx'
  ],
  [
    'pkg:mlflow/Fraud@3?repository_url=https://a.azureml.ms/x',
    'pkg:mlflow/Fraud@3?repository_url=https:%2F%2Fa.azureml.ms%2Fx'
  ],
  // Without what its type requires it is still the package that a tool means.
  ['pkg:maven/commons-io@1.3.4', 'pkg:maven/commons-io@1.3.4'],
  ['pkg:swift/Alamofire', 'pkg:swift/Alamofire'],
  ['pkg:cran/A3', 'pkg:cran/A3'],
  ['pkg:golang/a.b/c@v1.2', 'pkg:golang/a.b/c@v1.2'],
  ['pkg:pub/A.b', 'pkg:pub/a.b']
]

describe('a package URL', () => {
  test.each(CANONICAL)('%s is %s', (written, expected) => {
    expect(parsePackageUrl(written)?.text).toBe(expected)
    expect(parsePackageUrl(expected)?.text).toBe(expected)
  })

  test.each([
    '',
    'pkg:',
    'pkg:npm',
    'pkg:npm/',
    'npm/a@1',
    'pkg:/a',
    'pkg:n&g/a',
    'pkg:3g/a',
    'pkg:npm/a%',
    // A version, or a scope, and no name.
    'pkg:maven/@1.3.4',
    'pkg:swift/github.com/a/@1.3.4',
    'pkg:npm/@angular',
    'pkg:npm/a\nb',
    'pkg:npm/a?1b=c',
    'https://npm/a',
    `pkg:npm/${'a'.repeat(3000)}`
  ])('%p is none', text => {
    expect(parsePackageUrl(text)).toBeNull()
  })

  test.each<[string, string, string | null, string | null]>([
    ['npm', 'lodash', '4.17.20', 'pkg:npm/lodash@4.17.20'],
    ['npm', '@angular/core', '1.0.0', 'pkg:npm/%40angular/core@1.0.0'],
    ['maven', 'org.apache:commons', null, 'pkg:maven/org.apache/commons'],
    ['pypi', 'Foo_Bar', '1', 'pkg:pypi/foo-bar@1'],
    ['golang', 'github.com/Gin-Gonic/gin', 'v1.4.0', 'pkg:golang/github.com/gin-gonic/gin@v1.4.0'],
    ['deb', 'curl', '1:7.5+dfsg-1', 'pkg:deb/curl@1:7.5%2Bdfsg-1'],
    ['npm', 'a b?#', '1', 'pkg:npm/a%20b%3F%23@1'],
    ['npm', '//', '1', null],
    ['npm', '@angular', '1', null],
    ['no type', 'a', '1', null]
  ])('of %s %s %s', (type, name, version, expected) => {
    expect(packageUrlOf(type, name, version)).toBe(expected)
  })
})

test.each<[string, string, string, boolean]>([
  ['pypi', 'zope.interface', 'Zope_Interface', true],
  ['pypi', 'a', 'b', false],
  ['cargo', 'serde_json', 'serde-json', true],
  ['nuget', 'Newtonsoft.Json', 'newtonsoft.json', true],
  ['gem', 'Foo', 'foo', false],
  ['npm', 'a-b', 'a_b', false],
  ['constructor', 'a', 'a', true]
])('%s takes %s and %s for one: %p', (type, one, other, expected) => {
  expect(registryName(type, one) === registryName(type, other)).toBe(expected)
})

describe('a package URL covers another', () => {
  test.each<[string, string, string | null, boolean]>([
    ['pkg:npm/a', 'pkg:npm/a@1', null, true],
    ['pkg:npm/a@1', 'pkg:npm/a@1', null, true],
    ['pkg:npm/a@1', 'pkg:npm/a@2', null, false],
    ['pkg:npm/a@1', 'pkg:npm/a', '1', true],
    ['pkg:npm/a@1', 'pkg:npm/a', '2', false],
    ['pkg:npm/a@1', 'pkg:npm/a', null, false],
    ['pkg:golang/a.b/c@1.0.0', 'pkg:golang/a.b/c@v1.0.0', null, true],
    ['pkg:pypi/Zope.Interface', 'pkg:pypi/zope_interface@1', null, true],
    ['pkg:deb/debian/curl?arch=i386', 'pkg:deb/debian/curl@1?arch=i386&distro=jessie', null, true],
    ['pkg:deb/debian/curl?arch=i386', 'pkg:deb/debian/curl@1?arch=amd64', null, false],
    ['pkg:deb/debian/curl?arch=i386', 'pkg:deb/debian/curl@1', null, false],
    ['pkg:golang/a.b/c#d', 'pkg:golang/a.b/c#d', null, true],
    ['pkg:golang/a.b/c#d', 'pkg:golang/a.b/c', null, false],
    ['pkg:npm/a', 'pkg:pypi/a', null, false]
  ])('%s, %s (%p): %p', (wanted, found, version, expected) => {
    const [one, other] = [parsePackageUrl(wanted), parsePackageUrl(found)]
    expect(one !== null && other !== null && coversPackage(one, other, version)).toBe(expected)
  })
})
