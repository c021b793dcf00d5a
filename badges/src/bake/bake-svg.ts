import { BadgeError } from '../badge-error.ts'
import { utf8 } from '../bytes/text.ts'
import { inputBytesMax, jsonBytesMax } from '../limits.ts'
import { isSvgPlace, svgPlaces } from './svg-places.ts'
import type { BadgeKeyword } from './unbake-png.ts'
import { readXml, type XmlElement } from './xml-reader.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'
/**
 * Puts a badge into an SVG (OB 3.0, section "Baked badge, SVG"; OB 2.0 baking): one element of the
 * kind's namespace directly after the root's start tag, JSON as CDATA, a JWS in `verify`. Badges that were
 * there, of any kind, are taken out; every other byte of the picture stays.
 *
 * @param svg the picture, UTF-8, up to 8 MiB.
 * @param credential the signed credential as JSON text or JWS, up to 1 MiB.
 * @throws BadgeError PARSING_ERROR, DOCTYPE_REFUSED, TRUNCATED, TOO_LARGE, TOO_DEEP,
 * MALFORMED_VALUE_ERROR for a text that XML can't hold.
 */
export function bakeSvg(svg: Uint8Array, credential: string, keyword: BadgeKeyword): Uint8Array {
  if (svg.length > inputBytesMax || utf8(credential).length > jsonBytesMax)
    throw new BadgeError('TOO_LARGE', 'The picture or the badge is too large to bake.', {
      svgBytesMax: inputBytesMax,
      credentialBytesMax: jsonBytesMax,
    })
  if (!isXmlText(credential))
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'The badge holds a sign that XML cannot hold.')
  const xml = textOf(svg)
  const read = readXml(
    xml,
    (namespace, name) => isSvgPlace(namespace, name) || isRoot(namespace, name),
  )
  if (!read.ok)
    throw new BadgeError(
      read.refusal.code,
      'The picture is not a well-formed SVG file.',
      read.refusal.facts,
    )
  const root = read.value.find(
    ({ depth, namespace, name }) => depth === 0 && isRoot(namespace, name),
  )
  if (root === undefined) throw new BadgeError('PARSING_ERROR', 'The picture is not an SVG file.')
  const old = read.value.filter(({ namespace, name }) => isSvgPlace(namespace, name))
  return utf8(assembled(xml, root, outermost(old), elementOf(credential, keyword)))
}

/** What XML 1.0 (section 2.2) can say: no control signs but three, no half of a surrogate pair. */
function isXmlText(text: string): boolean {
  if (!text.isWellFormed() || /[\ufffe\uffff]/.test(text)) return false
  return !/[^\P{Cc}\t\n\r\u007f-\u009f]/u.test(text)
}

function isRoot(namespace: string, name: string): boolean {
  return namespace === svgNamespace && name === 'svg'
}

/** Bytes that decode and encode to themselves, in the encoding the file says it has. */
function textOf(svg: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(svg)
  } catch {
    throw new BadgeError('PARSING_ERROR', 'The picture is not in UTF-8.', { reason: 'not UTF-8' })
  }
  const said = /^\ufeff?\s*<\?xml\s[^?]*encoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? 'utf-8'
  if (!/^(utf-?8|us-ascii)$/i.test(said))
    throw new BadgeError('PARSING_ERROR', 'The picture says it is not in UTF-8.', {
      reason: `encoding ${said.slice(0, 40)}`,
    })
  return text
}

function outermost(elements: readonly XmlElement[]): readonly XmlElement[] {
  const isInside = (inner: XmlElement, outer: XmlElement) =>
    outer.start < inner.start && inner.end <= outer.end
  return elements
    .filter(element => !elements.some(other => isInside(element, other)))
    .toSorted((one, other) => one.start - other.start)
}

function elementOf(credential: string, keyword: BadgeKeyword): string {
  const place = svgPlaces.find(one => one.keyword === keyword) ?? svgPlaces[0]
  const tag = `openbadges:${place.name}`
  const open = `<${tag} xmlns:openbadges="${place.namespace}"`
  const trimmed = credential.trim()
  if (/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/.test(trimmed))
    return `${open} verify="${trimmed}"></${tag}>`
  // The end of a CDATA section inside the text: two sections, cut in the middle of it.
  return `${open}><![CDATA[${credential.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${tag}>`
}

function assembled(
  xml: string,
  root: XmlElement,
  old: readonly XmlElement[],
  element: string,
): string {
  if (root.startTagEnd === root.end) {
    // An empty root, `<svg/>`, has to be opened to hold anything.
    const beforeSlash = xml.slice(0, root.end).replace(/\/>$/, '>')
    return `${beforeSlash}${element}</${root.qualifiedName}>${xml.slice(root.end)}`
  }
  const kept: string[] = [xml.slice(0, root.startTagEnd), element]
  let at = root.startTagEnd
  for (const { start, end } of old) {
    kept.push(xml.slice(at, start))
    at = end
  }
  kept.push(xml.slice(at))
  return kept.join('')
}
