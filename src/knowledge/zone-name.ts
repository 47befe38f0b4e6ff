/** What is wrong with the name of a time zone; undefined where nothing is. Offsets and abbreviations are no names. */
export function zoneFault(name: string): string | undefined {
  const known = knownZone(name)
  if (known === name) return undefined
  return known ? `${expected}: "${known}"` : expected
}

const expected = 'expected the IANA name of a time zone, like "Asia/Bangkok" or "UTC"'

/** The name as the time zone database spells it. */
function knownZone(name: string): string | undefined {
  if (!/^([a-z_]+\/[a-z0-9_+/-]+|utc)$/i.test(name)) return undefined
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
