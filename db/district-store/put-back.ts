import { z } from 'zod'
import { metaOf, setMeta } from '../meta/meta.ts'
import type { Steps } from '../sql/steps.ts'

const name = 'put-back'

const putBackSchema = z.object({
  /** When it was noticed (epoch ms). */
  at: z.number(),
  /** Whether the district was started since: a start does what a restore asks for besides another life. */
  isSettled: z.boolean(),
})
/** An older copy stood in the place of a record, and nobody had said so. */
export type PutBack = z.infer<typeof putBackSchema>

/** Notes that it was noticed. */
export const notePutBack = (at: number): Steps<void> => put({ at, isSettled: false })

/** The last one that was noticed. */
export function* putBackOf(): Steps<PutBack | undefined> {
  const stored = yield* metaOf(name)
  return stored === undefined ? undefined : putBackSchema.parse(JSON.parse(stored))
}

/** A start has done the rest. */
export function* settlePutBack(): Steps<void> {
  const noticed = yield* putBackOf()
  if (noticed !== undefined) yield* put({ ...noticed, isSettled: true })
}

const put = (noticed: PutBack): Steps<void> => setMeta(name, JSON.stringify(noticed))
