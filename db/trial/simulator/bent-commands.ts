import type Database from 'better-sqlite3'
import { patch } from '../../../core/kit/change.ts'
import type { AnyCommand } from '../../../core/kit/command.ts'
import { command, refuse } from '../../../core/kit/command.ts'
import { deviceOf, msOf, stampAheadMsMax } from '../../../core/merge/clock.ts'
import { approveBadge, titleGoal, toyCommands, writeGoal } from '../toy-commands.ts'
import type { Mistake } from './mistake.ts'

/** A text as the last one wrote it, whatever others added meanwhile. */
const writeOver = command({
  ...writeGoal,
  decide: (s, i) => ({ changes: [patch(s.goal, { lines: i.text })] }),
})

/** Of two edits of one computer that were pulled back to the same moment, the first one stands. */
const titleOnTie = command({
  ...titleGoal,
  decide(s, i, context) {
    const stored = s.goal.clocks['title'] ?? ''
    const isPulledBack = msOf(stored) === context.now + stampAheadMsMax
    const isOwn = deviceOf(stored) === context.actor.device
    const isTie = isOwn && isPulledBack && msOf(context.stamp) === msOf(stored)
    return isTie ? { changes: [] } : titleGoal.decide(s, i, context)
  },
})

/** Who holds a name is asked of the index, also while all is decided again and the index tells of before. */
const approveByIndex = (db: Database.Database) =>
  command({
    ...approveBadge,
    decide(s, i, context) {
      const held = db.prepare('select key from name where name = ?').pluck()
      const badge = held.get(`badge of ${i.claim}`)
      return badge === undefined
        ? approveBadge.decide(s, i, context)
        : refuse('badge_exists', { badge: String(badge) })
    },
  })

/** The commands of the district, as the mistake would have them. */
export function districtCommands(mistake?: Mistake): readonly AnyCommand[] {
  if (mistake === 'textLastWins') return withOne(writeOver)
  return mistake === 'clampTies' ? withOne(titleOnTie) : toyCommands
}

/** The commands of a computer with this database, as the mistake would have them. */
export function computerCommands(db: Database.Database, mistake?: Mistake): readonly AnyCommand[] {
  return mistake === 'staleNames' ? withOne(approveByIndex(db)) : toyCommands
}

const withOne = (bent: AnyCommand): readonly AnyCommand[] =>
  toyCommands.map((each): AnyCommand => (each.name === bent.name ? bent : each))
