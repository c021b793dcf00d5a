import type { Slot } from '../../core/micro-credential/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import { usePages, type Pages } from '../app/pages.ts'
import { door } from '../door/door.ts'

type Page = QueryRows<'evidence.fitting'>

const pageRows = 50

/** One's evidence that a slot takes and that holds the words, newest first, or `undefined` before its first page. */
export function useFitting(
  slot: Slot,
  words: string,
): (Pages<Page> & { readonly pieces: Page['rows'] }) | undefined {
  const asked = { accept: slot.accept, q: words.trim(), limit: pageRows }
  const found = usePages(['evidence.fitting', asked], from =>
    door.query('evidence.fitting', { ...asked, ...from }),
  )
  return found && { ...found, pieces: found.pages.flatMap(page => page.rows) }
}
