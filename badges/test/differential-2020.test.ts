import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020'
import * as vc from '@digitalbazaar/vc'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../src/json/value.ts'
import { knownContexts } from '../src/json-ld/contexts.ts'
import { emptyBundle, verifyBadge } from '../src/verify/verify.ts'
import { at, bytesOf } from './a-badge.ts'
import { anyCredential } from './any-credential.ts'
import { changes } from './changes.ts'
import { documentLoader } from './others.ts'
import { didKeyOf, withProof } from './signed.ts'

const suiteWords = 'https://w3id.org/security/suites/ed25519-2020/v1'

/** What their suite loads besides: its own words, and a key in the form of its day. */
async function loader(url: string) {
  const [did = '', fragment] = url.split('#')
  const document =
    url === suiteWords
      ? knownContexts.get(url)
      : fragment === undefined || !did.startsWith('did:key:')
        ? undefined
        : {
            '@context': suiteWords,
            id: url,
            type: 'Ed25519VerificationKey2020',
            controller: did,
            publicKeyMultibase: fragment,
          }
  return document === undefined
    ? documentLoader(url)
    : { contextUrl: null, documentUrl: url, document }
}

async function theirs(credential: JsonObject): Promise<boolean> {
  const { verified } = await vc.verifyCredential({
    credential,
    suite: new Ed25519Signature2020(),
    documentLoader: loader,
    now: new Date(at),
    checkStatus: async () => ({ verified: true }),
  })
  return verified
}
const ours = async (credential: JsonObject): Promise<boolean> =>
  (await verifyBadge(bytesOf(credential), { at, bundle: emptyBundle })).overall === 'verified'

const withWords = (credential: JsonObject): JsonObject => ({
  ...credential,
  '@context': [[credential['@context'] ?? []].flat(), suiteWords].flat(),
})

const change = fc.oneof(fc.constant('nothing'), fc.constantFrom(...Object.keys(changes)))

async function compared(signed: JsonObject, name: string): Promise<boolean> {
  const { make, why } = changes[name] ?? { make: whole => whole }
  const changed = make(signed)
  const [there, here] = [await theirs(changed), await ours(changed)]
  if (there && why !== undefined) expect(here, why).toBe(false)
  else expect(here, JSON.stringify(changed)).toBe(there)
  return here && there
}

test('Ed25519Signature2020, signed by Node: the same verdict, or a difference with its reason', async () => {
  const { did, method } = didKeyOf('ed25519')
  let good = 0
  await fc.assert(
    fc.asyncProperty(anyCredential(did), change, async (credential, name) => {
      const signed = await withProof(withWords(credential), 'Ed25519Signature2020', method)
      if (await compared(signed, name)) good += 1
    }),
    { seed: 20_260_304, numRuns: 40 },
  )
  expect(good).toBeGreaterThan(3)
}, 120_000)

test('Ed25519Signature2020, signed by them', async () => {
  const key = await Ed25519VerificationKey2020.generate()
  const did = `did:key:${key.publicKeyMultibase}`
  key.id = `${did}#${key.publicKeyMultibase}`
  key.controller = did
  let good = 0
  await fc.assert(
    fc.asyncProperty(anyCredential(did), change, async (credential, name) => {
      const { validFrom, issuanceDate, validUntil, expirationDate = validUntil } = credential
      // They sign nothing that is not valid now.
      fc.pre(!(Date.parse(String(expirationDate ?? '9999-01-01')) < at))
      fc.pre(!(Date.parse(String(validFrom ?? issuanceDate)) > at))
      const signed = await vc.issue({
        credential: withWords(credential),
        suite: new Ed25519Signature2020({ key, date: new Date('2026-03-02T10:00:00Z') }),
        documentLoader: loader,
        now: new Date(at),
      })
      if (await compared(signed, name)) good += 1
    }),
    { seed: 20_260_305, numRuns: 30 },
  )
  expect(good).toBeGreaterThan(3)
}, 120_000)
