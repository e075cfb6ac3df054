import type { ExceptionType } from '../../exceptions/exception.js'
import { maskSecrets } from '../../ground/credentials.js'
import { visibleLine } from '../ground/visible-text.js'
import type { VexClaim, VexException } from './vex-claims.js'

/** What is done about a vulnerability that an exception leaves in place. */
const ACTIONS: Readonly<Record<ExceptionType, string>> = {
  'risk-accept': 'The risk is accepted',
  mitigated: 'The risk is mitigated',
  'vendor-dependency': 'A fix is awaited from the vendor',
  'break-glass': 'The change was let in by break-glass, to be followed up',
  'false-positive': 'The finding is held to be false'
}

/** Why a product is not affected, in the words of OpenVEX (https://github.com/openvex/spec, "Status Justifications"). */
export const JUSTIFICATIONS = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist'
] as const
export type Justification = (typeof JUSTIFICATIONS)[number]

/**
 * The justification that all reasons name, where they name one and the same; else what "the scanner is wrong" means: the
 * vulnerable code is not there. The reasons themselves stand beside it.
 */
export function justificationOf({ exceptions }: VexClaim): Justification {
  const named = exceptions.map(({ account }) => JUSTIFICATIONS.filter(each => words(account?.reason).has(each)))
  const [first] = named[0] ?? []
  const isAgreed = first !== undefined && named.every(each => each.length === 1 && each[0] === first)
  return isAgreed ? first : 'vulnerable_code_not_present'
}

const words = (text: string | null | undefined): ReadonlySet<string> => new Set((text ?? '').match(/\w+/g))

/** What is done, until when, who approved it and why: a sentence for each exception. */
export const actionText = ({ exceptions, outcomes }: VexClaim): string => {
  const fixes = new Set(
    outcomes.flatMap(({ finding }) => {
      const { name, fixedVersion } = finding.package ?? { name: '', fixedVersion: null }
      return fixedVersion === null ? [] : [`Update ${name} to ${fixedVersion}`]
    })
  )
  return safe([...exceptions.map(exceptionText), ...fixes].join('. '))
}

/** Which exceptions say so, until when, and for what reasons. */
export const notesText = ({ exceptions, status }: VexClaim): string => {
  const told = exceptions.map(exceptionText).join('. ')
  return safe(status === 'under_investigation' ? `${told}. ${UNSETTLED}` : told)
}

const UNSETTLED = 'This is not known of every version and every place of it'

function exceptionText({ id, expires, account }: VexException): string {
  if (account === null) return `Excepted by ${id} until ${expires}`
  const { type, approvers, controls, ticket, reason } = account
  const told = [
    `${type === null ? 'Excepted' : ACTIONS[type]} until ${expires} (${id})`,
    approvers.length === 0 ? null : `approved by ${approvers.map(({ login }) => login).join(', ')}`,
    controls.length === 0 ? null : `controls: ${controls.join('; ')}`,
    ticket === null ? null : `ticket ${ticket}`
  ].filter(part => part !== null)
  return reason === null ? told.join(', ') : `${told.join(', ')}: ${reason}`
}

const safe = (text: string): string => visibleLine(maskSecrets(text))
