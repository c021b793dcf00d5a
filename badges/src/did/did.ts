/** Identifiers and keys: did:key, did:web and did:jwk, written and read. Nothing here fetches. */
export { ed25519Multikey, publicKeyOfMultikey, type PublicKey } from './multikey.ts'
export { didKey, didKeyDocument, didKeyVerificationMethod, publicKeyOfDidKey } from './did-key.ts'
export { didWebDocument, didWebToUrl, urlToDidWeb, type PublishedKey } from './did-web.ts'
export { jwkOfDidJwk } from './did-jwk.ts'
