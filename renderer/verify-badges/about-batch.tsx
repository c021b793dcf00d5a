import type { BatchSaid } from '../../contract/device/verifying.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextLink } from '../design/link.tsx'
import { quiet, row, small } from '../design/text.css.ts'
import type { SheetOpen } from './batch-sheets.tsx'
import { bundleSaid } from './bundle-said.ts'
import * as look from './why.css.ts'

interface About {
  readonly batch: BatchSaid
  onSheet(sheet: SheetOpen): void
}

/** What the answers rest on, and what can be done with the list as a whole. */
export function AboutBatch({ batch, onSheet }: About) {
  const words = useWords()
  const { many } = words.verify
  return (
    <section className={look.about}>
      <p className={`${small} ${quiet}`}>{bundleSaid(words, batch)}</p>
      <div className={row}>
        <TextLink to="/verify" as="small">
          {many.another}
        </TextLink>
        <Button kind="small" onPress={() => onSheet({ as: 'rename' })}>
          {many.rename}
        </Button>
        <Button kind="small" onPress={() => onSheet({ as: 'forget' })}>
          {many.forget}
        </Button>
      </div>
    </section>
  )
}
