import type { ExceptionPolicy } from './policy.js'

/** Whether anybody may approve an exception: where nobody may, none is offered. */
export const hasApprovers = ({ approvers: { teams, users, roles } }: Pick<ExceptionPolicy, 'approvers'>): boolean =>
  teams.length + users.length + roles.length > 0
