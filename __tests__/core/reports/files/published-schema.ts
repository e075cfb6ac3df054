import { existsSync, readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'

/** Schemas of their publishers, which are no part of this repository; null: there are none here. */
export const SCHEMAS = [process.env.POLICY_GATE_SCHEMAS ?? '../shared/schemas'].find(path => existsSync(path)) ?? null

if (SCHEMAS === null) console.warn('Skipped: no published schemas at ../shared/schemas')

const read = (file: string) => JSON.parse(readFileSync(`${SCHEMAS}/${file}`, 'utf8'))

/** What a published schema has against a document; nothing where the schemas are not here. */
export function objections(file: string, text: string, others: readonly string[] = []): readonly string[] {
  if (SCHEMAS === null) return []
  const validate = compiled.get(file) ?? compile(file, others)
  compiled.set(file, validate)
  validate(JSON.parse(text))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const compiled = new Map<string, ValidateFunction>()

function compile(file: string, others: readonly string[]): ValidateFunction {
  const schema = read(file)
  // The formats (date-time, iri) are not checked: they need a library of their own.
  const options = { strict: false, allErrors: true, validateFormats: false }
  const ajv = /2020-12/.test(schema.$schema) ? new Ajv2020(options) : new Ajv(options)
  for (const other of others) ajv.addSchema(read(other), `http://cyclonedx.org/schema/${other}`)
  return ajv.compile(schema)
}
