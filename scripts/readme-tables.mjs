// What the README takes from the one place where it is defined: inputs and outputs from action.yml, and the reports.
import { load } from 'js-yaml'

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
  return Object.entries(tables).reduce((text, [name, content]) => between(text, name, content), readme)
}

function between(text, name, content) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`README.md has no markers for ${name}`)
  return `${text.slice(0, from + start.length)}${content}${text.slice(to)}`
}
