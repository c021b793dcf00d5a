import type { Rec } from '../kit/record-type.ts'
import type { Claim } from './record.ts'

type Owned = Pick<Rec<Claim>, 'id' | 'body'>

/** The claim among one person's that was earned last; `undefined` where none was. */
export const lastEarned = <C extends Owned>(claims: readonly C[]): C | undefined =>
  claims
    .filter(({ body }) => body.state === 'earned')
    .toSorted((a, b) => earnedAt(b.body) - earnedAt(a.body))[0]

const earnedAt = ({ attempts, changedAt }: Claim): number =>
  attempts.at(-1)?.outcome?.decidedAt ?? changedAt
