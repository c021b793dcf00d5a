import { keyOf } from '../../core/kit/record-type.ts'
import { text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { append } from './append.ts'
import { deviceStream, resultKind } from './done.ts'

/**
 * Puts results into a device's stream that were told to another one: a command is the same wherever it comes from, so
 * a computer that brings one which was decided before hears of it too. So does one that was away so long that what its
 * commands came to was forgotten: it settles them only by what a page brings. What its stream holds already is left. Returns
 * its new last number where there was news.
 */
export function* tellAgain(
  device: string,
  keys: readonly string[],
  nowMs: number,
  dialect: Dialect,
): Steps<ReadonlyMap<string, number>> {
  const stream = deviceStream(device)
  const asked = [...new Set(keys)].map(key => keyOf(resultKind, key))
  const rows = yield* query(
    `select key from change where stream = ? and ${dialect.among('key')}`,
    stream,
    JSON.stringify(asked),
  )
  const told = new Set(rows.map(row => text(row, 'key')))
  const lacking = asked.filter(key => !told.has(key))
  return yield* append(
    lacking.map(key => ({ stream, key })),
    nowMs,
  )
}
