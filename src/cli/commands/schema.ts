import { configurationError } from '../../core/ground/errors.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { EXIT } from '../../gate/exit-codes.js'
import { SCHEMAS } from '../../generated/schemas.js'
import type { CliCommand } from '../command.js'

const NAMES = Object.keys(SCHEMAS)

/** `schema NAME`: the JSON Schema, for editors and checks. */
export const schemaCommand: CliCommand = {
  words: NAMES.join('|'),
  flags: {},
  async run({ words }, terminal) {
    const [name, ...more] = words
    const schema =
      name !== undefined && Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name as keyof typeof SCHEMAS] : undefined
    if (schema === undefined || more.length > 0) {
      const problem = name === undefined ? 'schema needs a name' : `There is no schema ${words.join(' ')}`
      throw configurationError(problem, oneOfHint(name ?? '', NAMES))
    }
    await terminal.out(schema.endsWith('\n') ? schema : `${schema}\n`)
    return EXIT.pass
  }
}
