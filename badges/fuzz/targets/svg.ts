import { utf8 } from '../../src/bytes/text.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import { anyValue } from '../damaged-json.ts'
import { writtenJson } from '../written-json.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'
import { aJwsText } from './jws.ts'
import { rebaked } from './png.ts'

const namespaces = [
  'https://purl.imsglobal.org/ob/v3p0',
  'https://purl.imsglobal.org/clr/v2p0',
  'http://openbadges.org',
  'http://www.w3.org/2000/svg',
  'https:&#47;&#x2f;purl.imsglobal.org/ob/v3p0',
  '',
]
const names = ['credential', 'assertion', 'svg', 'g', 'a:b:c', 'é', ':', '_']
const prefixes = ['', 'openbadges:', 'x:', 'xml:', ':']
const loose = [
  ...['<!-- -- -->', '<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<?', '?>'],
  ...[
    '<!DOCTYPE svg>',
    '<!DOCTYPE svg [<!ENTITY a "b">]>',
    '<!ENTITY a "b">',
    '&a;',
    '&amp;',
    '&#0;',
  ],
  ...['&#xD800;', '&#1114112;', '&', '<', '>', '</', '/>', '"', "'", ' ', '\n', '\u0000', '\u00a0'],
]

function content(random: Random): string {
  const text = random.by(
    () => writtenJson(random, anyValue(random, 2), 60),
    () => aJwsText(random),
    () => random.text(loose, 6),
  )
  return random.isOneIn(2) ? `<![CDATA[${text}]]>` : text
}

function attributes(random: Random): string {
  const isMany = random.isOneIn(400)
  const one = () =>
    random.by(
      () => ` xmlns="${random.oneOf(namespaces)}"`,
      () => ` xmlns:${random.oneOf(['openbadges', 'x', ''])}="${random.oneOf(namespaces)}"`,
      () =>
        ` verify="${random.by(
          () => aJwsText(random),
          () => random.text(loose, 3),
        )}"`,
      () => ` a='${random.text(loose, 2)}'`,
      () => random.text(loose, 2),
    )
  return Array.from({ length: isMany ? 1_100 : random.size(5) }, (_, at) =>
    isMany ? ` a${at}='1'` : one(),
  ).join('')
}

function element(random: Random, depth: number): string {
  const name = random.oneOf(prefixes) + random.oneOf(names)
  if (random.isOneIn(4)) return `<${name}${attributes(random)}/>`
  const end = random.isOneIn(15) ? '' : `</${name}${random.isOneIn(9) ? ' ' : ''}>`
  const inside = Array.from({ length: depth > 3 ? 0 : random.size(4) }, () =>
    element(random, depth + 1),
  )
  return `<${name}${attributes(random)}>${content(random)}${inside.join('')}${end}`
}

function aDrawing(random: Random): string {
  const before = random.isOneIn(3) ? random.oneOf(loose) : ''
  const root = element(random, 0)
  const deep = random.isOneIn(60) ? random.under(400) : 0
  return `${before}${'<g>'.repeat(deep)}${root}${'</g>'.repeat(deep)}${random.isOneIn(9) ? random.oneOf(loose) : ''}`
}

/** The same for a drawing: its XML is read without a tree, entities and document types. */
export const svg: Target = {
  name: 'svg',
  cpuMsMax: 1_500,
  shrinksMax: 6_000,
  make: random => {
    const bytes = utf8(aDrawing(random))
    return random.isOneIn(4) ? damagedBytes(random, bytes) : bytes
  },
  judge: rebaked,
}
