import type { JsonObject } from '../json/value.ts'

const lineLength = 64

/** @returns an RSA public key as PEM, SubjectPublicKeyInfo (RFC 7468 section 13). */
export async function publicPem(publicJwk: JsonObject): Promise<string> {
  const how = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const { subtle } = globalThis.crypto
  const key = await subtle.importKey('jwk', { ...publicJwk }, how, true, ['verify'])
  const bytes = new Uint8Array(await subtle.exportKey('spki', key))
  const base64 = btoa(String.fromCharCode(...bytes))
  const lines = base64.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n')
}
