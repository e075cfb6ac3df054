import { database } from './database.js'

export interface Payment {
  readonly id: string
  readonly amount: number
  readonly status: string
}

/** Payments of one customer. */
export async function findPayments(customer: string, status: string): Promise<Payment[]> {
  const sql = `SELECT id, amount, status FROM payments WHERE customer = '${customer}' AND status = '${status}'`
  return database.query(sql)
}

/** One payment by its number. */
export async function findPayment(id: string): Promise<Payment | undefined> {
  const rows = await database.query('SELECT id, amount, status FROM payments WHERE id = $1', [id])
  return rows[0]
}
