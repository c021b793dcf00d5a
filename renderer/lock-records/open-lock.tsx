import { useEffect, useRef, useState } from 'react'
import type { Session } from '../../contract/device/session.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { measure, quiet, row, small, stack } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { BeginAnew } from '../hand-on/begin-anew.tsx'
import { LookChoices } from '../start-here/look-choices.tsx'
import * as look from '../start-here/start-here.css.ts'

/** Asks for the passphrase, or the recovery code, before anything of the records can be shown. */
export function OpenLock({ onSession }: { onSession(session: Session): void }) {
  const words = useWords()
  const said = words.lock.open
  const { lock } = useSession()
  const { attempt, told, clear, busy } = useAct()
  const [word, setWord] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const byPassphrase = lock.opensBy.includes('passphrase')

  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const open = async () => {
    if (busy) return
    setMissing(word.trim() === '')
    if (word.trim() === '') return
    const session = await attempt(() => door.lock.open(word))
    if (session !== undefined) onSession(session)
  }
  usePrimaryKey(() => void open())

  return (
    <main className={look.page} id="work">
      <div className={look.choices}>
        <LookChoices onSession={onSession} />
      </div>
      <h1 className={look.title}>{said.title}</h1>
      <div className={stack} ref={form}>
        <p className={measure}>{byPassphrase ? said.what : said.keychainLost}</p>
        <TextField
          label={byPassphrase ? said.word : said.wordKeychain}
          value={word}
          type={byPassphrase ? 'password' : 'text'}
          autoComplete="current-password"
          onValue={value => {
            setWord(value)
            clear()
          }}
          onEnter={() => void open()}
          error={
            missing && word.trim() === ''
              ? said.missing
              : told === undefined
                ? undefined
                : `${told.said} ${told.next}`
          }
        />
        <div className={row}>
          <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void open()}>
            {said.submit}
          </Button>
          <span role="status">{busy ? said.opening : null}</span>
        </div>
        <p className={`${small} ${quiet} ${measure}`}>{words.handOn.whatLocked}</p>
        <BeginAnew />
      </div>
    </main>
  )
}
