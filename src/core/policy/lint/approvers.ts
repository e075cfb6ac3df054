import { wholeFile } from '../../ground/errors.js'
import { nearest } from '../../yaml/nearest.js'
import { hasApprovers } from '../approvers.js'
import { type Policy, TIERS } from '../policy.js'
import { type LintGround, type LintWarning, layerPlace, ownTexts } from './warning.js'

/** Where people keep exceptions, as every example has it. */
const USUAL_FILE = '.github/policy-exceptions.yml'

/** Exceptions that nobody can approve, that never end, or that nobody reads. */
export function exceptionWarnings(policy: Policy, { checkout, hasExceptions }: LintGround): readonly LintWarning[] {
  const { exceptions, layers } = policy
  const last = layers.at(-1)?.name ?? ''
  const found: LintWarning[] = []
  const say = (path: readonly string[], message: string, hint: string, concernsRun = false) => {
    const layer = policy.origins.get(path.join('.')) ?? last
    found.push({
      place: path.length === 0 ? wholeFile(last) : layerPlace(policy, layer, path),
      message,
      hint,
      concernsRun
    })
  }
  if (!hasApprovers(exceptions)) say([], 'nobody can approve an exception', 'Add `exceptions.approvers`')
  else if (exceptions.approvers.teams.length + exceptions.approvers.roles.length === 0) {
    const people = new Set(exceptions.approvers.users.map(user => user.toLowerCase())).size
    for (const [key, count] of exceptions.quorum) {
      if (count <= people) continue
      const message = `\`exceptions.quorum.${key}\` asks for ${count} approvals, and ${people} ${people === 1 ? 'person' : 'people'} may approve`
      say(['exceptions', 'quorum', key], message, 'Name more approvers: nobody can approve this as it is')
    }
  }
  if (TIERS.some(tier => exceptions.maxDuration.byTier.get(tier)?.get('critical') === undefined)) {
    say([], 'exceptions for critical findings may run without end', 'Add `exceptions.max-duration`')
  }
  if (exceptions.requireLabel && exceptions.labels.approved === null) {
    const message = '`exceptions.require-label` is set, but no layer names the label, so no approval can count'
    say([], message, 'Add `exceptions.labels.approved`')
  }
  const { requested, approved } = exceptions.labels
  if (requested !== null && requested.toLowerCase() === approved?.toLowerCase()) {
    const message = '`exceptions.labels` has one label for what is requested and for what is approved'
    say(['exceptions', 'labels', 'approved'], message, 'Give them two names')
  }
  if (exceptions.file === null && checkout?.includes(USUAL_FILE) === true) {
    const message = `\`${USUAL_FILE}\` is there, and no layer names it, so it counts only where it is given`
    say([], message, `Add \`exceptions.file: ${USUAL_FILE}\``)
  }
  if (hasExceptions === false) {
    const message = `the exceptions file \`${exceptions.file}\` is not there, so no exception counts`
    say(['exceptions', 'file'], message, 'Correct the path, or write the file: `version: 1` and `exceptions: []`', true)
  }
  return [...found, ...roleWarnings(policy)]
}

/** Roles that every repository of GitHub has, as its interface names them; organisations may have more. */
const ROLES = ['admin', 'maintain', 'write', 'triage', 'read'] as const

/** What people call them, and what other interfaces of GitHub do. */
const CALLED: Readonly<Record<string, (typeof ROLES)[number]>> = {
  owner: 'admin',
  owners: 'admin',
  administrator: 'admin',
  administrators: 'admin',
  admins: 'admin',
  maintainer: 'maintain',
  maintainers: 'maintain',
  developer: 'write',
  collaborator: 'write',
  push: 'write',
  writer: 'write',
  pull: 'read',
  reader: 'read'
}

function roleWarnings(policy: Policy): readonly LintWarning[] {
  return ownTexts(policy).flatMap(({ info: { name: layer }, document }) =>
    (document.exceptions?.approvers?.roles ?? []).flatMap((role, index): readonly LintWarning[] => {
      if (ROLES.some(known => known === role)) return []
      const meant = CALLED[role.toLowerCase()] ?? nearest(role, ROLES)
      if (meant === null) return []
      const message = `\`exceptions.approvers\` names the role \`${role}\`, which GitHub does not have: nobody holds it`
      const place = layerPlace(policy, layer, ['exceptions', 'approvers', 'roles', index])
      return [{ place, message, hint: `Write \`${meant}\``, concernsRun: true }]
    })
  )
}
