import { useState } from 'react'
import { useParams } from 'wouter'
import { isHeld } from '../../core/person/hold.ts'
import { isEducatorAlone } from '../../core/erasure/fault.ts'
import type { Erasure, ErasureGround } from '../../core/erasure/record.ts'
import { askedUntil, erasureGrounds } from '../../core/erasure/record.ts'
import { mayErase } from '../../core/erasure/rights.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import { useAct } from '../app/act.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Pick } from '../design/field.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { lead, measure, row } from '../design/text.css.ts'
import { CountedPlan } from './counted-plan.tsx'
import * as look from './erase-record.css.ts'
import { LegalHold } from './legal-hold.tsx'
import { stateSaid } from './state-said.ts'

/** Erasing one person's record: what there is, who has said what, and the next step of two. */
export function EraseRecord() {
  const words = useWords()
  const said = words.erasure
  const { person = '' } = useParams()
  const { holding, district } = useSession()
  const people = useRows('people', {})
  const rows = useRows('erasures', {})
  if (!mayErase(holding) || district === undefined)
    return (
      <Screen title={said.press}>
        <ErrorNote kind="ask" said={said.notYours} next="">
          <TextLink to="/today">{words.frame.back}</TextLink>
        </ErrorNote>
      </Screen>
    )
  const nameOf = (id: string | undefined) =>
    people?.people.find(known => known.id === id)?.body.name ?? said.someone
  const isLoading = people === undefined || rows === undefined
  return (
    <Screen title={isLoading ? said.press : said.title({ name: nameOf(person) })}>
      {isLoading ? (
        <LoadingLine label={words.frame.loading} />
      ) : (
        <Deciding person={person} people={people.people} rows={rows} nameOf={nameOf} />
      )}
    </Screen>
  )
}

interface Decision {
  readonly person: string
  readonly people: QueryRows<'people'>['people']
  readonly rows: QueryRows<'erasures'>
  nameOf(person: string | undefined): string
}

function Deciding({ person, people, rows, nameOf }: Decision) {
  const said = useWords().erasure
  const { person: me } = useSession()
  const erasure = rows.erasures.find(({ id }) => id === person)?.body
  const hold = rows.holds.find(({ id }) => id === person)?.body
  const body = people.find(({ id }) => id === person)?.body
  const isRole = body !== undefined && !isEducatorAlone(body)
  if (erasure?.state === 'erased')
    return <p className={measure}>{said.done({ at: erasure.erasedAt ?? 0 })}</p>
  if (me?.id === person) return <p className={measure}>{said.own}</p>
  return (
    <>
      <p className={`${lead} ${measure}`}>{said.lead}</p>
      {isRole ? <p className={measure}>{said.role}</p> : null}
      <Step
        person={person}
        erasure={erasure}
        isStopped={isRole || isHeld(hold)}
        nameOf={nameOf}
        me={me?.id}
      />
      {erasure?.plan === undefined || erasure.state === 'called_off' ? null : (
        <CountedPlan plan={erasure.plan} at={erasure.countedAt ?? 0} />
      )}
      <LegalHold person={person} hold={hold} nameOf={nameOf} />
    </>
  )
}

interface Stepping extends Omit<Decision, 'people' | 'rows'> {
  readonly erasure: Erasure | undefined
  /** A hold, or a role that they still have, is in the way. */
  readonly isStopped: boolean
  readonly me: string | undefined
}

function Step({ person, erasure, isStopped, nameOf, me }: Stepping) {
  const said = useWords().erasure
  const { act, told, busy } = useAct()
  const [ground, setGround] = useState<ErasureGround>('wish')
  const [sentAt, setSentAt] = useState<string>()
  const now = Date.now()
  const state = erasure?.state
  const isLate = erasure !== undefined && now >= (askedUntil(erasure) ?? Infinity)
  const isBefore = erasure === undefined || state === 'called_off' || isLate
  const isMine = erasure?.askedBy === me
  const mark = JSON.stringify(erasure ?? null)
  const send = async (name: 'erasure.ask' | 'erasure.agree' | 'erasure.call-off') => {
    if ((await act(name, { person })) !== undefined) setSentAt(mark)
  }
  const begin = async () => {
    if ((await act('erasure.begin', { person, ground })) !== undefined) setSentAt(mark)
  }
  return (
    <section className={look.step}>
      {erasure === undefined ? null : <p>{stateSaid(said, erasure, nameOf, now)}</p>}
      {isBefore && !isStopped ? (
        <>
          <Pick
            legend={said.ground}
            name="ground"
            value={ground}
            options={erasureGrounds.map(value => ({ value, label: said.grounds[value] }))}
            onValue={value => setGround(erasureGrounds.find(one => one === value) ?? ground)}
          />
          <Button kind="primary" busy={busy} onPress={() => void begin()}>
            {said.begin}
          </Button>
        </>
      ) : null}
      {state === 'counted' ? <p>{said.takeAway}</p> : null}
      {state === 'asked' && isMine && !isLate ? <p>{said.mine}</p> : null}
      {isBefore ? null : (
        <div className={row}>
          {state === 'counted' && !isStopped ? (
            <Button kind="danger" busy={busy} onPress={() => void send('erasure.ask')}>
              {said.ask}
            </Button>
          ) : null}
          {state === 'asked' && !isMine && !isStopped ? (
            <Button kind="danger" busy={busy} onPress={() => void send('erasure.agree')}>
              {said.agree}
            </Button>
          ) : null}
          <Button kind="small" busy={busy} onPress={() => void send('erasure.call-off')}>
            {said.callOff}
          </Button>
        </div>
      )}
      <p role="status">{sentAt === mark ? said.sent : ''}</p>
      {told === undefined ? null : <ErrorNote {...told} />}
    </section>
  )
}
