import { found, refused, type Refusal, type Result } from '../refusal.ts'
import type { Baked } from './baked.ts'
import { isSvgPlace, svgPlaces } from './svg-places.ts'
import { readXml } from './xml-reader.ts'

/**
 * Takes the badge out of an SVG. The body of the element beats its `verify` attribute, except that
 * a JWS in `verify` is the badge itself. The SVG is never rendered or returned.
 *
 * @returns the baked text, or NO_BADGE_INSIDE, DOCTYPE_REFUSED, PARSING_ERROR, TRUNCATED, TOO_LARGE,
 * TOO_DEEP.
 */
export function unbakeSvg(svg: string): Result<Baked> {
  const read = readXml(svg, isSvgPlace)
  if (!read.ok) return read
  const byPlace = svgPlaces.map(place => ({
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
