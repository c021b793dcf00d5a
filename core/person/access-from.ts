import type { Person } from './record.ts'

/** What the directory says of somebody's leaving. */
type Leaving = Pick<Person, 'leftAt' | 'backAt'>

/** Whether somebody has left the district, and is not back. */
export const hasLeft = ({ leftAt }: Leaving): boolean => leftAt !== undefined

/**
 * From when on (epoch ms) a computer that was let in, a password that was set and a code that was made count for somebody:
 * nothing does of who has left, and of who is back only what came since. 0: all of it counts.
 */
export const accessFrom = ({ leftAt, backAt }: Leaving): number =>
  leftAt === undefined ? (backAt ?? 0) : Number.MAX_SAFE_INTEGER

/**
 * Before when (epoch ms) what let somebody in is ended for good: of who has left all of it. After a restore, as long as others
 * still send again what the copy lacked (`restoredAt`: when that was), of who left before it only what was there then: what
 * came later was let in once they were back, which is still to come again. Until it does `accessFrom` keeps that out.
 */
export function endsBefore(person: Leaving, restoredAt: number | undefined): number {
  const { leftAt } = person
  const isAgain = leftAt !== undefined && restoredAt !== undefined && leftAt < restoredAt
  return isAgain ? leftAt : accessFrom(person)
}
