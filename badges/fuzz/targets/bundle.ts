import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf, textOfUtf8, utf8 } from '../../src/bytes/text.ts'
import { buildBundle } from '../../src/bundle/build/build-bundle.ts'
import { openBundle } from '../../src/bundle/open-bundle.ts'
import { ed25519Multikey } from '../../src/did/multikey.ts'
import { publicKeyOf } from '../../src/issue/signing-key.ts'
import { parseJson } from '../../src/json/parse.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import { damagedValue } from '../damaged-json.ts'
import { writtenJson } from '../written-json.ts'
import type { Target } from '../target.ts'

const secretKey = Uint8Array.from({ length: 32 }, (_, at) => at)
const pinnedKey = ed25519Multikey(publicKeyOf(secretKey))
const fetchedAt = Date.parse('2026-03-02T10:00:00Z')
const entry = (url: string, bytes: Uint8Array, httpStatus = 200) =>
  ({ url, kind: 'document', bytes, fetchedAt, source: 'fetched', httpStatus }) as const

const whole = buildBundle(
  {
    name: 'March',
    createdAt: fetchedAt,
    entries: [
      entry('https://a.example/1', utf8('{"id":"https://a.example/1"}')),
      entry('https://a.example/2', Uint8Array.of(0xff, 0, 1), 410),
    ],
    keys: [
      {
        method: {
          id: 'did:web:a.example#1',
          controller: 'did:web:a.example',
          type: 'Multikey',
          publicKeyMultibase: pinnedKey,
        },
        until: fetchedAt,
        ...{ fetchedAt, source: 'fetched' },
      },
    ],
    issuers: [{ id: 'did:web:a.example', name: 'A', fetchedAt, source: 'district record' }],
  },
  secretKey,
)
const wholeDigest = hexOf(sha256(whole))
const wholeJson = parseJson(textOfUtf8(whole) ?? '')

/** A bundle opens only as the very bytes that were signed. */
export const bundle: Target = {
  name: 'bundle',
  cpuMsMax: 1_500,
  shrinksMax: 6_000,
  make: random => {
    if (random.isOneIn(3) || !wholeJson.ok) return damagedBytes(random, whole)
    const value = random.isOneIn(9) ? wholeJson.value : damagedValue(random, wholeJson.value)
    return utf8(random.isOneIn(2) ? JSON.stringify(value) : writtenJson(random, value, 60))
  },
  judge: input => {
    const opened = openBundle(input, { pinnedKey, newestSeen: null })
    if (!opened.ok) return null
    return hexOf(sha256(input)) === wholeDigest ? null : 'opens what nobody signed'
  },
}
