/** An instant as ISO 8601 UTC, without a fraction where that is zero: the one spelling that the gate writes. */
export const isoInstant = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')
