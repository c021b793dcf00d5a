import { DamagedNote } from '../app/damaged-note.tsx'
import { useSync } from '../app/live.tsx'
import { useSession } from '../app/session.tsx'
import { syncSaid } from '../app/sync-said.ts'
import { useWords } from '../app/words.tsx'
import { asking, measure, mono, quiet, small } from '../design/text.css.ts'
import { BeginAnew } from '../hand-on/begin-anew.tsx'
import { PutAsideList } from '../hand-on/put-aside.tsx'
import { LockState } from '../lock-records/lock-state.tsx'
import { SaveWaiting } from './save-waiting.tsx'
import * as look from './settings.css.ts'
import { WhatWaits } from './what-waits.tsx'

/** This computer: where everything is, whether it is locked, what waits. Nothing is made to look safer than it is. */
export function DevicePart() {
  const words = useWords()
  const said = words.settings.device
  const session = useSession()
  const sync = useSync()
  return (
    <>
      <DamagedNote />
      <section className={look.group}>
        <h2>{said.folder}</h2>
        <p className={`${measure} ${mono}`}>{session.folder}</p>
        <p className={`${measure} ${quiet}`}>{said.folderWhat}</p>
        <p className={`${measure} ${quiet}`}>{said.backups}</p>
      </section>
      <section className={look.group}>
        <h2>{words.lock.title}</h2>
        <LockState />
      </section>
      <section className={look.group}>
        <h2>{said.saved}</h2>
        <p>{syncSaid(words, sync)}</p>
        <p className={`${small} ${quiet}`}>
          {session.district === undefined ? said.waitingAlone : <WhatWaits />}
        </p>
        {sync.skewMs === undefined ? null : (
          <p className={asking}>{said.skew({ ms: sync.skewMs })}</p>
        )}
        {session.district === undefined ? null : <SaveWaiting />}
      </section>
      {session.mode === 'demo' ? null : (
        <>
          <section className={look.group} id="hand-on">
            <h2>{words.handOn.title}</h2>
            <p className={`${measure} ${quiet}`}>{words.handOn.what}</p>
            <BeginAnew />
          </section>
          <PutAsideList />
        </>
      )}
    </>
  )
}
