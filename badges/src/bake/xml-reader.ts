import { svgAttributesMax, svgDepthMax, svgNamespacesMax, svgTagsMax } from '../limits.ts'
import { found, refused, type Result } from '../refusal.ts'

/** An element of XML with its namespace resolved; text is kept only for wanted elements. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly text: string
  /** As written, with its prefix. */
  readonly qualifiedName: string
  /** How many elements it stands in: 0 for the root. */
  readonly depth: number
  /** Where it begins, where its start tag ends and where it ends, in UTF-16 units. */
  readonly start: number
  readonly startTagEnd: number
  readonly end: number
}

interface Open {
  readonly qualifiedName: string
  readonly namespaces: ReadonlyMap<string, string>
  readonly wanted: Omit<XmlElement, 'text' | 'end'> | null
  text: string
}

const nameStart = String.raw`[A-Za-z_:\u00b7-\uffff]`
const tagName = new RegExp(String.raw`${nameStart}[-.0-9A-Za-z_:\u00b7-\uffff]*`, 'y')
const attribute = new RegExp(
  String.raw`\s+(${nameStart}[-.0-9A-Za-z_:\u00b7-\uffff]*)\s*=\s*("[^"<]*"|'[^'<]*')`,
  'y',
)
/** Only a bare name and identifiers: what drawing programs write, and skipped without a look. */
const doctype = /<!DOCTYPE\s+[^[\]<>]{1,500}>/y
const tagEnd = /\s*(\/?)>/y
const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Reads just enough of XML 1.0 with namespaces to find elements in a stranger's file. It builds no
 * tree, knows no entities but the five of XML and numbers, skips a bare document type and refuses one
 * that declares anything, so nothing can expand or be fetched.
 *
 * @param isWanted tells by namespace and local name which elements to return.
 * @returns the wanted elements in the order they end, or PARSING_ERROR, DOCTYPE_REFUSED, TOO_LARGE,
 * TOO_DEEP, TRUNCATED.
 */
export function readXml(
  xml: string,
  isWanted: (namespace: string, name: string) => boolean,
): Result<readonly XmlElement[]> {
  const elements: XmlElement[] = []
  const stack: Open[] = []
  let tags = 0
  let namespaces = 0
  let at = 0
  let hasRoot = false

  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const text = xml.slice(at, next === -1 ? xml.length : next)
    const top = stack.at(-1)
    if (top?.wanted) {
      const plain = decodeEntities(text)
      if (plain === null) return broken('an entity that XML does not define', at)
      top.text += plain
    } else if (top === undefined && text.trim() !== '') return broken('text outside the root', at)
    if (next === -1) break
    at = next

    if (xml.startsWith('<!--', at)) {
      const end = xml.indexOf('-->', at + 4)
      if (end === -1) return refused('TRUNCATED', { offset: at })
      at = end + 3
    } else if (xml.startsWith('<![CDATA[', at)) {
      const end = xml.indexOf(']]>', at + 9)
      if (end === -1) return refused('TRUNCATED', { offset: at })
      if (top?.wanted) top.text += xml.slice(at + 9, end)
      at = end + 3
    } else if (xml.startsWith('<?', at)) {
      const end = xml.indexOf('?>', at + 2)
      if (end === -1) return refused('TRUNCATED', { offset: at })
      at = end + 2
    } else if (xml.startsWith('<!', at)) {
      doctype.lastIndex = at
      if (hasRoot || doctype.exec(xml) === null) return refused('DOCTYPE_REFUSED', { offset: at })
      at = doctype.lastIndex
    } else if (xml.startsWith('</', at)) {
      const end = xml.indexOf('>', at)
      if (end === -1) return refused('TRUNCATED', { offset: at })
      const closed = stack.pop()
      if (closed?.qualifiedName !== xml.slice(at + 2, end).trimEnd())
        return broken('an end tag that closes nothing', at)
      if (closed.wanted) elements.push({ ...closed.wanted, text: closed.text, end: end + 1 })
      at = end + 1
    } else {
      tags += 1
      if (tags > svgTagsMax) return refused('TOO_LARGE', { tagsMax: svgTagsMax })
      if (stack.length >= svgDepthMax) return refused('TOO_DEEP', { depthMax: svgDepthMax })
      if (hasRoot && stack.length === 0) return broken('a second root', at)
      hasRoot = true
      const opened = openTag(xml, at, stack, isWanted)
      if (!opened.ok) return opened
      // Each declaration makes a copy of all that are in force: their number bounds the work.
      namespaces += opened.value.declared
      if (namespaces > svgNamespacesMax) return refused('TOO_LARGE', { svgNamespacesMax })
      at = opened.value.end
      if (!opened.value.isEmpty) stack.push(opened.value.open)
      else if (opened.value.open.wanted)
        elements.push({ ...opened.value.open.wanted, text: '', end: at })
    }
  }
  if (stack.length > 0) return refused('TRUNCATED', { offset: xml.length })
  return hasRoot ? found(elements) : broken('no root element', 0)
}

