/** A text of people with the part between two markers replaced. Throws where a marker is missing. */
export function between(text, file, name, content) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${file} has no markers for ${name}`)
  return `${text.slice(0, from + start.length)}${content}${text.slice(to)}`
}
