import { bytesOfBase64url } from '../bytes/base64url.ts'
import { hexOf } from '../bytes/text.ts'
import { pemCharactersMax } from '../limits.ts'
import { refused, type Result } from '../refusal.ts'
import { derBitString, derItems, derSequence, derTags, derUnsigned, type DerItem } from './der.ts'
import { ecKey, ed25519Key, rsaKey, type JoseKey } from './sound-key.ts'

const pem = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/

/** Object identifiers in DER, as hexadecimal (RFC 3279, RFC 5480, RFC 8410). */
const oids = { rsa: '2a864886f70d010101', ec: '2a8648ce3d0201', ed25519: '2b6570' } as const
const curves: ReadonlyMap<string, 'P-256' | 'P-384'> = new Map([
  ['2a8648ce3d030107', 'P-256'],
  ['2b81040022', 'P-384'],
])

const bad = (reason: string) => refused('INVALID_VERIFICATION_METHOD', { reason })

/**
 * Reads a public key in PEM: SubjectPublicKeyInfo (RFC 5280 section 4.1) or, for RSA, PKCS#1
 * (RFC 8017 appendix A.1.1). White space in the body does not matter: keys come out of JSON strings.
 *
 * @returns the key; INVALID_VERIFICATION_METHOD where it is none (a private key or a certificate is
 * none either), CRYPTOGRAPHIC_SECURITY_ERROR where it is too weak, NOT_CHECKED_BY_THIS_VERSION for
 * kinds no badge is checked with.
 */
export function keyOfPem(text: string): Result<JoseKey> {
  if (text.length > pemCharactersMax)
    return refused('TOO_LARGE', { charactersMax: pemCharactersMax })
  const [, label = '', body = ''] = pem.exec(text) ?? []
  if (label === '') return bad('not PEM')
  const bytes = bytesOfBase64(body)
  if (bytes === null) return bad('not base64')
  if (label === 'RSA PUBLIC KEY') return pkcs1(bytes)
  return label === 'PUBLIC KEY' ? subjectPublicKeyInfo(bytes) : bad(`not a public key: ${label}`)
}

function pkcs1(bytes: Uint8Array): Result<JoseKey> {
  const [n, e, ...more] = derSequence(bytes) ?? []
  if (more.length > 0) return bad('not PKCS#1')
  return rsaKey(derUnsigned(n), derUnsigned(e))
}

function subjectPublicKeyInfo(bytes: Uint8Array): Result<JoseKey> {
  const [algorithm, bits, ...more] = derSequence(bytes) ?? []
  const key = derBitString(bits)
  const isSequence = algorithm?.tag === derTags.sequence
  const [kind, parameter, ...others] = (isSequence ? derItems(algorithm.content) : null) ?? []
  if (key === null || kind?.tag !== derTags.oid || more.length + others.length > 0)
    return bad('not SubjectPublicKeyInfo')
  const oid = hexOf(kind.content)
  if (oid === oids.rsa) return isNull(parameter) ? pkcs1(key) : bad('parameters of RSA')
  if (oid === oids.ed25519)
    return parameter === undefined ? ed25519Key(key) : bad('parameters of Ed25519')
  const curve = oid === oids.ec ? curveOf(parameter) : undefined
  if (curve !== undefined) return ecKey(curve, key)
  return refused('NOT_CHECKED_BY_THIS_VERSION', { key: `algorithm ${oid.slice(0, 100)}` })
}

/** NULL, as RFC 3279 section 2.3.1 has it, or nothing at all, as some write it. */
const isNull = (parameter: DerItem | undefined): boolean =>
  parameter === undefined || (parameter.tag === derTags.null && parameter.content.length === 0)

/** Named curves only: parameters spelled out let a signer choose a curve of his own. */
function curveOf(parameter: DerItem | undefined): 'P-256' | 'P-384' | undefined {
  return parameter?.tag === derTags.oid ? curves.get(hexOf(parameter.content)) : undefined
}

/** @returns the bytes of padded base64 (RFC 4648 section 4) with white space anywhere, or null. */
function bytesOfBase64(text: string): Uint8Array | null {
  const plain = text.replaceAll(/\s/g, '')
  const unpadded = plain.replace(/={0,2}$/, '')
  return bytesOfBase64url(unpadded.replaceAll('+', '-').replaceAll('/', '_'))
}
