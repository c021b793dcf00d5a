import type { CauseDecided } from '../../contract/device/verifying.ts'
import type { Cause } from '../../core/badge/cause.ts'
import { CauseDecisionRecord, causeName, ended, inForce } from '../../core/badge/cause.ts'
import { peopleOf } from '../../db/person/people.ts'
import type { Asker } from '../../db/query.ts'
import { all } from '../../db/query.ts'

/** The office's decision about a cause, if one is in force. */
export type DecidedOf = (cause: Cause | undefined) => CauseDecided | undefined

/** What the office has decided, as far as this computer knows, at a time (epoch ms). */
export const decidedAt = async (asker: Asker, at: number): Promise<DecidedOf> =>
  (await decisionsAt(asker, at)).decidedOf

/** The same, with the decision about a cause that has come to its end. */
export async function decisionsAt(
  asker: Asker,
  at: number,
): Promise<{ readonly decidedOf: DecidedOf; readonly endedOf: DecidedOf }> {
  const order = { by: 'decided', desc: true }
  const decisions = await all(asker, CauseDecisionRecord, { order })
  const people = await peopleOf(asker, [...new Set(decisions.map(({ body }) => body.decidedBy))])
  const names = new Map(people.map(({ id, body }) => [id, body.name]))
  const among =
    (those: ReadonlyMap<string, (typeof decisions)[number]>): DecidedOf =>
    cause => {
      const decision = cause === undefined ? undefined : those.get(causeName(cause))
      if (decision === undefined) return undefined
      const { choice, reason, decidedBy, decidedAt: madeAt, until } = decision.body
      const by = names.get(decidedBy) ?? decidedBy
      return { id: decision.id, choice, reason, by, decidedAt: madeAt, until }
    }
  return { decidedOf: among(inForce(decisions, at)), endedOf: among(ended(decisions, at)) }
}
