import { base64url } from '../../src/bytes/base64url.ts'
import { textOfUtf8, utf8 } from '../../src/bytes/text.ts'
import { looksLikeJws, readJws } from '../../src/detect/jws.ts'
import { openText } from '../../src/detect/open.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import { anyValue, damagedValue } from '../damaged-json.ts'
import { writtenJson } from '../written-json.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'

const header = { alg: 'EdDSA', typ: 'JWT', kid: 'did:jwk:e30#0' }
const payload = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  ...{
    iss: 'https://a.example',
    sub: 'urn:x',
    jti: 'urn:y',
    nbf: 1_772_445_600,
    exp: 1_872_445_600,
  },
  credentialSubject: { type: ['AchievementSubject'], id: 'urn:x' },
}
const wrapped = { ...payload, type: undefined, vc: payload }

/** @returns a compact JWS whose parts are damaged JSON in more or less good base64url. */
export function aJwsText(random: Random): string {
  const part = (value: Parameters<typeof damagedValue>[1]) =>
    base64url(
      utf8(writtenJson(random, random.isOneIn(3) ? value : damagedValue(random, value), 60)),
    )
  const body = random.isOneIn(8)
    ? anyValue(random)
    : JSON.parse(JSON.stringify(random.oneOf([payload, wrapped])))
  const text = [part(header), part(body), base64url(random.bytes(random.size(70)))].join(
    random.isOneIn(50) ? '..' : '.',
  )
  return random.isOneIn(6) ? `${text}${random.oneOf(['=', '==', '\n', '.', '~', '~a~'])}` : text
}

/** A compact JWS is taken apart, or refused; what is read is written exactly so. */
export const jws: Target = {
  name: 'jws',
  cpuMsMax: 1_500,
  shrinksMax: 6_000,
  make: random => {
    const bytes = utf8(aJwsText(random))
    return random.isOneIn(3) ? damagedBytes(random, bytes) : bytes
  },
  judge: input => {
    const text = textOfUtf8(input)?.trim()
    if (text === undefined) return null
    const opened = openText(text, null)
    if (opened.detected.kind === 'none' && opened.detected.reason === null) return 'gives no reason'
    if (!looksLikeJws(text)) return null
    const read = readJws(text)
    if (!read.ok) return null
    const [first = '', second = '', third = '', ...more] = text.split('.')
    if (more.length > 0) return 'reads more than three parts'
    if (!sameText(read.value.signed, `${first}.${second}`))
      return 'signs other bytes than stand there'
    const { signature } = read.value
    return signature === null || base64url(signature) === third ? null : 'reads a second spelling'
  },
}

function sameText(bytes: Uint8Array, text: string): boolean {
  return textOfUtf8(bytes) === text
}
