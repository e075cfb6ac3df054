import type { Common } from '../../../history/fleet/rows/common.js'
import type { DecisionRows } from '../../../history/fleet/rows/rows.js'
import { type EventParts, milliseconds, type OcsfEvent, ocsfEvent, some } from './ocsf-event.js'

type Found = DecisionRows['outcomes'][number]

/**
 * A finding that names a vulnerability or a class of weakness is a Vulnerability Finding. OCSF takes none that names
 * neither (a secret, a misconfiguration): it is a Compliance Finding against the rules of the policy.
 */
export function findingEvent(common: Common, found: Found): OcsfEvent {
  const vulnerabilities = vulnerabilitiesOf(found)
  const { message, path, start_line, finding_id, rule_id, category, severity } = found
  const { path: _path, message: _message, first_detected, first_detected_s, ...unmapped } = found
  const line = start_line === null ? '' : `:${start_line}`
  const place = path === null ? found.claimed_place : `${path}${line}`
  return ocsfEvent(common, {
    class: vulnerabilities.length > 0 ? 'vulnerability' : 'compliance',
    activity: activityOf(found),
    uid: finding_id,
    title: place === null ? rule_id : `${rule_id} in ${place}`,
    types: [category],
    message,
    severity,
    status: statusOf(found),
    firstSeen: first_detected_s,
    body: vulnerabilities.length > 0 ? { vulnerabilities } : { compliance: complianceOf(found) },
    unmapped
  })
}

function activityOf({ is_open, state }: Found): EventParts['activity'] {
  if (!is_open) return 'close'
  if (state === 'existing') return 'update'
  return state === 'introduced' || state === 'newly-disclosed' ? 'create' : 'unknown'
}

/** What was accepted was not found to be benign: OCSF has no word for it but its own. */
function statusOf({ is_open, was_looked_for, reason, state }: Found): EventParts['status'] {
  if (!is_open) return { id: 4, text: 'Resolved' }
  if (!was_looked_for) return { id: 99, text: 'not looked for' }
  if (reason === 'excepted' || reason === 'suppressed') return { id: 99, text: reason }
  if (state === 'introduced' || state === 'newly-disclosed') return { id: 1, text: 'New' }
  return state === 'existing' ? { id: 99, text: 'existing' } : { id: 0, text: 'Unknown' }
}

/** One for each advisory; a weakness that names none is one, of its first class. */
function vulnerabilitiesOf(found: Found): readonly OcsfEvent[] {
  const ids = found.identifiers.split(' ').filter(id => id !== '')
  const cves = ids.filter(id => /^CVE-/i.test(id))
  const advisories = ids.filter(id => !/^(?:CVE|CWE)-/i.test(id) && ADVISORY.test(id))
  const [cwe] = ids.filter(id => /^CWE-/i.test(id))
  const shared = sharedOf(found)
  if (cves.length > 0) return cves.map(uid => ({ cve: cveOf(uid, cves.length, found, cwe), ...shared }))
  if (advisories.length > 0) return advisories.map(uid => ({ advisory: { uid }, ...shared }))
  return cwe === undefined ? [] : [{ cwe: { uid: cwe }, ...shared }]
}

/** Databases of advisories; classes of weaknesses and numbers of benchmarks are none. */
const ADVISORY = /^(?:GHSA|MAL|OSV|PYSEC|RUSTSEC|GO|DSA|DLA|RHSA|USN|ALAS|ELSA|SNYK|NSWG|GMS)-/i

/** A score or class of a finding about several is known of none of them. */
function cveOf(uid: string, count: number, { epss }: Found, cwe: string | undefined): OcsfEvent {
  if (count > 1) return { uid }
  return {
    uid,
    ...(epss === null ? {} : { epss: { score: String(epss) } }),
    ...(cwe === undefined ? {} : { related_cwes: [{ uid: cwe }] })
  }
}

function sharedOf(found: Found): OcsfEvent {
  const { message, rule_id, severity, package_name, package_version, first_detected_s } = found
  const isPackage = package_name !== null && package_version !== null
  return {
    title: rule_id,
    desc: message,
    severity,
    ...some({ is_fix_available: found.fix_available, first_seen_time: milliseconds(first_detected_s) }),
    ...(isPackage ? { affected_packages: [packageOf(found, package_name, package_version)] } : {}),
    ...(!isPackage && found.path !== null ? { affected_code: [codeOf(found, found.path)] } : {})
  }
}

const packageOf = (found: Found, name: string, version: string): OcsfEvent => ({
  name,
  version,
  ...some({ purl: found.package_purl, fixed_in_version: found.fixed_version, path: found.path })
})

const codeOf = ({ start_line, rule_id }: Found, path: string): OcsfEvent => ({
  file: { name: path.slice(path.lastIndexOf('/') + 1), path, type_id: 1 },
  rule: { uid: rule_id },
  ...some({ start_line })
})

function complianceOf({ verdict, rules, controls, rule_id }: Found): OcsfEvent {
  const requirements = [...rules.split(' '), ...controls.split(' ')].filter(word => word !== '')
  const [status_id, status] = { block: [3, 'Fail'], warn: [99, 'warn'], pass: [99, 'pass'] }[verdict] ?? [0, 'Unknown']
  return { control: rule_id, requirements, status_id, status, status_code: verdict }
}
