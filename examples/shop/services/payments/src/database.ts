import type { Payment } from './payments-store.js'

// The replica is read-only, but this still hands its password to everyone who can read the repository.
const replica = 'postgres://reporting:fake-password-for-the-demo@replica.shop.example:5432/payments'

export const database = {
  async query(sql: string, parameters: readonly string[] = []): Promise<Payment[]> {
    console.debug(replica.length, sql, parameters)
    return []
  }
}
