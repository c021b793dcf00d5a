import { useState } from 'react'
import { forgetAll } from '../app/rows.ts'
import { useSessionChange } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { measure, quiet } from '../design/text.css.ts'
import { BeginAnew } from '../hand-on/begin-anew.tsx'
import { JoinForm } from '../start-here/join-form.tsx'
import * as look from './settings.css.ts'

interface Again {
  /** Where the district was last. */
  readonly address: string
  /** Whether the district has sent this computer away, or its key is gone. */
  readonly isAway: boolean
}

/** For a computer that was sent away, or whose key is gone: in again, with all that waits on it. */
export function JoinAgain({ address, isAway }: Again) {
  const said = useWords().settings.district.again
  const show = useSessionChange()
  const [isDone, setIsDone] = useState(false)
  if (!isAway && !isDone) return null
  return (
    <section className={look.group}>
      {isAway ? (
        <>
          <h2>{said.title}</h2>
          <p className={`${measure} ${quiet}`}>{said.what}</p>
          <JoinForm
            address={address}
            ifAnothers={<BeginAnew />}
            onSession={session => {
              setIsDone(true)
              show(session)
              void forgetAll()
            }}
          />
        </>
      ) : null}
      <p role="status">{isDone && !isAway ? said.done : null}</p>
    </section>
  )
}
