import type { Result } from '../wire.ts'
import type { Decided, Sent } from './store.ts'

/**
 * The answer to a command whose key has a result: the same again, where it is the same command; `fork` where something
 * else was decided under the key, so that nobody is told that words are in the record which never came there. An
 * earlier stamp is the same edit before it was typed on and sent, as a copy of a folder still has it.
 */
export function answered({ result, sent: before }: Decided, sent: Sent | undefined): Result {
  if (before === undefined || sent === undefined) return result
  const isSame = sent.digest === before.digest || sent.stamp < before.stamp
  return isSame ? result : { status: 'fork' }
}
