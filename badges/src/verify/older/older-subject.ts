import type { JsonObject } from '../../json/value.ts'
import type { OlderCase } from './older-case.ts'

/**
 * Puts what counts of an older badge into one document, to be shown: the badge as it is hosted, its
 * class and its issuer from their own addresses.
 */
export function olderSubject(older: OlderCase): JsonObject {
  const { assertion, badge, issuer, the } = older
  const issuerShown = {
    ...issuer.document,
    ...(issuer.id === null ? {} : { id: issuer.id }),
  }
  if (the.detected.kind !== 'badge') return { ...assertion, issuer: issuerShown }
  return {
    ...assertion,
    badge: {
      ...badge.document,
      ...(badge.id === null ? {} : { id: badge.id }),
      issuer: issuerShown,
    },
  }
}
