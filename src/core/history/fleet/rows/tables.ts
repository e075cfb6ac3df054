export const TABLES = ['decisions', 'outcomes', 'exceptions', 'scans'] as const
export type Table = (typeof TABLES)[number]
