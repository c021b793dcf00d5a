import { compactVerify, importJWK } from 'jose'
import type { Contender } from './contender.ts'

/** `jose`: the signature and the payload as JSON, with a key that it is given. */
export const jose: Contender = {
  name: 'jose',
  notInIt: 'everything but the signature',
  async prepare({ alg, publicJwk }) {
    const key = await importJWK(publicJwk, alg)
    return async badge => {
      try {
        const { payload } = await compactVerify(badge, key, { algorithms: [alg] })
        return typeof JSON.parse(new TextDecoder().decode(payload)) === 'object'
      } catch {
        // A bad signature is thrown.
        return false
      }
    }
  },
}
