/** Events of a small XML document, strictly read: what a conforming parser would refuse, throws. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

const NAME = '[A-Za-z][A-Za-z-]*'
const REFERENCE = '&(?:amp|lt|gt|quot|apos|#\\d{1,7});'
const ATTRIBUTE = `\\s+(${NAME})="((?:[^<&"]|${REFERENCE})*)"`
const TOKEN = new RegExp(`<(/?)(${NAME})((?:${ATTRIBUTE})*)(/?)>|((?:[^<&]|${REFERENCE})+)`, 'y')
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'"
}
const decode = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replace(/&\w+;/g, entity => ENTITIES[entity] ?? entity)

function take(token: RegExpExecArray, parent: XmlElement, open: XmlElement[]): void {
  const [, closing, name = '', attributes = '', , , empty, text] = token
  if (text !== undefined) parent.text += decode(text)
  else if (closing === '/') {
    if (parent.name !== name) throw new Error(`${name} closes ${parent.name}`)
    open.pop()
  } else {
    const pairs = [...attributes.matchAll(new RegExp(ATTRIBUTE, 'g'))]
    const values = Object.fromEntries(pairs.map(pair => [pair[1] ?? '', decode(pair[2] ?? '')]))
    const element: XmlElement = { name, attributes: values, children: [], text: '' }
    parent.children.push(element)
    if (empty !== '/') open.push(element)
  }
}

/** Reads XML 1.0 without DTD, comments and CDATA, which the reports do not write. */
export function parseXml(source: string): XmlElement {
  // XML 1.0 §2.2
  if (/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(source))
    throw new Error('a character that XML does not allow')
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (!source.startsWith(start)) throw new Error('no declaration')
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  TOKEN.lastIndex = start.length
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex
    const token = TOKEN.exec(source)
    const parent = open.at(-1)
    if (token === null || parent === undefined) throw new Error(`not well-formed at ${source.slice(at, at + 40)}`)
    take(token, parent, open)
  }
  const [only] = root.children
  if (open.length !== 1 || only === undefined || root.children.length !== 1) throw new Error('not one closed root')
  return only
}
