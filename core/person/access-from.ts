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
