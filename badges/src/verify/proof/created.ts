import { textOf, valueAt, type JsonObject } from '../../json/value.ts'
import { epochMsOf } from '../date-time.ts'
import type { Finding } from '../report.ts'

/**
 * When a proof says that it was made (vc-data-integrity section 2.1, `created`). A time without a zone is read as UTC,
 * as that section allows: so that one to come is noticed.
 *
 * @returns epoch ms, or null where it says no time.
 */
export function createdOf(proof: JsonObject): number | null {
  const text = textOf(valueAt(proof, 'created')) ?? ''
  return epochMsOf(text) ?? epochMsOf(`${text}Z`)
}

/** A time of signing that is none is an error (vc-di-eddsa section 3.2.5): whether the key was in use rests on it. */
export function createdIsATime(proof: JsonObject, about: string): readonly Finding[] {
  if (valueAt(proof, 'created') === undefined || createdOf(proof) !== null) return []
  return [
    {
      id: 'signedAt',
      about,
      spec: 'vc-data-integrity section 2.1',
      outcome: 'fail',
      code: 'MALFORMED_VALUE_ERROR',
      facts: { problems: ['created: a date and time with zone'] },
      message: 'The time that it says it was signed at is no time.',
    },
  ]
}
