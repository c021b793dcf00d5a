import { useEffect, useRef, useState } from 'react'
import type { Holiday } from '../../core/person/district.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useFormKeys } from '../design/form-keys.ts'
import { row } from '../design/text.css.ts'
import * as look from './district.css.ts'
import { pastedDays, type Pasted } from './pasted-days.ts'

interface Pasting {
  readonly today: string
  onAdd(days: readonly Holiday[]): Promise<boolean>
  onClose(): void
}

/** So many lines that can't be read are named; there may be a whole page of them. */
const wrongShownMax = 5

/** A list of days, one a line. Where a line can't be read, nothing is added before it is put right. */
export function PasteDays({ today, onAdd, onClose }: Pasting) {
  const said = useWords().aboutDistrict.days
  const [text, setText] = useState('')
  const [read, setRead] = useState<Pasted>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const add = async () => {
    const pasted = pastedDays(text, today)
    setRead(pasted)
    if (pasted.wrong.length > 0 || pasted.days.length === 0) return
    if (await onAdd(pasted.days)) onClose()
  }
  useFormKeys(box, { submit: () => void add(), cancel: onClose })
  const isEmpty = read !== undefined && read.days.length + read.wrong.length === 0
  return (
    <div ref={box} role="group" aria-label={said.paste} className={look.form}>
      <TextField
        label={said.list}
        hint={said.listHint}
        rows={8}
        value={text}
        onValue={setText}
        error={
          isEmpty ? (read.weekendCount > 0 ? said.fault.weekend : said.listMissing) : undefined
        }
      />
      {read === undefined || read.wrong.length === 0 ? null : (
        <div role="alert" className={look.wrong}>
          <p>{said.wrong({ n: read.wrong.length })}</p>
          <ul>
            {read.wrong.slice(0, wrongShownMax).map(({ line, text: what, fault }) => (
              <li key={line}>
                {said.wrongLine({ line, text: what })} {said.fault[fault]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" onPress={() => void add()}>
          {said.addList}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {said.cancel}
        </Button>
      </div>
    </div>
  )
}
