import { useState } from 'react'
import type { CauseChoice } from '../../core/badge/cause.ts'
import type { BatchSaid, Group } from '../../contract/device/verifying.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { Sheet } from '../design/sheet.tsx'
import { row } from '../design/text.css.ts'
import { DecideSheet } from './decide-sheet.tsx'
import type { Given } from './given.ts'
import { forgetBatch } from './use-batch.ts'
import { limits, verifying } from './verifying-door.ts'
import { WaysIn } from './ways-in.tsx'

/** The one sheet that may stand above a batch. */
export type SheetOpen =
  | { readonly as: 'add' | 'rename' | 'forget' }
  | { readonly as: 'decide'; readonly group: Group; readonly choice: CauseChoice | undefined }

interface Showing {
  readonly sheet: SheetOpen | undefined
  readonly batch: BatchSaid
  readonly handOver: { files(given: Given): void; text(text: string): void }
  onClose(): void
  onDecided(group: Group): void
  onGone(): void
}

/** Whatever is asked above a batch. */
export function BatchSheets({ sheet, batch, handOver, onClose, onDecided, onGone }: Showing) {
  const words = useWords().verify.many
  switch (sheet?.as) {
    case undefined:
      return null
    case 'add':
      return (
        <Sheet title={words.addTitle} open onClose={onClose} closeSaid={words.close}>
          <WaysIn
            onFiles={given => {
              handOver.files(given)
              onClose()
            }}
            onText={text => {
              handOver.text(text)
              onClose()
            }}
          />
        </Sheet>
      )
    case 'rename':
      return <RenameSheet batch={batch} onClose={onClose} />
    case 'forget':
      return <ForgetSheet batch={batch} onClose={onClose} onGone={onGone} />
    case 'decide':
      return (
        <DecideSheet
          group={sheet.group}
          choice={sheet.choice}
          onClose={onClose}
          onDecided={() => onDecided(sheet.group)}
        />
      )
  }
}

interface Changing {
  readonly batch: BatchSaid
  onClose(): void
}

/** Another name for a batch. */
function RenameSheet({ batch, onClose }: Changing) {
  const words = useWords().verify.many
  const { attempt, told, busy } = useAct()
  const [name, setName] = useState(batch.name)
  const rename = () =>
    void attempt(async () => {
      if (name.trim() !== '') await verifying.rename(batch.id, name.trim())
      await forgetBatch(batch.id)
      onClose()
    })
  usePrimaryKey(rename)
  return (
    <Sheet title={words.renameTitle} open onClose={onClose} closeSaid={words.close}>
      <TextField
        label={words.renameLabel}
        value={name}
        onValue={value => setName(value.slice(0, limits.nameCharsMax))}
        onEnter={rename}
      />
      {told === undefined ? null : <ErrorNote {...told} />}
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={rename}>
          {words.renameDo}
        </Button>
      </div>
    </Sheet>
  )
}

/** Takes a batch's answers from this computer: no undo gets them back, so it is asked here. */
function ForgetSheet({ batch, onClose, onGone }: Changing & { onGone(): void }) {
  const words = useWords().verify.many
  const { attempt, told, busy } = useAct()
  const forget = () =>
    void attempt(async () => {
      await verifying.remove(batch.id)
      onGone()
    })
  return (
    <Sheet title={words.forgetTitle} open onClose={onClose} closeSaid={words.close}>
      <p>{words.forgetWhy({ n: batch.counts.all })}</p>
      {told === undefined ? null : <ErrorNote {...told} />}
      <div className={row}>
        <Button kind="danger" busy={busy} onPress={forget}>
          {words.forgetDo}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {words.forgetNot}
        </Button>
      </div>
    </Sheet>
  )
}
