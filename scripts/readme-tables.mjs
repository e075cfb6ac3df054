// What the README takes from the one place where it is defined: inputs and outputs from action.yml, and the reports.
import { load } from 'js-yaml'
import { between } from './between.mjs'

const cell = text => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ')

/** The README with what stands between its markers replaced. Throws where a marker is missing. */
export function withTables(readme, actionYaml, formats) {
  const { inputs, outputs } = load(actionYaml)
  const inputRows = Object.entries(inputs).map(([name, { description, required, default: fallback }]) => {
    const value = required ? 'required' : fallback === undefined ? '–' : `\`${cell(fallback)}\``
    return `| \`${name}\` | ${value} | ${cell(description)} |`
  })
  const outputRows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`)
  const tables = {
    inputs: ['', '| input | default | meaning |', '|---|---|---|', ...inputRows, ''].join('\n'),
    outputs: ['', '| output | meaning |', '|---|---|', ...outputRows, ''].join('\n'),
    formats: `\`--format ${cell(formats.join('|'))}\``
  }
  return Object.entries(tables).reduce((text, [name, content]) => between(text, 'README.md', name, content), readme)
}
