import type { secretHeader, shownHeader } from '../../contract/device/door.ts'
import { secret } from './secret.ts'
import { shownDevice } from './shown-records.ts'

/** Names as the contract has them; types alone come from there, and one that differs doesn't compile. */
const secretIn: typeof secretHeader = 'x-meritfolio'
const shownIn: typeof shownHeader = 'x-meritfolio-shown'

/** What goes along with everything that this window asks: its key, and whose records it shows. */
export function windowHeaders(): Readonly<Record<string, string>> {
  const device = shownDevice()
  return {
    [secretIn]: secret() ?? '',
    ...(device === undefined ? {} : { [shownIn]: device }),
  }
}
