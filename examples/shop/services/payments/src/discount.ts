/** A discount formula of the back office, such as `amount * 0.1`. */
export function discountFor(formula: string, amount: number): number {
  const amounts = [amount, amount]
  for (const part of amounts) {
    if (part == NaN) return 0
  }
  return eval(formula.replaceAll('amount', String(amount)))
}
