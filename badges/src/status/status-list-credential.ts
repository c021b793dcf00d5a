import { credentialsV2 } from '../json-ld/contexts.ts'
import type { JsonObject } from '../json/value.ts'
import { dateTimeOf } from '../issue/add-proof.ts'
import { encodeStatusList } from './bitstring.ts'

/** A status list as it is published (Bitstring Status List v1.0 section 2.2). */
export interface StatusListCredential {
  /** The URL it is served at: `statusListCredential` of every badge in it. */
  readonly id: string
  readonly issuer: string
  readonly purpose: 'revocation' | 'suspension'
  /** From `createStatusList` and `withBit`. */
  readonly list: Uint8Array
  /** Epoch ms. After `validUntil` a clear bit is no evidence any more: re-sign before. */
  readonly validFrom: number
  readonly validUntil: number
  /** How long a reader may keep a copy before asking again, in milliseconds. */
  readonly ttlMs: number
}

/** @returns the status list credential without a proof, ready for `issueBadge`. */
export function statusListCredential(status: StatusListCredential): JsonObject {
  return {
    '@context': [credentialsV2],
    id: status.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: status.issuer,
    validFrom: dateTimeOf(status.validFrom),
    validUntil: dateTimeOf(status.validUntil),
    credentialSubject: {
      id: `${status.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: status.purpose,
      encodedList: encodeStatusList(status.list),
      ttl: status.ttlMs,
    },
  }
}
