import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from '../bytes/text.ts'
import { keyOfJwk, keyOfPem } from './jose-key.ts'
import { verifyJws } from './verify-jws.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pairs = {
  RS256: rsa,
  PS256: rsa,
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  EdDSA: generateKeyPairSync('ed25519'),
}
const signed = utf8('header.payload')

function signatureOf(alg: keyof typeof pairs): Uint8Array {
  const key = pairs[alg].privateKey
  if (alg === 'EdDSA') return sign(null, signed, key)
  const hash = alg === 'ES384' ? 'sha384' : 'sha256'
  if (alg === 'PS256') return sign(hash, signed, { key, padding: 6, saltLength: 32 })
  return sign(hash, signed, { key, dsaEncoding: 'ieee-p1363' })
}

const jwkOf = (alg: keyof typeof pairs) =>
  JSON.parse(JSON.stringify(pairs[alg].publicKey.export({ format: 'jwk' })))

for (const alg of ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'] as const)
  test(`${alg}: a signature made elsewhere holds with the key as JWK and as PEM, a changed one never`, async () => {
    const signature = signatureOf(alg)
    const fromJwk = keyOfJwk(jwkOf(alg))
    const fromPem = keyOfPem(String(pairs[alg].publicKey.export({ format: 'pem', type: 'spki' })))
    expect(fromPem).toEqual(fromJwk)
    if (!fromJwk.ok) throw new Error('no key')
    const key = fromJwk.value
    expect(await verifyJws({ alg, signed, signature, key })).toBe(true)
    for (const other of ['none', 'HS256', 'RS512', '', ...Object.keys(pairs)])
      if (other !== alg) expect(await verifyJws({ alg: other, signed, signature, key })).toBe(false)
    for (let bit = 0; bit < 16; bit += 1) {
      const changed = Uint8Array.from(signature)
      const at = (bit * 37) % changed.length
      changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8))
      expect(await verifyJws({ alg, signed, signature: changed, key })).toBe(false)
    }
    for (const length of [0, 1, signature.length - 1])
      expect(await verifyJws({ alg, signed, signature: signature.subarray(0, length), key })).toBe(
        false,
      )
  })

test('PKCS#1 and white space inside PEM are read, anything else in PEM is refused', () => {
  const pkcs1 = String(rsa.publicKey.export({ format: 'pem', type: 'pkcs1' }))
  const expected = keyOfJwk(jwkOf('RS256'))
  expect(keyOfPem(pkcs1)).toEqual(expected)
  expect(keyOfPem(pkcs1.replaceAll('\n', ' '))).toEqual(expected)
  const secret = String(rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  for (const text of ['', 'x', secret, pkcs1.slice(0, 200), pkcs1.replace('MII', 'MIJ')])
    expect(keyOfPem(text)).toMatchObject({ ok: false })
})

test('a key that is short, off its curve, weak, secret or for something else is no key', () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
  const jwk = JSON.parse(
    JSON.stringify(
      createPublicKey(short.export({ format: 'pem', type: 'spki' })).export({ format: 'jwk' }),
    ),
  )
  expect(keyOfJwk(jwk)).toMatchObject({ refusal: { code: 'CRYPTOGRAPHIC_SECURITY_ERROR' } })
  const invalid = { refusal: { code: 'INVALID_VERIFICATION_METHOD' } }
  expect(keyOfJwk({ ...jwkOf('ES256'), y: jwkOf('ES256').x })).toMatchObject(invalid)
  expect(keyOfJwk({ ...jwkOf('ES256'), crv: 'P-384' })).toMatchObject(invalid)
  expect(keyOfJwk({ ...jwkOf('RS256'), e: 'AQ' })).toMatchObject({ ok: false })
  expect(keyOfJwk({ ...jwkOf('EdDSA'), use: 'enc' })).toMatchObject(invalid)
  expect(keyOfJwk({ ...jwkOf('EdDSA'), key_ops: ['deriveKey'] })).toMatchObject(invalid)
  expect(keyOfJwk({ ...jwkOf('EdDSA'), x: 'A'.repeat(43) })).toMatchObject({ ok: false })
  expect(keyOfJwk({ kty: 'oct', k: 'AAAA' })).toMatchObject({
    refusal: { code: 'NOT_CHECKED_BY_THIS_VERSION' },
  })
  for (const value of [null, 'x', [], {}, { kty: 'RSA' }, { kty: 'EC', crv: 'P-256' }])
    expect(keyOfJwk(value)).toMatchObject({ ok: false })
})

test('no bytes in PEM make it throw, also not those of a key with some of them changed', () => {
  const ders = Object.values(pairs).map(pair =>
    pair.publicKey.export({ format: 'der', type: 'spki' }),
  )
  const pemOf = (der: Uint8Array) =>
    `-----BEGIN PUBLIC KEY-----\n${Buffer.from(der).toString('base64')}\n-----END PUBLIC KEY-----`
  const edits = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 })
  fc.assert(
    fc.property(fc.constantFrom(...ders), edits, fc.nat(400), (der, changes, length) => {
      const changed = Uint8Array.from(der)
      for (const [at, byte] of changes) changed[at % changed.length] = byte
      expect(keyOfPem(pemOf(changed)).ok).toBeTypeOf('boolean')
      expect(keyOfPem(pemOf(changed.subarray(0, length))).ok).toBeTypeOf('boolean')
    }),
    { seed: 7468, numRuns: 500 },
  )
})
