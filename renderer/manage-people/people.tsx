import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { hasLeft } from '../../core/person/access-from.ts'
import { mayDescribe, mayKeepUnit } from '../../core/person/rights.ts'
import { isWaiting } from '../../core/person/role-request.ts'
import { unitName } from '../app/unit-name.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { LoadingLine } from '../design/progress.tsx'
import { lead, measure, ruled, section } from '../design/text.css.ts'
import { Erasures } from '../erase-record/erasures.tsx'
import { ClaimsBeingRead } from '../issue-badges/claims-being-read.tsx'
import { foldText } from '../make-plan/found-competencies.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Words } from '../../words/words.ts'
import { Devices } from './devices.tsx'
import { HaveLeft } from './have-left.tsx'
import { PersonForm, type Note } from './person-form.tsx'
import { PersonRow } from './person-row.tsx'
import { RoleRequests } from './role-requests.tsx'
import * as look from './people.css.ts'
import { inOrder } from './unit-order.ts'
import * as placed from './units.css.ts'
import { Units, worksIn } from './units.tsx'
import { useDevices } from './use-devices.ts'

/** People and access, for an administrator: who is here, what they may do, invitations, computers. */
export function PeopleScreen() {
  const words = useWords()
  const { roles, district } = useSession()
  if (!roles.includes('administrator') || district === undefined) {
    return (
      <Screen title={words.people.title}>
        <ErrorNote
          kind="ask"
          said={district === undefined ? words.people.needsDistrict : words.people.notYours}
          next=""
        >
          <TextLink to={district === undefined ? '/settings/district' : '/today'}>
            {district === undefined ? words.settings.district.joinTitle : words.frame.back}
          </TextLink>
        </ErrorNote>
      </Screen>
    )
  }
  return <Managing />
}

function Managing() {
  const words = useWords()
  const said = words.people
  const rows = useRows('people', {})
  const devices = useDevices()
  const [search, setSearch] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const [note, setNote] = useState<Note>()
  const question = search.get('q') ?? ''
  const { holding } = useSession()
  const units = rows?.units ?? []
  const kept = inOrder(units).filter(unit => mayKeepUnit(holding, unit.id, units))
  const place = kept.find(unit => unit.id === search.get('unit'))?.id
  const known = (rows?.people ?? []).filter(
    ({ body }) => mayDescribe(holding) || kept.some(unit => worksIn(body, unit.id, units)),
  )
  const people = known.filter(({ body }) => !hasLeft(body))
  const ask = (q: string, unit: string | undefined) =>
    setSearch(
      { ...(q === '' ? {} : { q }), ...(unit === undefined ? {} : { unit }) },
      { replace: true },
    )
  usePrimaryKey(adding ? undefined : () => setAdding(true))

  const isAsked = ({ body }: (typeof known)[number]) =>
    (place === undefined || worksIn(body, place, units)) &&
    foldText(`${body.name} ${body.place}`).includes(foldText(question))
  const found = people.filter(isAsked)
  return (
    <Screen
      title={said.title}
      actions={
        <Button kind="primary" keys="Ctrl Enter" onPress={() => setAdding(true)}>
          {said.add}
        </Button>
      }
    >
      {rows === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      <p className={`${lead} ${measure}`}>{said.lead}</p>
      {mayDescribe(holding) ? (
        <p>
          <TextLink to="/people/district">{words.aboutDistrict.open}</TextLink>
        </p>
      ) : null}
      {adding ? (
        <PersonForm
          id={undefined}
          person={undefined}
          units={units}
          onClose={() => setAdding(false)}
          onDone={told => {
            setAdding(false)
            setNote(told)
          }}
        />
      ) : null}
      <Erasures />
      <p role="status">{noteNow(words, note, rows)}</p>
      {rows === undefined ? null : <RoleRequests {...rows} />}
      <section className={section}>
        <h2>
          {said.list} <span className={look.count}>{said.count({ n: people.length })}</span>
        </h2>
        <div className={placed.filters}>
          <TextField
            label={said.find}
            type="search"
            value={question}
            onValue={text => ask(text, place)}
          />
          {kept.length === 0 ? null : (
            <SelectField
              label={words.units.filter}
              value={place ?? ''}
              options={[
                {
                  value: '',
                  label: mayDescribe(holding) ? words.units.everywhere : words.units.allOfYours,
                },
                ...kept.map(unit => ({
                  value: unit.id,
                  label: unitName(words, unit.id, units) ?? '',
                })),
              ]}
              onValue={unit => ask(question, unit === '' ? undefined : unit)}
            />
          )}
        </div>
        {found.length === 0 && question !== '' ? <p>{said.nobody({ q: question })}</p> : null}
        {found.length === 0 && question === '' && place !== undefined ? (
          <p>{words.units.nobodyThere({ place: unitName(words, place, units) ?? '' })}</p>
        ) : null}
        <ul className={ruled}>
          {found.map(person => (
            <PersonRow
              key={person.id}
              person={person}
              units={units}
              devices={devices.devices?.filter(device => device.person === person.id)}
              onNote={setNote}
            />
          ))}
        </ul>
      </section>
      <HaveLeft people={known.filter(one => hasLeft(one.body) && isAsked(one))} units={units} />
      <ClaimsBeingRead />
      <Units units={units} people={people} onShow={unit => ask('', unit)} />
      <Devices devices={devices} people={rows?.people ?? []} />
    </Screen>
  )
}

/** What waits for the district is said until the list shows it. */
function noteNow(
  words: Words,
  note: Note | undefined,
  { people, requests }: QueryRows<'people'> = { people: [], units: [], requests: [] },
): string {
  if (note === undefined) return ''
  if (requests.some(({ body }) => body.person === note.id && isWaiting(body, Date.now())))
    return words.people.form.waits(note.person)
  const isShown = people.some(
    ({ id, body }) =>
      id === note.id &&
      body.name === note.person.name &&
      body.place === note.person.place &&
      body.roles.join() === note.person.roles.join() &&
      JSON.stringify(body.grants ?? []) === JSON.stringify(note.person.grants ?? []) &&
      JSON.stringify(body.units ?? []) === JSON.stringify(note.person.units ?? []),
  )
  return isShown ? note.applied : note.said
}
