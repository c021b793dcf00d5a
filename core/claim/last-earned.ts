import type { Rec } from '../kit/record-type.ts'
import type { Claim } from './record.ts'

type Owned = Pick<Rec<Claim>, 'id' | 'body'>

/**
 * The claim among one person's that was earned last; `undefined` where none was. One that the office set aside gets no badge,
 * so that it stands behind every other: what was earned before still holds, and ends.
 */
export const lastEarned = <C extends Owned>(claims: readonly C[]): C | undefined =>
  claims
    .filter(({ body }) => body.state === 'earned')
    .toSorted(
      (a, b) =>
        hasBadgeAhead(b.body) - hasBadgeAhead(a.body) || earnedAt(b.body) - earnedAt(a.body),
    )[0]

const hasBadgeAhead = ({ setAside }: Claim): number => (setAside === undefined ? 1 : 0)

const earnedAt = ({ attempts, changedAt }: Claim): number =>
  attempts.at(-1)?.outcome?.decidedAt ?? changedAt
