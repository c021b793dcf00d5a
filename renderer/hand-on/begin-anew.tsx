import { useEffect, useRef, useState } from 'react'
import { useAct } from '../app/act.ts'
import { useSync } from '../app/live.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { asking, measure, row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { becoming } from '../door/shown-records.ts'
import { SaveWaiting } from '../settings/save-waiting.tsx'
import * as look from '../settings/settings.css.ts'
import { WhatWaits } from '../settings/what-waits.tsx'

/** Puts everything of this computer aside for somebody else; says first what that is, and what still waits. */
export function BeginAnew() {
  const said = useWords().handOn
  const [isAsked, setIsAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const leave = () => {
    setIsAsked(false)
    requestAnimationFrame(() => box.current?.querySelector('button')?.focus())
  }
  if (isAsked) return <Sure onLeft={leave} />
  return (
    <div className={row} ref={box}>
      <Button onPress={() => setIsAsked(true)}>{said.begin}</Button>
    </div>
  )
}

function Sure({ onLeft }: { onLeft(): void }) {
  const words = useWords()
  const said = words.handOn.sure
  const { mode, person, lock } = useSession()
  const { attempt, told, busy } = useAct()
  const panel = useRef<HTMLElement>(null)
  // What it says is read before anything is pressed.
  useEffect(() => panel.current?.focus(), [])
  const begin = () => void attempt(() => becoming(door.aside.begin))
  return (
    <section className={look.panel} aria-label={said.title} ref={panel} tabIndex={-1}>
      <strong>{said.title}</strong>
      <p className={measure}>{said.moves({ name: person?.name })}</p>
      <p className={measure}>{said.after}</p>
      {mode === 'locked' ? <p className={measure}>{said.waitsLocked}</p> : null}
      {mode === 'joined' ? <Waiting /> : null}
      <p className={measure}>{lock.state === 'none' ? said.readable : said.locked}</p>
      {mode === 'joined' ? <p className={measure}>{said.district}</p> : null}
      <div className={row}>
        <Button busy={busy} onPress={begin}>
          {said.yes}
        </Button>
        <Button onPress={onLeft}>{said.no}</Button>
        <span role="status">{busy ? said.moving : null}</span>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </section>
  )
}

/** What has not reached the district, with the way to keep it as a file. */
function Waiting() {
  const said = useWords().handOn.sure
  const { waitingCount, refusedCount, files } = useSync()
  const isWaiting = waitingCount + refusedCount > 0 || files.sent < files.all
  return (
    <>
      <p className={isWaiting ? asking : undefined}>
        <WhatWaits />
      </p>
      {isWaiting ? <p className={measure}>{said.waits}</p> : null}
      <SaveWaiting />
    </>
  )
}