function openTag(
  xml: string,
  start: number,
  stack: readonly Open[],
  isWanted: (namespace: string, name: string) => boolean,
): Result<{ open: Open; end: number; isEmpty: boolean; declared: number }> {
  tagName.lastIndex = start + 1
  const qualifiedName = tagName.exec(xml)?.[0]
  if (qualifiedName === undefined) return broken('a tag without a name', start)
  let at = tagName.lastIndex
  const attributes = new Map<string, string>()
  const declared = new Map<string, string>()
  for (;;) {
    attribute.lastIndex = at
    const match = attribute.exec(xml)
    const [whole, name, quoted] = match ?? []
    if (whole === undefined || name === undefined || quoted === undefined) break
    const value = decodeEntities(quoted.slice(1, -1))
    if (value === null || attributes.has(name)) return broken('an attribute', at)
    if (attributes.size >= svgAttributesMax)
      return refused('TOO_LARGE', { attributesMax: svgAttributesMax })
    attributes.set(name, value)
    if (name === 'xmlns' || name.startsWith('xmlns:'))
      declared.set(name === 'xmlns' ? '' : name.slice(6), value)
    at += whole.length
  }
  tagEnd.lastIndex = at
  const end = tagEnd.exec(xml)
  if (end === null) return broken('a tag that does not end', start)
  const inherited: ReadonlyMap<string, string> = stack.at(-1)?.namespaces ?? new Map()
  const namespaces = declared.size === 0 ? inherited : new Map([...inherited, ...declared])
  const colon = qualifiedName.indexOf(':')
  const namespace = namespaces.get(colon === -1 ? '' : qualifiedName.slice(0, colon)) ?? ''
  const name = qualifiedName.slice(colon + 1)
  const startTagEnd = tagEnd.lastIndex
  const wanted = isWanted(namespace, name)
    ? { namespace, name, attributes, qualifiedName, depth: stack.length, start, startTagEnd }
    : null
  const open = { qualifiedName, namespaces, wanted, text: '' }
  const isEmpty = end[1] === '/'
  return found({ open, end: startTagEnd, isEmpty, declared: declared.size })
}

function decodeEntities(text: string): string | null {
  let isBroken = false
  const plain = text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const known = entities.get(name)
    if (known !== undefined && whole.endsWith(';')) return known
    const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
    const code = digits?.[1] ? Number.parseInt(digits[1], 16) : Number(digits?.[2] ?? -1)
    if (whole.endsWith(';') && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000))
      return String.fromCodePoint(code)
    isBroken = true
    return ''
  })
  return isBroken ? null : plain
}

function broken(reason: string, offset: number): ReturnType<typeof refused> {
  return refused('PARSING_ERROR', { reason, offset })
}
