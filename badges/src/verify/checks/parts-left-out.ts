import { partsDepthMax, partsMax } from '../../limits.ts'
import type { Finding } from '../report.ts'

/**
 * What holds more than is looked at is not verified: what was passed over may be the bad part.
 *
 * @param about the first part that was passed over.
 * @param isTooDeep whether it lies too deep, and not one too many.
 */
export function partsLeftOut(about: string, isTooDeep: boolean): Finding {
  return {
    id: 'parts',
    about,
    spec: 'the limits of this package',
    outcome: 'unknown',
    code: isTooDeep ? 'TOO_DEEP' : 'TOO_LARGE',
    facts: isTooDeep ? { partsDepthMax } : { partsMax },
    message: 'It holds more than is looked at, from here on.',
  }
}
