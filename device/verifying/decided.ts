import type { CauseDecided } from '../../contract/device/verifying.ts'
import type { Cause } from '../../core/badge/cause.ts'
import { CauseDecisionRecord, causeName, inForce } from '../../core/badge/cause.ts'
import { peopleOf } from '../../db/person/people.ts'
import type { Asker } from '../../db/query.ts'
import { all } from '../../db/query.ts'

/** The office's decision about a cause, if one is in force. */
export type DecidedOf = (cause: Cause | undefined) => CauseDecided | undefined

/** What the office has decided, as far as this computer knows, at a time (epoch ms). */
export async function decidedAt(asker: Asker, at: number): Promise<DecidedOf> {
  const order = { by: 'decided', desc: true }
  const decisions = inForce(await all(asker, CauseDecisionRecord, { order }), at)
  const people = await peopleOf(
    asker,
    [...decisions.values()].map(({ body }) => body.decidedBy),
  )
  const names = new Map(people.map(({ id, body }) => [id, body.name]))
  return cause => {
    const decision = cause === undefined ? undefined : decisions.get(causeName(cause))
    if (decision === undefined) return undefined
    const { choice, reason, decidedBy, decidedAt, until } = decision.body
    const by = names.get(decidedBy) ?? decidedBy
    return { id: decision.id, choice, reason, by, decidedAt, until }
  }
}
