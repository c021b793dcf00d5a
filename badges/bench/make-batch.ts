import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { didKey, didKeyVerificationMethod } from '../src/did/did.ts'
import {
  ed25519Signer,
  es256Signer,
  issueBadge,
  issueJwtBadge,
  publicKeyOf,
  rs256Signer,
  type JwtSigner,
} from '../src/issue/issue.ts'
import { parseJson } from '../src/json/parse.ts'
import { isObject, type JsonObject } from '../src/json/value.ts'
import { anUnsignedBadge } from '../test/a-badge.ts'
import { amounts } from './amounts.ts'
import type { Batch } from './contender.ts'

const created = Date.parse('2026-11-02T10:00:00Z')
const at = created + 86_400_000

/** Badges as Data Integrity (eddsa-rdfc-2022), each another one. */
export async function dataIntegrityBatch(): Promise<Batch> {
  const secretKey = randomBytes(32)
  const did = didKey(publicKeyOf(secretKey))
  const verificationMethod = didKeyVerificationMethod(did)
  const good: string[] = []
  while (good.length < amounts.badges) {
    const credential = fresh(did)
    good.push(
      JSON.stringify(await issueBadge({ credential, secretKey, verificationMethod, created })),
    )
  }
  const forged = (good[0] ?? '').replace('make pupils explain', 'make pupils exclaim')
  return { kind: 'data-integrity', at, did, alg: 'EdDSA', publicJwk: {}, good, forged }
}

/** Badges as JWTs of one algorithm, under a did:jwk, so that the key travels along for everybody. */
export async function jwtBatch(alg: JwtSigner['alg']): Promise<Batch> {
  const { did, signer } = await signerOf(alg)
  const good: string[] = []
  while (good.length < amounts.badges)
    good.push(await issueJwtBadge({ credential: fresh(did), signer, created }))
  const [header = '', payload = '', signature = ''] = (good[0] ?? '').split('.')
  const forged = [header, payload, signature.replace(/^./, sign => (sign === 'A' ? 'B' : 'A'))]
  return { kind: 'jwt', at, did, alg, publicJwk: signer.publicJwk, good, forged: forged.join('.') }
}

const fresh = (issuer: string): JsonObject =>
  anUnsignedBadge({
    id: `urn:uuid:${randomUUID()}`,
    issuer: { id: issuer, name: 'Río Verde Unified' },
    recipient: { id: `urn:uuid:${randomUUID()}` },
    status: [],
  })

async function signerOf(alg: JwtSigner['alg']) {
  const secretKey = randomBytes(32)
  const rsa = () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const parsed = parseJson(JSON.stringify(privateKey.export({ format: 'jwk' })))
    if (!parsed.ok || !isObject(parsed.value)) throw new Error('no key')
    return rs256Signer(parsed.value, '')
  }
  const bare =
    alg === 'RS256' ? await rsa() : (alg === 'ES256' ? es256Signer : ed25519Signer)(secretKey, '')
  const did = `did:jwk:${Buffer.from(JSON.stringify(bare.publicJwk)).toString('base64url')}`
  return { did, signer: { ...bare, kid: `${did}#0` } }
}
