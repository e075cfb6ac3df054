import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { packageUrlOf, parsePackageUrl } from '../../../src/core/ground/package-url.js'

/**
 * The specification's own tests, of a checkout of https://github.com/package-url/purl-spec that PURL_SPEC names. No
 * package of a registry has them; `package-url.test.ts` has rows of our own for each kind that they hold.
 */
const CHECKOUT = process.env.PURL_SPEC ?? null
const FOLDER = CHECKOUT === null ? null : join(CHECKOUT, 'tests')

interface Parts {
  readonly type: string | null
  readonly namespace: string | null
  readonly name: string | null
  readonly version: string | null
  readonly qualifiers: Readonly<Record<string, string>> | null
  readonly subpath: string | null
}

interface Case {
  readonly description: string
  readonly test_type: 'parse' | 'build' | 'validate' | 'roundtrip'
  readonly input: string | Parts
  readonly expected_output?: string | Parts | null
  readonly expected_failure: boolean
}

/**
 * Refused by the specification and read here: what a type asks for besides a name, or forbids in one, and keys of
 * qualifiers in capitals. A tool that leaves out a namespace still means its package, and evidence is not dropped for it.
 */
const READ_ALL_THE_SAME =
  /^pkg:(?:chrome-extension|cpan|julia|otp|swift|vcpkg|vscode-extension)\/|^[^?]*\?(?:[^#]*&)?[a-z._-]*[A-Z]/

const nameOf = ({ namespace, name }: Parts): string => (namespace ? `${namespace}/${name}` : `${name}`)

const partsOf = (text: string) => {
  const parsed = parsePackageUrl(text)
  if (parsed === null) return null
  const { type, name, version, qualifiers, subpath } = parsed
  return { type, name, version, qualifiers: [...qualifiers].sort(), subpath }
}

const wantedParts = (parts: Parts) => ({
  type: parts.type,
  name: nameOf(parts),
  version: parts.version,
  qualifiers: Object.entries(parts.qualifiers ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .sort(),
  subpath: parts.subpath
})

/** The gate builds package URLs without qualifiers and subpath only. */
const isBuilt = ({ input }: Case): boolean =>
  typeof input === 'string' || (Object.keys(input.qualifiers ?? {}).length === 0 && !input.subpath)

function built({ type, name, version, ...rest }: Parts): string | null {
  return type === null || name === null ? null : packageUrlOf(type, nameOf({ type, name, version, ...rest }), version)
}

function casesIn(folder: string): readonly (readonly [string, Case])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('-test.json'))
    .sort()
    .flatMap(file => {
      const { tests } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly tests: readonly Case[] }
      return tests.filter(isBuilt).map(each => [`${file}: ${each.description}`, each] as const)
    })
}

if (FOLDER === null) {
  test.skip('the tests of the specification: set PURL_SPEC to a checkout of package-url/purl-spec', () => {})
} else {
  test('PURL_SPEC has the tests of the specification', () => {
    expect(existsSync(join(FOLDER, 'spec'))).toBe(true)
    expect(casesIn(FOLDER).length).toBeGreaterThan(400)
  })

  describe('the tests of the specification', () => {
    test.each(casesIn(FOLDER))('%s', (_, { input, expected_output: wanted, expected_failure: fails }) => {
      if (typeof input === 'string') {
        if (!fails && typeof wanted === 'object' && wanted !== null) {
          expect(partsOf(input)).toEqual(wantedParts(wanted))
        } else if (!fails) expect(parsePackageUrl(input)?.text).toBe(wanted)
        else if (!READ_ALL_THE_SAME.test(input)) expect(parsePackageUrl(input)).toBeNull()
      } else {
        const text = built(input)
        if (!fails) expect(text).toBe(wanted)
        else if (text === null || !READ_ALL_THE_SAME.test(text)) expect(text).toBeNull()
      }
    })
  })
}
