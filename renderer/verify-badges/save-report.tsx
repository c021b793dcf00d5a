import { useState } from 'react'
import type { BatchSaid } from '../../contract/device/verifying.ts'
import { saveBytes } from '../app/save-bytes.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { LiveRegion } from '../design/live-region.tsx'
import { fileNameOf } from '../hold-badges/file-name.ts'
import { verifying } from './verifying-door.ts'

interface Saving {
  readonly batch: BatchSaid
  /** A sheet stands above: its own primary action has the key. */
  readonly isBehind: boolean
  readonly busy: boolean
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>
}

/** The report, as a PDF to sign and as a CSV to work with. */
export function SaveReport({ batch, isBehind, busy, attempt }: Saving) {
  const words = useWords().verify.many
  const [saved, setSaved] = useState('')
  const save = async (form: 'csv' | 'pdf') => {
    const report = await attempt(() => verifying.report(batch.id, form))
    if (report === undefined) return
    const name = fileNameOf(words.fileName({ name: batch.name }), form)
    saveBytes(report, name)
    setSaved(words.saved({ name }))
  }
  usePrimaryKey(isBehind ? undefined : () => void save('pdf'))
  return (
    <>
      <Button busy={busy} onPress={() => void save('csv')}>
        {words.saveCsv}
      </Button>
      <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void save('pdf')}>
        {words.save}
      </Button>
      <LiveRegion say={saved} />
    </>
  )
}
