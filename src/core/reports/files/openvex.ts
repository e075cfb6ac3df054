import type { Decision } from '../../decision/decision.js'
import { editionText } from '../../ground/edition.js'
import type { ViewContext } from '../ground/view-context.js'
import { jsonText } from '../ground/visible-text.js'
import { nameUuid } from './name-uuid.js'
import { type VexClaim, vexClaims } from './vex-claims.js'
import { actionText, justificationOf, notesText } from './vex-words.js'

/**
 * The exceptions of the decision as OpenVEX 0.2 (https://github.com/openvex/spec): false positives are not affected,
 * whatever was accepted is affected, and says what is done. OpenVEX has no end: a statement holds until the next
 * document, and its notes say until when the exception does.
 */
export function renderOpenVex(decision: Decision, view: Pick<ViewContext, 'cloneAddress'> = {}): string {
  const { change, evaluatedAt, gate } = decision
  const statements = vexClaims(decision, view.cloneAddress ?? null).map(statementOf)
  const document = {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `urn:uuid:${nameUuid('openvex', change.repository ?? '', evaluatedAt, JSON.stringify(statements))}`,
    author: change.repository ?? 'Policy Gate',
    role: 'Exceptions to the security policy',
    timestamp: evaluatedAt,
    version: 1,
    tooling: `Policy Gate ${editionText(gate)}`,
    statements
  }
  return `${jsonText(document, 2)}\n`
}

const component = (purl: string): object => ({ '@id': purl, identifiers: { purl } })

function statementOf(claim: VexClaim): object {
  const { ids, product, parts, status } = claim
  const [name, ...aliases] = ids
  const products =
    product === null ? parts.map(component) : [{ ...component(product), subcomponents: parts.map(component) }]
  return {
    vulnerability: { name, ...(aliases.length === 0 ? {} : { aliases }) },
    products,
    status,
    ...(status === 'affected' ? { action_statement: actionText(claim) } : { status_notes: notesText(claim) }),
    ...(status === 'not_affected' ? { justification: justificationOf(claim) } : {})
  }
}
