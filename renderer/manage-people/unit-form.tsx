import { useRef, useState } from 'react'
import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { useFirstField } from '../design/first-field.ts'
import { row } from '../design/text.css.ts'
import { useFormKeys } from '../design/form-keys.ts'
import * as look from './people.css.ts'

/** What is asked about: a school, a team of a school or of the district, another name. */
export type UnitAsked =
  | { readonly what: 'school' }
  | { readonly what: 'team'; readonly school: Row<Unit> | undefined }
  | { readonly what: 'rename'; readonly unit: Row<Unit> }

/** A name for a school or team, a new one or another. */
export function UnitForm({ asked, onClose }: { asked: UnitAsked; onClose(): void }) {
  const words = useWords()
  const said = words.units
  const { act, told, busy } = useAct()
  const [name, setName] = useState(asked.what === 'rename' ? asked.unit.body.name : '')
  const [pressed, setPressed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useFirstField(box)

  const send = (trimmed: string) => {
    if (asked.what === 'rename') return act('unit.rename', { unit: asked.unit.id, name: trimmed })
    const id = crypto.randomUUID()
    if (asked.what === 'school')
      return act('unit.add', { id, unit: { kind: 'school', name: trimmed } })
    const school = asked.school === undefined ? {} : { school: asked.school.id }
    return act('unit.add', { id, unit: { kind: 'team', name: trimmed, ...school } })
  }
  const save = async () => {
    if (busy) return
    setPressed(true)
    if (name.trim() === '') return
    if ((await send(name.trim())) !== undefined) onClose()
  }
  useFormKeys(box, { submit: () => void save(), cancel: onClose })
  const title =
    asked.what === 'rename'
      ? said.renameOf({ name: asked.unit.body.name })
      : asked.what === 'school'
        ? said.addSchool
        : asked.school === undefined
          ? said.addTeam
          : said.addTeamTo({ school: asked.school.body.name })
  return (
    <section ref={box} className={look.form} aria-label={title}>
      <h3>{title}</h3>
      <TextField
        label={said.name}
        value={name}
        onValue={setName}
        error={pressed && name.trim() === '' ? said.nameMissing : undefined}
      />
      <div className={row}>
        <Button kind="primary" busy={busy} keys="Ctrl Enter" onPress={() => void save()}>
          {asked.what === 'rename' ? said.save : said.add}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {said.cancel}
        </Button>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </section>
  )
}
