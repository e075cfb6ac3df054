import { editionText } from '../../ground/edition.js'
import { formatProblem } from '../../ground/errors.js'
import type { JsonValue } from '../../ground/json.js'
import type { Difference } from '../../history/differences.js'
import type { InputFault, Verification } from '../../history/verification.js'
import { clip, commandSafe, jsonText, visibleLine } from '../ground/visible-text.js'
import { count } from '../ground/wording.js'

/** Differences beyond these are only counted, and values beyond so many characters are cut: the JSON has them all. */
const SHOWN = 50
const LONGEST = 160

/** What `verify` found, for the terminal: the gate first where it is another one, then the answer, then what differs. */
export function verificationText(verification: Verification): string {
  const { name, inputs, unchecked, differences, problems, isIdentical } = verification
  const hidden = differences.length - SHOWN
  const lines = [
    ...editionLines(verification),
    `${isIdentical ? 'IDENTICAL' : 'NOT IDENTICAL'}  ${visibleLine(name)}`,
    ...section('The file', fileLines(verification)),
    ...section('Inputs', inputs.map(inputLine)),
    ...section('Cannot be checked here', unchecked.map(visibleLine)),
    ...section('It could not be evaluated again', problems.map(formatProblem).map(visibleLine)),
    ...section(`What differs: ${count(differences.length, 'member')}`, [
      ...differences.slice(0, SHOWN).map(differenceLine),
      ...(hidden > 0 ? [`… and ${hidden} more: --format json lists them`] : [])
    ])
  ]
  return commandSafe(`${lines.join('\n')}\n`)
}

/** The same for programs. What is not there is left out of a difference. */
export const verificationJson = ({ isIdentical, isIntact, here, ...rest }: Verification): string =>
  `${jsonText({ identical: isIdentical, intact: isIntact, gate: here, ...rest }, 2)}\n`

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`  ${title}`, ...lines.map(line => `    ${line}`)]

function editionLines({ recorded, here }: Verification): readonly string[] {
  if (recorded === null || (recorded.version === here.version && recorded.commit === here.commit)) return []
  return [`Decided by policy-gate ${visibleLine(editionText(recorded))}; this is ${editionText(here)}`]
}

function fileLines({ isIntact, unlikeLine }: Verification): readonly string[] {
  return [
    ...(isIntact === false ? ['its digest is not that of what it holds: it was changed after it was written'] : []),
    ...(isIntact === null ? ['it bears no digest'] : []),
    ...(unlikeLine === null
      ? []
      : [
          `it is not written as the gate writes it, from line ${unlikeLine} on: every member is the same, the bytes are not`
        ])
  ]
}

function inputLine({ kind, name, fault, recorded, now, reason }: InputFault): string {
  const place = `${kind} ${visibleLine(name)}`
  switch (fault) {
    case 'changed':
      return `changed: ${place}, sha256 ${recorded} recorded, ${now ?? 'another'} here`
    case 'missing':
      return `missing: ${place}, sha256 ${recorded}`
    case 'unrecorded':
      return `not recorded: ${place}, sha256 ${now}`
    case 'refused':
      return `not read: ${place}, ${visibleLine(reason ?? '')}`
    default:
      return fault satisfies never
  }
}

const differenceLine = ({ path, recorded, now }: Difference): string =>
  `${visibleLine(clip(path, LONGEST))}: ${valueText(recorded)} recorded, ${valueText(now)} now`

const valueText = (value: JsonValue | undefined): string =>
  value === undefined ? 'nothing' : visibleLine(clip(JSON.stringify(value), LONGEST))
