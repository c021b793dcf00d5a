import { deflateSync } from 'node:zlib'
import { BadgeError } from '../../src/badge-error.ts'
import { bake, unbake } from '../../src/bake/bake.ts'
import { pngChunk } from '../../src/bake/png-chunks.ts'
import { joinBytes, utf8 } from '../../src/bytes/text.ts'
import { open } from '../../src/detect/open.ts'
import { jsonBytesMax } from '../../src/limits.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import { anyValue } from '../damaged-json.ts'
import { writtenJson } from '../written-json.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'
import { aJwsText } from './jws.ts'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const keywords = [
  'openbadges',
  'openbadgecredential',
  'clrcredential',
  'Comment',
  '',
  'x'.repeat(79),
]

function baked(random: Random): Uint8Array {
  const text = random.by(
    () => utf8(writtenJson(random, anyValue(random), 60)),
    () => utf8(aJwsText(random)),
    () => utf8('https://a.example/1'),
    () => random.bytes(random.size(200)),
    () => new Uint8Array(random.isOneIn(40) ? 3 * jsonBytesMax : 3),
  )
  const zero = () => Uint8Array.from({ length: random.isOneIn(12) ? random.under(3) : 1 })
  const keyword = utf8(random.oneOf(keywords))
  const packed = () =>
    random.isOneIn(5) ? damagedBytes(random, deflateSync(text)) : deflateSync(text)
  return random.by(
    () => pngChunk('tEXt', joinBytes(keyword, zero(), text)),
    () => pngChunk('zTXt', joinBytes(keyword, zero(), zero(), packed())),
    () => pngChunk('iTXt', joinBytes(keyword, zero(), Uint8Array.of(0, 0), zero(), zero(), text)),
    () =>
      pngChunk('iTXt', joinBytes(keyword, zero(), Uint8Array.of(1, 0), zero(), zero(), packed())),
  )
}

function aPicture(random: Random): Uint8Array {
  const header = pngChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0))
  const others = () =>
    pngChunk(
      random.oneOf(['IDAT', 'tIME', 'IEND', 'iTXt', 'IHDR', 'a\u00e9bc']),
      random.bytes(random.size(30)),
    )
  const chunks = Array.from({ length: random.size(6) }, () =>
    random.by(() => baked(random), others),
  )
  const damaged = chunks.map(chunk => (random.isOneIn(6) ? damagedBytes(random, chunk) : chunk))
  const many = random.isOneIn(300)
    ? Array.from({ length: 12_000 }, () => pngChunk('tIME', new Uint8Array()))
    : []
  return joinBytes(signature, header, ...many, ...damaged, pngChunk('IEND', new Uint8Array()))
}

/** A badge is taken out of a picture, and one that is put in is taken out again as it was. */
export const png: Target = {
  name: 'png',
  cpuMsMax: 1_500,
  shrinksMax: 6_000,
  make: random => (random.isOneIn(4) ? damagedBytes(random, aPicture(random)) : aPicture(random)),
  judge: rebaked,
}

const badge = '{"note":"]]>&<é\u0000"}'

/** @returns what is wrong with taking out, putting in, and taking out again. */
export function rebaked(input: Uint8Array): string | null {
  const { detected } = open(input)
  if (detected.kind === 'none' && detected.reason === null) return 'gives no reason'
  const out = unbake(input)
  if (out.ok && out.value.text.length > jsonBytesMax * 8) return 'unbakes too much'
  let again: Uint8Array
  try {
    again = bake(input, badge)
  } catch (error) {
    if (error instanceof BadgeError) return null
    throw error
  }
  const inside = unbake(again)
  return inside.ok && inside.value.text === badge ? null : 'loses what was baked'
}
