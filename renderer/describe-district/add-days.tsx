import { useRef, useState } from 'react'
import type { Holiday } from '../../core/person/district.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useFormKeys } from '../design/form-keys.ts'
import { row } from '../design/text.css.ts'
import { daysAsked, type RangeFault } from './days-asked.ts'
import * as look from './district.css.ts'
import { PasteDays } from './paste-days.tsx'

interface Adding {
  readonly today: string
  /** Resolves to whether they were taken. */
  onAdd(days: readonly Holiday[]): Promise<boolean>
}

/** A day or a range of days, with what it is; or a whole list, pasted. */
export function AddDays({ today, onAdd }: Adding) {
  const said = useWords().aboutDistrict.days
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [name, setName] = useState('')
  const [fault, setFault] = useState<RangeFault>()
  const [isPasting, setPasting] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const clear = () => {
    setFrom('')
    setUntil('')
    setName('')
    setFault(undefined)
  }
  const add = async () => {
    const asked = daysAsked({ from, until, name, today })
    if (typeof asked === 'string') {
      setFault(asked)
      return
    }
    setFault(undefined)
    if (!(await onAdd(asked))) return
    clear()
    box.current?.querySelector('input')?.focus()
  }
  useFormKeys(box, { submit: () => void add(), cancel: clear })
  const isOfUntil = fault === 'order' || fault === 'long'
  const faultSaid = fault === undefined ? undefined : said.fault[fault]
  if (isPasting) return <PasteDays today={today} onAdd={onAdd} onClose={() => setPasting(false)} />
  return (
    <div ref={box} role="group" aria-label={said.addTitle} className={look.form}>
      <div className={look.fields}>
        <TextField
          label={said.from}
          hint={said.fromHint}
          type="date"
          value={from}
          onValue={setFrom}
          error={isOfUntil ? undefined : faultSaid}
        />
        <TextField
          label={said.until}
          hint={said.untilHint}
          type="date"
          value={until}
          onValue={setUntil}
          error={isOfUntil ? faultSaid : undefined}
        />
        <TextField
          label={said.name}
          hint={said.nameHint}
          value={name}
          charsMax={200}
          onValue={setName}
        />
      </div>
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" onPress={() => void add()}>
          {said.add}
        </Button>
        <Button kind="bare" onPress={() => setPasting(true)}>
          {said.paste}
        </Button>
      </div>
    </div>
  )
}
