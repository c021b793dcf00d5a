import type { Rec } from '../kit/record-type.ts'

/**
 * The fields in which a body differs from the record, ready to be set: what the body no longer has is `undefined`.
 * Nothing where the same package comes again, so that nothing is sent either.
 */
export function differing(
  { body }: Rec<object>,
  next: object,
  fields: readonly string[],
): Record<string, unknown> {
  const [there, wanted] = [new Map(Object.entries(body)), new Map(Object.entries(next))]
  const set: Record<string, unknown> = {}
  for (const field of fields) {
    const value: unknown = wanted.get(field)
    if (JSON.stringify(there.get(field)) !== JSON.stringify(value)) set[field] = value
  }
  return set
}
