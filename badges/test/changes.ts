import { isObject, listOf, textOf, type JsonObject } from '../src/json/value.ts'
import { didKeyOf } from './signed.ts'

/** @returns the first proof of a credential, which must have one. */
export function proofOf(credential: JsonObject): JsonObject {
  const [proof] = listOf(credential['proof'])
  if (!isObject(proof)) throw new TypeError('no proof')
  return proof
}

const withProofChanged = (credential: JsonObject, change: JsonObject): JsonObject => ({
  ...credential,
  proof: { ...proofOf(credential), ...change },
})

function without(signed: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(signed).filter(([key]) => key !== name))
}

/** What may become of a signed credential; `why` where others verify what we don’t. */
export const changes: Readonly<
  Record<string, { make(signed: JsonObject): JsonObject; why?: string }>
> = {
  nothing: { make: signed => signed },
  'members in another order': {
    make: signed => Object.fromEntries(Object.entries(signed).toReversed()),
  },
  'types in another order': {
    make: signed => ({ ...signed, type: listOf(signed['type']).toReversed() }),
  },
  'another name': { make: signed => ({ ...signed, name: 'another' }) },
  'another end': { make: signed => ({ ...signed, validUntil: '2031-01-01T00:00:00Z' }) },
  'another issuer': { make: signed => ({ ...signed, issuer: didKeyOf('p256').did }) },
  'no subject': { make: signed => without(signed, 'credentialSubject') },
  'a word no context defines': { make: signed => ({ ...signed, grade: 'A' }) },
  'a word a context defines': { make: signed => ({ ...signed, description: 'A' }) },
  'contexts the other way round': {
    make: signed => ({ ...signed, '@context': listOf(signed['@context']).toReversed() }),
  },
  'another purpose': {
    make: signed => withProofChanged(signed, { proofPurpose: 'authentication' }),
  },
  'another time of signing': {
    make: signed => withProofChanged(signed, { created: '2026-03-02T10:00:01Z' }),
  },
  'a shorter signature': {
    make: signed => {
      const value = textOf(proofOf(signed)['proofValue']) ?? ''
      return withProofChanged(signed, { proofValue: value.slice(0, -1) })
    },
  },
  'no proof': { make: signed => without(signed, 'proof') },
  'a start under another name': {
    make: ({ validFrom, ...rest }) => ({
      ...rest,
      '@context': [
        ...listOf(rest['@context']),
        {
          begins: {
            '@id': 'https://www.w3.org/2018/credentials#validFrom',
            '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
          },
        },
      ],
      begins: validFrom ?? '',
    }),
    why: 'VCDM 2.0 4.9, OB 3.0 #data-models: readers look for validFrom, and others do not ask whether it is there',
  },
}
