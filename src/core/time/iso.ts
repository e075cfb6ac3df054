const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?(?:Z|[+-]\d{2}:\d{2})?$/i

/** A date and time as ISO 8601 in UTC, to the second; without a zone it is read as UTC (SARIF 2.1.0 §3.9). Null where it is no date. */
export function utc(value: string | null): string | null {
  const trimmed = value?.trim() ?? ''
  if (!ISO.test(trimmed)) return null
  const [date = '', clock] = [trimmed.slice(0, 10), trimmed.slice(11)]
  const zoned =
    clock === undefined || clock === ''
      ? `${date}T00:00:00Z`
      : `${date}T${clock}${/(?:Z|[+-]\d{2}:\d{2})$/i.test(clock) ? '' : 'Z'}`
  const milliseconds = Date.parse(zoned)
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
