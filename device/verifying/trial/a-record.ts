import { issueBadge } from 'open-badges-validator-core/issue'
import type { JsonObject } from 'open-badges-validator-core/verify'
import type { issuerOf } from './some-badges.ts'

/** A learner record (CLR 2.0) that an issuer made of badges, signed a minute before `at`. */
export const aRecord = (
  issuer: ReturnType<typeof issuerOf>,
  at: number,
  badges: readonly JsonObject[],
  index = 0,
): Promise<JsonObject> =>
  issueBadge({
    ...issuer.signing,
    created: at - 60_000,
    credential: {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: `urn:uuid:3c7d2a1f-7f0f-4a53-9f0c-${String(index).padStart(12, '0')}`,
      type: ['VerifiableCredential', 'ClrCredential'],
      issuer: { id: issuer.did, type: ['Profile'], name: issuer.name },
      validFrom: new Date(at - 60_000).toISOString().replace(/\.\d+Z$/, 'Z'),
      name: 'Record of Ana',
      credentialSubject: {
        type: ['ClrSubject'],
        id: `did:example:ana-${index}`,
        verifiableCredential: badges,
      },
    },
  })
