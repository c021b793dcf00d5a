import { holds } from '../../core/access/reach.ts'
import type { Holding } from '../../core/kit/command.ts'

/** Who may do much harm, anywhere, comes in by a password only with a one-time code (security.md row 37). */
export const needsCodes = (holding: Holding): boolean =>
  holds(holding, 'officer') || holds(holding, 'administrator')
