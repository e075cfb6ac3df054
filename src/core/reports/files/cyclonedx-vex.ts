import type { Decision } from '../../decision/decision.js'
import type { ExceptionType } from '../../exceptions/exception.js'
import { parsePackageUrl } from '../../ground/package-url.js'
import type { ViewContext } from '../ground/view-context.js'
import { jsonText } from '../ground/visible-text.js'
import { nameUuid } from './name-uuid.js'
import { type VexClaim, vexClaims } from './vex-claims.js'
import { actionText, type Justification, justificationOf, notesText } from './vex-words.js'

/** CycloneDX' words for what OpenVEX says. https://cyclonedx.org/docs/1.6/json/#vulnerabilities_items_analysis */
const STATES = {
  not_affected: 'false_positive',
  affected: 'exploitable',
  under_investigation: 'in_triage'
} as const satisfies Readonly<Record<VexClaim['status'], string>>

const RESPONSES: Readonly<Record<ExceptionType, readonly string[]>> = {
  'risk-accept': ['will_not_fix'],
  mitigated: ['workaround_available'],
  'vendor-dependency': ['can_not_fix'],
  'break-glass': [],
  'false-positive': []
}

/** Where CycloneDX has a word for the same. */
const JUSTIFIED: Readonly<Record<Justification, string>> = {
  component_not_present: 'code_not_present',
  vulnerable_code_not_present: 'code_not_present',
  vulnerable_code_not_in_execute_path: 'code_not_reachable',
  vulnerable_code_cannot_be_controlled_by_adversary: 'code_not_reachable',
  inline_mitigations_already_exist: 'protected_by_mitigating_control'
}

/** The exceptions of the decision as a CycloneDX 1.6 document that holds vulnerabilities, and the components they are in. */
export function renderCycloneDxVex(decision: Decision, view: Pick<ViewContext, 'cloneAddress'> = {}): string {
  const { change, evaluatedAt, gate } = decision
  const claims = vexClaims(decision, view.cloneAddress ?? null)
  const refs = [...new Set(claims.flatMap(({ product, parts }) => [...(product === null ? [] : [product]), ...parts]))]
  const vulnerabilities = claims.map(vulnerabilityOf)
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${nameUuid('cyclonedx', change.repository ?? '', evaluatedAt, JSON.stringify(vulnerabilities))}`,
    version: 1,
    metadata: {
      timestamp: evaluatedAt,
      tools: { components: [{ type: 'application', name: 'policy-gate', version: gate.version }] },
      ...(change.repository === null
        ? {}
        : { component: { type: 'application', name: change.repository, version: change.headSha ?? undefined } })
    },
    components: refs.map(ref =>
      componentOf(
        ref,
        claims.some(({ product }) => product === ref)
      )
    ),
    vulnerabilities
  }
  return `${jsonText(document, 2)}\n`
}

function componentOf(purl: string, isProduct: boolean): object {
  const parsed = parsePackageUrl(purl)
  const type = parsed?.type === 'oci' ? 'container' : isProduct ? 'application' : 'library'
  const version = parsed?.version ?? null
  return { type, 'bom-ref': purl, name: parsed?.name ?? purl, ...(version === null ? {} : { version }), purl }
}

/** A part is affected in the product that it is in: the product is told in the properties, as CycloneDX knows one only. */
function vulnerabilityOf(claim: VexClaim): object {
  const { ids, product, parts, status, exceptions } = claim
  const [id, ...aliases] = ids
  const response = [...new Set(exceptions.flatMap(({ account }) => (account?.type ? RESPONSES[account.type] : [])))]
  return {
    id,
    ...(aliases.length === 0 ? {} : { references: aliases.map(alias => ({ id: alias, source: {} })) }),
    analysis: {
      state: STATES[status],
      ...(status === 'not_affected' ? { justification: JUSTIFIED[justificationOf(claim)] } : {}),
      ...(response.length === 0 ? {} : { response }),
      detail: status === 'affected' ? actionText(claim) : notesText(claim)
    },
    affects: parts.map(ref => ({ ref })),
    ...(product === null ? {} : { properties: [{ name: 'policy-gate:product', value: product }] })
  }
}
