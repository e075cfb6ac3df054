import { expect, test } from '@jest/globals'
import { nameOffences } from './names.js'
import { readModule } from './source-module.js'

const offencesOf = (files: Readonly<Record<string, string>>) =>
  nameOffences(Object.entries(files).map(([path, text]) => readModule(path, text)))

test.each([
  ['two types', 'export interface Place { x: 1 }', 'export type Place = string'],
  ['a type and a value', 'export type place = string', 'export const place = 1'],
  ['two functions', 'export function place() {}', 'export async function place() {}'],
  ['a destructured value', 'export const { place } = { place: 1 }', 'export const place = 2'],
  ['a class and an enum', 'export class Place {}', 'export enum Place { a }'],
  ['an export under another name', 'const here = 1\nexport { here as place }', 'export const place = 2']
])('finds %s of one name', (_what, one, other) => {
  expect(offencesOf({ 'a.ts': one, 'b/b.ts': other })).toEqual([
    expect.stringMatching(/^a\.ts, b\/b\.ts: [pP]lace has several meanings$/)
  ])
})

test('finds a type of one file under a name that another one exports', () => {
  const offences = offencesOf({ 'a.ts': 'export interface Place { x: 1 }', 'b.ts': 'interface Place { y: 2 }' })
  expect(offences).toEqual(['b.ts: Place means something else in a.ts'])
})

test('lets a name be passed on, be overloaded, be a type and its values, and be a function that a file keeps', () => {
  expect(
    offencesOf({
      'a.ts': 'export const PLACES = [1] as const\nexport type PLACES = 1\nexport const other = 1',
      'b.ts': "import { other } from './a.js'\nexport { other }\nexport { PLACES } from './a.js'",
      'c.ts': 'export function more(a: 1): 1\nexport function more(a: 1) { return a }',
      'd.ts': 'function more() {}',
      'generated/e.ts': 'export type PLACES = 1'
    })
  ).toEqual([])
})
