/** Where most districts are, from east to west. */
const nearest = [
  'America/Puerto_Rico',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
]

/** Zones to choose from: those of the United States by their names first, then every other that the browser knows. */
export function timeZones(
  language: string,
  current: string,
): readonly { readonly value: string; readonly label: string }[] {
  const first = nearest.map(zone => ({ value: zone, label: namedZone(language, zone) }))
  const others = [...new Set([current, ...Intl.supportedValuesOf('timeZone')])]
    .filter(zone => !nearest.includes(zone))
    .map(zone => ({ value: zone, label: plain(zone) }))
  return [...first, ...others]
}

/** "America/New_York" is an address; a person reads "America/New York". */
const plain = (zone: string) => zone.replaceAll('_', ' ')

function namedZone(language: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' })
  const name = format.formatToParts(0).find(part => part.type === 'timeZoneName')?.value
  return name === undefined ? plain(timeZone) : `${name} (${plain(timeZone)})`
}
