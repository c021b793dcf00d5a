import { useState } from 'react'
import { useAct } from '../app/act.ts'
import { useSync } from '../app/live.tsx'
import { useSession, useSessionChange } from '../app/session.tsx'
import { forgetAll } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextLink } from '../design/link.tsx'
import { measure, quiet, row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { useInvited } from '../start-here/invited.ts'
import { JoinForm } from '../start-here/join-form.tsx'
import { AnotherAddress } from './another-address.tsx'
import { Computers } from './computers.tsx'
import { CopyChecked } from './copy-checked.tsx'
import { DecisionLog } from './decision-log.tsx'
import { Held } from './held.tsx'
import { JoinAgain } from './join-again.tsx'
import { LeaveDemo } from './leave-demo.tsx'
import { ReadBack } from './read-back.tsx'
import { RoomThere } from './room.tsx'
import { SaveWaiting } from './save-waiting.tsx'
import { SignIn } from './sign-in.tsx'
import { TryDemo } from './try-demo.tsx'
import * as look from './settings.css.ts'
import { WhatWaits } from './what-waits.tsx'

/** The district: joining later, or how one stands with the one that was joined. */
export function DistrictPart() {
  const { district, mode } = useSession()
  return (
    <>
      {mode === 'demo' ? <LeaveDemo /> : null}
      {district === undefined ? (
        <JoinLater />
      ) : (
        <Joined name={district.name} address={district.address} />
      )}
      {mode === 'demo' ? null : <TryDemo />}
    </>
  )
}

function JoinLater() {
  const words = useWords()
  const said = words.settings.district
  const show = useSessionChange()
  const invited = useInvited()
  return (
    <section className={look.group}>
      <h2>{said.joinTitle}</h2>
      <p className={`${measure} ${quiet}`}>{said.joinWhat}</p>
      <JoinForm
        invited={invited}
        onSession={session => {
          show(session)
          void forgetAll()
        }}
      />
    </section>
  )
}

function Joined({ name, address }: { readonly name: string; readonly address: string }) {
  const words = useWords()
  const said = words.settings.district
  const { mode } = useSession()
  const sync = useSync()
  const { attempt, told, busy } = useAct()
  const isAway = sync.away === 'revoked' || sync.away === 'key'
  // Before the program has told how it stands, nothing is asked.
  const isIn =
    sync.recordAt !== undefined && sync.away === undefined && sync.waitsUntil === undefined
  const [asked, setAsked] = useState(false)
  const ask = async () => {
    setAsked(false)
    const answer = await attempt(() => door.syncNow())
    setAsked(answer !== undefined)
  }
  return (
    <>
      <section className={look.group}>
        <h2>{said.joined({ district: name })}</h2>
        {mode === 'demo' ? <p className={`${measure} ${quiet}`}>{said.demo}</p> : null}
        <dl className={look.facts}>
          <dt>{said.address}</dt>
          <dd>{address}</dd>
          <dt>{said.standing}</dt>
          <dd>{sync.away === undefined ? said.reachable : said.away[sync.away]}</dd>
          <dt>{said.lastInRecord}</dt>
          <dd>{sync.recordAt === undefined ? said.never : said.at({ atMs: sync.recordAt })}</dd>
        </dl>
        {mode === 'demo' ? null : <AnotherAddress />}
        <div className={row}>
          <Button busy={busy} onPress={() => void ask()}>
            {said.askNow}
          </Button>
          <span role="status">{asked ? said.asked : null}</span>
        </div>
        {told === undefined ? null : (
          <ErrorNote
            said={told.said}
            next={told.next}
            code={words.frame.code({ code: told.code })}
          />
        )}
      </section>
      <section className={look.group}>
        <p>
          <WhatWaits />
        </p>
        {sync.aheadCount === undefined ? null : <p>{said.ahead({ n: sync.aheadCount })}</p>}
        {sync.laterCount === undefined ? null : <p>{said.later({ n: sync.laterCount })}</p>}
        {sync.heldCount === undefined ? null : <Held count={sync.heldCount} />}
        {sync.refusedCount === 0 ? null : (
          <p>
            {said.refused({ n: sync.refusedCount })} <TextLink to="/today">{said.seeWhy}</TextLink>
          </p>
        )}
        <SaveWaiting />
      </section>
      <RoomThere />
      {sync.waitsUntil === undefined ? null : (
        <ErrorNote
          kind="ask"
          said={said.waits.title}
          next={said.waits.what({ until: sync.waitsUntil })}
        />
      )}
      {mode === 'demo' ? null : <JoinAgain address={address} isAway={isAway} />}
      <Computers isAway={isAway} />
      {isIn ? <SignIn /> : null}
      {isAway || sync.waitsUntil !== undefined ? null : <ReadBack />}
      <CopyChecked />
      <DecisionLog />
    </>
  )
}
