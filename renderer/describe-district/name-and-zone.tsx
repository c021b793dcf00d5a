import { useRef, useState } from 'react'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { useFormKeys } from '../design/form-keys.ts'
import { row, section } from '../design/text.css.ts'
import * as look from './district.css.ts'
import { timeZones } from './time-zones.ts'

/** As the record has it (`districtSchema`). */
const nameCharsMax = 200

/** The district's name, and the zone in which its days begin. What was typed stands until it is saved. */
export function NameAndZone() {
  const words = useWords()
  const said = words.aboutDistrict
  const { district, calendar, language } = useSession()
  const { act, told, busy } = useAct()
  const [typed, setTyped] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const box = useRef<HTMLElement>(null)
  const name = typed ?? district?.name ?? ''
  const timeZone = chosen ?? calendar.timeZone
  const drop = () => {
    setTyped(undefined)
    setChosen(undefined)
    setMissing(false)
  }
  const save = async () => {
    if (busy) return
    setSaved(false)
    setMissing(name.trim() === '')
    if (name.trim() === '') return
    if ((await act('district.describe', { name: name.trim(), timeZone })) === undefined) return
    drop()
    setSaved(true)
  }
  useFormKeys(box, { submit: () => void save(), cancel: drop })
  return (
    <section ref={box} className={section}>
      <h2>{said.nameTitle}</h2>
      <div className={look.form}>
        <div className={look.fields}>
          <TextField
            label={said.name}
            hint={said.nameHint}
            value={name}
            charsMax={nameCharsMax}
            onValue={setTyped}
            error={isMissing && name.trim() === '' ? said.nameMissing : undefined}
          />
          <SelectField
            label={said.timeZone}
            hint={said.timeZoneHint}
            value={timeZone}
            options={timeZones(language, calendar.timeZone)}
            onValue={setChosen}
          />
        </div>
        <div className={row}>
          <Button busy={busy} onPress={() => void save()}>
            {said.save}
          </Button>
          <span role="status">{isSaved ? said.saved : ''}</span>
        </div>
        {told === undefined ? null : (
          <ErrorNote
            said={told.said}
            next={told.next}
            code={words.frame.code({ code: told.code })}
          />
        )}
      </div>
    </section>
  )
}
