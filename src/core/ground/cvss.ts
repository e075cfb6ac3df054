/** Weights of CVSS 3.0 and 3.1 (https://www.first.org/cvss/v3-1/specification-document, section 7.4). */
const WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 }
}
const PRIVILEGES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  U: { N: 0.85, L: 0.62, H: 0.27 },
  C: { N: 0.85, L: 0.68, H: 0.5 }
}

/** Up to the next tenth, in the way of version 3.1: sums of binary fractions must not lift a score by a tenth. */
function roundedUp(value: number): number {
  const scaled = Math.round(value * 100_000)
  return scaled % 10_000 === 0 ? scaled / 100_000 : (Math.floor(scaled / 10_000) + 1) / 10
}

/** The base score of a vector of CVSS 3.0 or 3.1 that stands in the text, or null where there is none or a base metric is missing. */
export function baseScoreOf(text: string): number | null {
  const [, vector] = /\bCVSS:3\.[01]\/([A-Za-z:/]{1,200})/.exec(text) ?? []
  if (vector === undefined) return null
  const metrics = new Map(
    vector.split('/').map((part): [string, string] => {
      const [name = '', value = ''] = part.split(':')
      return [name, value]
    })
  )
  const scope = metrics.get('S') ?? ''
  const weight = (name: string) => WEIGHTS[name]?.[metrics.get(name) ?? ''] ?? Number.NaN
  const privileges = PRIVILEGES[scope]?.[metrics.get('PR') ?? ''] ?? Number.NaN
  const lost = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'))
  const impact = scope === 'C' ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost
  const exploitability = 8.22 * weight('AV') * weight('AC') * privileges * weight('UI')
  if (Number.isNaN(impact + exploitability)) return null
  if (impact <= 0) return 0
  return roundedUp(Math.min((scope === 'C' ? 1.08 : 1) * (impact + exploitability), 10))
}
