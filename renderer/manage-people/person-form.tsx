import { useEffect, useRef, useState } from 'react'
import { personRoles, type Person } from '../../core/person/record.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Check, SelectField, TextField } from '../design/field.tsx'
import { row } from '../design/text.css.ts'
import { useFormKeys } from '../make-plan/form-keys.ts'
import * as look from './people.css.ts'

interface Describing {
  /** The person who is changed; `undefined` adds one. */
  readonly id: string | undefined
  readonly person: Person | undefined
  onClose(): void
  onDone(note: Note): void
}

/** What was sent to the district about a person: the sentence until it shows, and the one from then on. */
export interface Note {
  readonly id: string
  readonly person: Person
  readonly said: string
  readonly applied: string
}

/** What the directory says about a person. The district decides, so that it shows once it has answered. */
export function PersonForm({ id, person, onClose, onDone }: Describing) {
  const words = useWords()
  const said = words.people.form
  const { act, told, busy } = useAct()
  const [name, setName] = useState(person?.name ?? '')
  const [place, setPlace] = useState(person?.place ?? '')
  const [roles, setRoles] = useState<Person['roles']>(person?.roles ?? ['educator'])
  const [language, setLanguage] = useState<Person['language']>(person?.language)
  const [pressed, setPressed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])

  const isWhole = name.trim() !== '' && roles.length > 0
  const save = async () => {
    if (busy) return
    setPressed(true)
    if (!isWhole) return
    const sent = {
      id: id ?? crypto.randomUUID(),
      person: {
        name: name.trim(),
        place: place.trim(),
        roles,
        ...(language === undefined ? {} : { language }),
      },
    }
    const answer = await act('person.add', sent)
    if (answer === undefined) return
    onDone({ ...sent, said: said.queued(sent.person), applied: said.applied(sent.person) })
  }
  useFormKeys(box, { submit: () => void save(), cancel: onClose })
  return (
    <section
      ref={box}
      className={look.form}
      aria-label={person === undefined ? said.addTitle : said.changeTitle({ name: person.name })}
    >
      <TextField
        label={said.name}
        value={name}
        onValue={setName}
        error={pressed && name.trim() === '' ? said.nameMissing : undefined}
      />
      <TextField label={said.place} hint={said.placeHint} value={place} onValue={setPlace} />
      <fieldset>
        <legend className={look.legend}>{said.roles}</legend>
        {personRoles.map(role => (
          <Check
            key={role}
            checked={roles.includes(role)}
            onChecked={on =>
              setRoles(personRoles.filter(one => (one === role ? on : roles.includes(one))))
            }
          >
            {said.role[role]}
          </Check>
        ))}
        {pressed && roles.length === 0 ? <p className={look.error}>{said.rolesMissing}</p> : null}
      </fieldset>
      <SelectField
        label={said.language}
        value={language ?? ''}
        options={[
          { value: '', label: said.unsaid },
          { value: 'en', label: words.welcome.languages.en },
          { value: 'es', label: words.welcome.languages.es },
        ]}
        onValue={value => setLanguage(value === 'en' || value === 'es' ? value : undefined)}
      />
      <div className={row}>
        <Button kind="primary" busy={busy} keys="Ctrl Enter" onPress={() => void save()}>
          {person === undefined ? said.add : said.change}
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
