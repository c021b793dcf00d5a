import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Person } from '../../core/person/record.ts'
import type { Row } from '../../contract/device/row.ts'
import type { DeviceRow } from '../../contract/sync/join.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { mayErase } from '../../core/erasure/rights.ts'
import { mayManage } from '../../core/person/rights.ts'
import type { Unit } from '../../core/person/unit.ts'
import { isOneOfTwo } from '../../core/person/wait-for-yes.ts'
import { holdingSaid } from '../app/holding-said.ts'
import { unitNames } from '../app/unit-name.ts'
import { faint, quiet, row, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { HasLeft } from './has-left.tsx'
import { Invitation } from './invitation.tsx'
import { MaySheet } from './may-sheet.tsx'
import * as look from './people.css.ts'
import { ResetSignIn } from './reset-sign-in.tsx'
import { PersonForm, type Note } from './person-form.tsx'

interface Showing {
  readonly person: Row<Person>
  readonly units: readonly Row<Unit>[]
  /** Their computers; `undefined` while the district has not told. */
  readonly devices: readonly DeviceRow[] | undefined
  onNote(note: Note): void
}

/** One person: what they may do, how many computers, an invitation, a change. */
export function PersonRow({ person, units, devices, onNote }: Showing) {
  const words = useWords()
  const said = words.people
  const session = useSession()
  const [, go] = useLocation()
  const { attempt, told, busy } = useAct()
  const [changing, setChanging] = useState(false)
  const [invitation, setInvitation] = useState<{ code: string; expiresAt: number }>()
  const [isResetting, setIsResetting] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const [mayShown, setMayShown] = useState(false)
  const { name, place } = person.body
  const isMe = person.id === session.person?.id
  const places = unitNames(words, person.body.units ?? [], units)
  const isInCharge = isOneOfTwo(person.body)
  const isTheirs = mayManage(session.holding, person.body, units)

  const invite = async () => setInvitation(await attempt(() => door.district.invite(person.id)))
  const accepted = devices?.filter(device => device.revokedAt === null).length
  return (
    <li>
      <div className={look.person}>
        <div>
          <strong>{name}</strong>{' '}
          {isMe ? <span className={`${small} ${faint}`}>{said.you}</span> : null}
          <p className={`${small} ${quiet}`}>{place}</p>
          {places.length === 0 ? null : (
            <p className={`${small} ${quiet}`}>{words.units.works({ places })}</p>
          )}
        </div>
        <span className={`${small} ${quiet}`}>
          {holdingSaid(words, person.body, units) || said.noRole}
          {accepted === undefined ? null : (
            <span className={look.computers}>
              {accepted === 0 ? said.devices.noneOf : said.computers({ n: accepted })}
            </span>
          )}
        </span>
        <div className={row}>
          <Button
            kind="small"
            label={words.units.may.openOf({ name })}
            onPress={() => setMayShown(true)}
          >
            {words.units.may.open}
          </Button>
          {isTheirs ? (
            <>
              <Button
                kind="small"
                label={said.changeOf({ name })}
                onPress={() => setChanging(!changing)}
              >
                {said.change}
              </Button>
              <Button
                kind="small"
                label={said.inviteOf({ name })}
                busy={busy}
                onPress={() => void invite()}
              >
                {said.invite}
              </Button>
              {isMe ? null : (
                <>
                  <Button
                    kind="small"
                    label={said.reset.of({ name })}
                    onPress={() => setIsResetting(!isResetting)}
                  >
                    {said.reset.press}
                  </Button>
                  <Button
                    kind="small"
                    label={said.left.of({ name })}
                    onPress={() => setIsLeaving(!isLeaving)}
                  >
                    {said.left.press}
                  </Button>
                  {mayErase(session.holding) ? (
                    <Button
                      kind="small"
                      label={words.erasure.of({ name })}
                      onPress={() => go(`/people/${person.id}/erase`)}
                    >
                      {words.erasure.press}
                    </Button>
                  ) : null}
                </>
              )}
            </>
          ) : (
            <span className={`${small} ${faint}`}>{words.units.notYours}</span>
          )}
        </div>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      {invitation === undefined ? null : (
        <Invitation
          title={said.invitation.title({ name })}
          note={
            isMe || (devices ?? []).length === 0
              ? undefined
              : said.invitation.waits({ name, isInCharge })
          }
          code={invitation.code}
          expiresAt={invitation.expiresAt}
          onDone={() => setInvitation(undefined)}
        />
      )}
      <MaySheet
        person={person.body}
        units={units}
        open={mayShown}
        onClose={() => setMayShown(false)}
      />
      {isResetting ? (
        <ResetSignIn
          person={person.id}
          name={name}
          isInCharge={isInCharge}
          onClose={() => setIsResetting(false)}
        />
      ) : null}
      {isLeaving ? <HasLeft person={person} onClose={() => setIsLeaving(false)} /> : null}
      {changing ? (
        <PersonForm
          id={person.id}
          person={person.body}
          units={units}
          onClose={() => setChanging(false)}
          onDone={note => {
            setChanging(false)
            onNote(note)
          }}
        />
      ) : null}
    </li>
  )
}
