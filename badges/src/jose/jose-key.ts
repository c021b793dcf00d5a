/** Public keys as JOSE and PEM write them, each looked at before it is used. */
export { keyOfJwk, isPrivateJwk } from './key-of-jwk.ts'
export { keyOfPem } from './key-of-pem.ts'
export { ecKey, ed25519Key, rsaKey, type JoseKey } from './sound-key.ts'
