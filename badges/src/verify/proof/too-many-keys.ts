import { keysTriedMax } from '../../limits.ts'
import { unresolved } from './resolved-key.ts'

/**
 * What is said where more keys could be meant than are tried and none of those tried fits: whether the
 * signature holds and whose key it is are not known, and never a fail.
 */
export const tooManyKeys = {
  key: unresolved('', 'unknown', 'TOO_COMPLEX', { keysTriedMax }),
  outcome: 'unknown',
  code: 'TOO_COMPLEX',
  facts: { keysTriedMax },
  message: 'More keys could be meant than are tried, and none of those fits.',
} as const
