import { gzipSync } from 'node:zlib'
import { utf8 } from '../../src/bytes/text.ts'
import { detect as told } from '../../src/detect/detect.ts'
import { open } from '../../src/detect/open.ts'
import { inputBytesMax, jsonBytesMax } from '../../src/limits.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'
import { cbor } from './cbor.ts'
import { json } from './json.ts'
import { jws } from './jws.ts'
import { key } from './key.ts'
import { png } from './png.ts'
import { svg } from './svg.ts'

const others = [json, jws, png, svg, key, cbor]

function long(random: Random): Uint8Array {
  const length = random.oneOf([jsonBytesMax, jsonBytesMax + 1, 4 * jsonBytesMax, inputBytesMax + 1])
  const piece = random.oneOf([
    '<',
    '&',
    '{"a":',
    '[',
    'a.',
    ' ',
    '"\\',
    '<a ',
    '<!--',
    '{"a":"',
    '<g>',
  ])
  return utf8(piece.repeat(Math.ceil(length / piece.length)).slice(0, length))
}

/** Whatever a person drops is told apart, and what is no badge is said to be none, and why. */
export const detect: Target = {
  name: 'detect',
  cpuMsMax: 2_500,
  shrinksMax: 6_000,
  make: random => {
    if (random.isOneIn(400)) return long(random)
    const one = random.oneOf(others).make(random)
    const two = random.isOneIn(9) ? Buffer.concat([one, random.oneOf(others).make(random)]) : one
    if (random.isOneIn(40)) return new Uint8Array(gzipSync(two))
    return random.isOneIn(6) ? damagedBytes(random, two) : new Uint8Array(two)
  },
  judge: input => {
    const { detected, content } = open(input)
    if (JSON.stringify(told(input)) !== JSON.stringify(detected)) return 'says two things'
    if (detected.kind === 'none' && detected.reason === null) return 'gives no reason'
    if (content.as === 'nothing' && detected.kind !== 'none') return 'has a kind and no content'
    const isSmall = JSON.stringify(detected).length < 20_000
    return isSmall ? null : 'repeats too much of the input'
  },
}
