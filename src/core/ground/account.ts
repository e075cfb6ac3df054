/**
 * An account as the platform's API tells it. Logins can be renamed and imitated: the numeric id is the identity, the
 * login is for people.
 */
export interface Account {
  readonly id: number
  readonly login: string
  /** `User`, `Bot`, `Organization`, `Mannequin`… */
  readonly type: string
}
