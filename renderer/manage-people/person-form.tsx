import { useRef, useState } from 'react'
import { grantedRoles, type Person } from '../../core/person/record.ts'
import { mayDescribe, mayKeepUnit } from '../../core/person/rights.ts'
import { gainOfTwo, isNoGain } from '../../core/person/role-request.ts'
import { isLossOfTwo } from '../../core/person/took.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { useFirstField } from '../design/first-field.ts'
import { quiet, row, small } from '../design/text.css.ts'
import { useFormKeys } from '../design/form-keys.ts'
import * as look from './people.css.ts'
import { choicesOf, holdingOf, isUnplaced } from './role-choice.ts'
import { RoleFields } from './role-fields.tsx'
import { UnitChecks } from './unit-checks.tsx'
import { onlyHeadOf } from './unit-order.ts'

interface Describing {
  /** The person who is changed; `undefined` adds one. */
  readonly id: string | undefined
  readonly person: Person | undefined
  readonly units: readonly Row<Unit>[]
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
export function PersonForm({ id, person, units, onClose, onDone }: Describing) {
  const words = useWords()
  const said = words.people.form
  const { act, told, busy } = useAct()
  const [name, setName] = useState(person?.name ?? '')
  const [place, setPlace] = useState(person?.place ?? '')
  const { holding, person: me } = useSession()
  const isOwn = id !== undefined && id === me?.id
  const [isEducator, setEducator] = useState(person?.roles.includes('educator') ?? true)
  const [choices, setChoices] = useState(choicesOf(person))
  const theirs = units.filter(unit => mayKeepUnit(holding, unit.id, units))
  const only = mayDescribe(holding) ? undefined : onlyHeadOf(theirs)
  const [worksIn, setWorksIn] = useState<readonly string[]>(person?.units ?? only ?? [])
  const [language, setLanguage] = useState<Person['language']>(person?.language)
  const [pressed, setPressed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useFirstField(box)

  // Who keeps some schools only can enter nobody elsewhere.
  const isHomeless = !mayDescribe(holding) && worksIn.length === 0
  const held = holdingOf(isEducator, choices)
  const isWhole =
    name.trim() !== '' &&
    held.roles.length + held.grants.length > 0 &&
    !isHomeless &&
    !grantedRoles.some(role => isUnplaced(choices[role]))
  const save = async () => {
    if (busy) return
    setPressed(true)
    if (!isWhole) return
    const sent = {
      id: id ?? crypto.randomUUID(),
      person: {
        name: name.trim(),
        place: place.trim(),
        ...placesOf({ ...held, units: [...worksIn] }, person, units.length > 0),
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
      {isOwn ? (
        <p className={`${small} ${quiet}`}>{words.units.yourOwn}</p>
      ) : (
        <>
          {theirs.length === 0 ? null : (
            <fieldset>
              <legend className={look.legend}>{words.units.worksIn}</legend>
              <p className={`${small} ${quiet}`}>{words.units.worksInHint}</p>
              <UnitChecks units={theirs} chosen={worksIn} onChosen={setWorksIn} />
              {pressed && isHomeless ? (
                <p className={look.error}>{words.units.worksInMissing}</p>
              ) : null}
            </fieldset>
          )}
          <RoleFields
            isEducator={isEducator}
            choices={choices}
            units={units}
            pressed={pressed}
            onEducator={setEducator}
            onChoices={setChoices}
          />
        </>
      )}
      {isNoGain(gainOfTwo(person, held)) ? null : (
        <p className={`${small} ${quiet}`}>{said.takesTwo}</p>
      )}
      {!isOwn && isLossOfTwo(person, held) ? (
        <p className={`${small} ${quiet}`}>{said.takesAway}</p>
      ) : null}
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

/** Where they work and what they hold. In a district without schools, and where there never were any, nothing is said of them. */
function placesOf(
  { roles, grants, units }: Pick<Person, 'roles'> & Required<Pick<Person, 'units' | 'grants'>>,
  before: Person | undefined,
  isPlaced: boolean,
): Pick<Person, 'roles' | 'units' | 'grants'> {
  const wasPlaced = before?.units !== undefined || before?.grants !== undefined
  return isPlaced || wasPlaced ? { roles, units, grants } : { roles }
}
