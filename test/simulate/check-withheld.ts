import type { Entry } from './entry.ts'
import { firstOf, rowIn } from './rows.ts'
import type { Grounds } from './world.ts'
import { Broken, count } from './world.ts'

interface Piece {
  readonly owner?: string
  readonly deletedAt?: number
  readonly withheld?: { readonly file?: { readonly sha256: string } }
}

/**
 * WITHHELD: what is deleted while a legal hold is on its person's record is withheld in the district, and else nothing of it
 * is left there. `by`: what wrote the piece in this transaction.
 */
export function checkWithheld(world: Grounds, piece: Piece, by: readonly Entry[]): void {
  const [entry] = by
  const { owner = '', deletedAt, withheld } = piece
  if (deletedAt === undefined && withheld !== undefined)
    throw new Broken('WITHHELD', 'Something is withheld of a piece that is there.', { by })
  if (entry?.command !== 'evidence.delete' || by.length > 1 || entry.outcome !== 'applied') return
  const hold = rowIn(world.dbs.record, `hold/${owner}`)
  const isHeld = hold !== undefined && !hold.body.includes('"liftedAt":')
  if (deletedAt === undefined || isHeld !== (withheld !== undefined))
    throw new Broken(
      'WITHHELD',
      'What was deleted is withheld without a hold, or gone under one.',
      {
        ...{ owner, isHeld },
        command: entry.command_key,
      },
    )
  if (!isHeld) return
  count(world, 'evidence withheld')
  const sha = withheld?.file?.sha256
  const here = 'select sha from blob where sha = ? and owner = ?'
  if (sha !== undefined && firstOf(world.dbs.record, here, sha, owner) !== undefined)
    world.ledger.withheld.add(sha)
}
