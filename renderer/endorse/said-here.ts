import type { Row } from '../../contract/device/row.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import type { NamedIn } from '../../core/endorsement/speaks-for.ts'
import { speaksFor } from '../../core/endorsement/speaks-for.ts'

/** The district's words that speak for what a badge names. */
export interface SaidHere {
  readonly inForce: readonly Row<GivenEndorsement>[]
  /** Given, and waiting for the district's signature. */
  readonly waiting: readonly Row<GivenEndorsement>[]
}

/** Tells the words in force at a moment (epoch ms), and those that will be once they are signed. */
export function saidHere(
  given: readonly Row<GivenEndorsement>[],
  named: NamedIn,
  now: number,
): SaidHere {
  const waits = ({ body }: Row<GivenEndorsement>) =>
    body.state === 'given' && speaksFor({ ...body, state: 'signed' }, named, now)
  return {
    inForce: given.filter(({ body }) => speaksFor(body, named, now)),
    waiting: given.filter(waits),
  }
}
