/** Kinds of accounts; `other` is whatever the platform adds, and is nobody. */
export const ACCOUNT_TYPES = ['User', 'Bot', 'Organization', 'Mannequin', 'other'] as const
export type AccountType = (typeof ACCOUNT_TYPES)[number]

/**
 * An account as the platform's API tells it. Logins can be renamed and imitated: the numeric id is the identity, the
 * login is for people.
 */
export interface Account {
  readonly id: number
  readonly login: string
  readonly type: AccountType
}

/** The kind that the platform names, null for none. */
export const accountTypeOf = (text: string | null): AccountType => ACCOUNT_TYPES.find(type => type === text) ?? 'other'
