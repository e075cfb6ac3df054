import type { ExceptionPolicy } from './policy.js'

/** Whether anybody may approve an exception: where nobody may, none is offered. */
export const hasApprovers = ({ approvers: { teams, users, roles } }: Pick<ExceptionPolicy, 'approvers'>): boolean =>
  teams.length + users.length + roles.length > 0

/** Who may approve, each in a few words. */
export const approverNames = ({
  approvers: { teams, users, roles }
}: Pick<ExceptionPolicy, 'approvers'>): readonly string[] => [
  ...teams.map(team => `team ${team.replace(/^@/, '')}`),
  ...users.map(user => `@${user.replace(/^@/, '')}`),
  ...roles.map(role => `role ${role}`)
]
