import { verifyCredential } from '@digitalcredentials/verifier-core'
import type { Contender } from './contender.ts'

/** The verifier of the Digital Credentials Consortium. It asks the network for schemas: here it is told at once that there is none. */
export const verifierCore: Contender = {
  name: '@digitalcredentials/verifier-core',
  notInIt: 'JWT, ECDSA, Open Badges before 3.0; its schema check ends without an answer',
  async prepare() {
    globalThis.fetch = async () => {
      throw new TypeError('no network')
    }
    return async badge => {
      const answer = await verifyCredential({
        credential: JSON.parse(badge),
        knownDIDRegistries: [],
      })
      const signature = answer.log?.find(entry => entry.id === 'valid_signature')
      return answer.errors === undefined && signature?.valid === true
    }
  },
}
