import type { TrustListSaid } from '../../contract/device/trust-lists.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Sheet } from '../design/sheet.tsx'
import { row } from '../design/text.css.ts'
import { trustLists } from './trust-door.ts'

interface Removing {
  readonly list: TrustListSaid
  onGone(): void
  onClose(): void
}

/** Asks before a list counts no more: its key would have to be compared again. */
export function RemoveListSheet({ list, onGone, onClose }: Removing) {
  const said = useWords().verify.lists
  const { attempt, told, busy } = useAct()
  const remove = () =>
    void attempt(async () => {
      await trustLists.remove(list.fingerprint)
      onGone()
    })
  return (
    <Sheet title={said.removeTitle} open onClose={onClose} closeSaid={said.close}>
      <p>{said.removeWhy({ name: list.name })}</p>
      {told === undefined ? null : <ErrorNote {...told} />}
      <div className={row}>
        <Button kind="danger" busy={busy} onPress={remove}>
          {said.remove}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {said.keepIt}
        </Button>
      </div>
    </Sheet>
  )
}
