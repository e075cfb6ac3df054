// The tables of inputs and outputs in the README, from action.yml: the one place where they are defined.
import { load } from 'js-yaml'
import { between } from './between.mjs'

const cell = text => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ')

/** The README with both tables replaced. Throws where a marker is missing. */
export function withTables(readme, actionYaml) {
  const { inputs, outputs } = load(actionYaml)
  const inputRows = Object.entries(inputs).map(([name, { description, required, default: fallback }]) => {
    const value = required ? 'required' : fallback === undefined ? '–' : `\`${cell(fallback)}\``
    return `| \`${name}\` | ${value} | ${cell(description)} |`
  })
  const outputRows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`)
  const tables = {
    inputs: ['| input | default | meaning |', '|---|---|---|', ...inputRows],
    outputs: ['| output | meaning |', '|---|---|', ...outputRows]
  }
  return Object.entries(tables).reduce(
    (text, [name, lines]) => between(text, 'README.md', name, lines.join('\n')),
    readme
  )
}
