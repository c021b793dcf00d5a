import { found, refused, type Refusal, type Result } from '../refusal.ts'
import type { Baked } from './baked.ts'
import { readXml } from './xml-reader.ts'

/** Namespace and element of each kind (OB 3.0, CLR 2.0, OB 2.0 baking), newest first. */
const places = [
  { namespace: 'https://purl.imsglobal.org/ob/v3p0', name: 'credential' },
  { namespace: 'https://purl.imsglobal.org/clr/v2p0', name: 'credential' },
  { namespace: 'http://openbadges.org', name: 'assertion' },
] as const

/**
 * Takes the badge out of an SVG. The body of the element beats its `verify` attribute, except that
 * a JWS in `verify` is the badge itself. The SVG is never rendered or returned.
 *
 * @returns the baked text, or NO_BADGE_INSIDE, DOCTYPE_REFUSED, PARSING_ERROR, TRUNCATED, TOO_LARGE,
 * TOO_DEEP.
 */
export function unbakeSvg(svg: string): Result<Baked> {
  const isPlace = (namespace: string, name: string) =>
    places.some(place => place.namespace === namespace && place.name === name)
  const read = readXml(svg, isPlace)
  if (!read.ok) return read
  const byPlace = places.map(place => ({
    container: `${place.namespace}|${place.name}`,
    elements: read.value.filter(element => element.namespace === place.namespace),
  }))
  const chosen = byPlace.find(place => place.elements.length > 0)
  const element = chosen?.elements[0]
  if (chosen === undefined || element === undefined) return refused('NO_BADGE_INSIDE')

  const verify = element.attributes.get('verify')?.trim() ?? ''
  const body = element.text.trim()
  const isJws = verify.split('.').length === 3 && !verify.includes(':')
  const text = body === '' || isJws ? verify : body
  if (text === '') return refused('NO_BADGE_INSIDE')
  const notes: Refusal[] = []
  if (chosen.elements.length > 1)
    notes.push({
      code: 'DUPLICATE_CHUNK',
      facts: { keyword: chosen.container, count: chosen.elements.length },
    })
  for (const other of byPlace)
    if (other !== chosen && other.elements.length > 0)
      notes.push({
        code: 'OTHER_CHUNK',
        facts: { keyword: other.container, count: other.elements.length },
      })
  return found({ container: chosen.container, text, notes })
}
