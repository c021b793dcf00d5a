import type { Renewal } from '../../core/badge/renewal.ts'
import { renewals } from '../../core/badge/renewal.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { offeredOf } from '../choose-micro-credential/offered.ts'

/** A renewal, and where it is begun or gone on with: `undefined` where the micro-credential is offered no more. */
export interface WayToRenew extends Renewal {
  readonly to: string | undefined
}

/** What this person should renew, by the id of the badge; empty while it is read. */
export function useRenewals(): ReadonlyMap<string, WayToRenew> {
  const { person } = useSession()
  const badges = useRows('badges', {})?.badges.filter(({ body }) => body.owner === person?.id)
  const { micros, claims } = useRows('micro-credentials', {}) ?? { micros: [], claims: [] }
  const mine = claims.filter(({ body }) => body.owner === person?.id)
  return new Map(
    renewals(mine, badges ?? [], Date.now()).map(renewal => {
      const code = mine.find(({ body }) => body.badge === renewal.badge)?.body.code
      const micro = offeredOf(micros, code)
      const start = micro === undefined ? undefined : `/micro-credentials/${micro.id}`
      const to = renewal.begun === undefined ? start : `/claims/${renewal.begun}`
      return [renewal.badge, { ...renewal, to }]
    }),
  )
}
