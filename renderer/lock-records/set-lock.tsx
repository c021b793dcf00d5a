import { useEffect, useRef, useState } from 'react'
import { useAct } from '../app/act.ts'
import { useSession, useSessionChange } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { measure, row, stack } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { codeText } from './lock.css.ts'

const aboutPassphrase = ['passphrase_short', 'passphrase_common']

interface Setting {
  /** Locked already: another code and passphrase take the place of the old ones. */
  readonly isRenewed?: boolean
  onEnd(): void
}

/** Shows the recovery code, asks for its last group back, and for a passphrase where no keychain keeps the key. */
export function SetLock({ isRenewed = false, onEnd }: Setting) {
  const words = useWords()
  const said = words.lock
  const { lock } = useSession()
  const change = useSessionChange()
  const { attempt, told, clear, busy } = useAct()
  const [code, setCode] = useState<string>()
  const [copied, setCopied] = useState(false)
  const [lastGroup, setLastGroup] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const begun = useRef(false)

  useEffect(() => {
    // Strict mode runs effects twice; each beginning makes another code.
    if (begun.current) return
    begun.current = true
    void attempt(() => door.lock.begin()).then(answer => setCode(answer?.recoveryCode))
  })
  const copy = async () => {
    await navigator.clipboard.writeText(code ?? '')
    setCopied(true)
  }
  const set = async () => {
    if (busy) return
    const given = lock.isKeychainOffered ? { lastGroup } : { lastGroup, passphrase }
    // Everything behind the window is opened anew, so the window is too.
    if ((await attempt(() => door.lock.set(given))) !== undefined) location.reload()
    // A keychain that offers itself and takes nothing: a passphrase is asked for instead.
    else await door.session().then(change, () => undefined)
  }
  const sentenceAt = (...at: readonly string[]) =>
    told !== undefined && at.includes(told.code) ? `${told.said} ${told.next}` : undefined
  const isElsewhere =
    told !== undefined && told.code !== 'wrong_group' && !aboutPassphrase.includes(told.code)

  return (
    <div className={stack}>
      {code === undefined ? null : (
        <>
          <h3>{said.code}</h3>
          <p className={codeText}>{code}</p>
          <p className={measure}>{said.codeWhat}</p>
          {isRenewed ? <p className={measure}>{said.renewWhat}</p> : null}
          <div className={row}>
            <Button onPress={() => void copy()}>{said.copy}</Button>
            <span role="status">{copied ? said.copied : null}</span>
          </div>
          <TextField
            label={said.lastGroup}
            hint={said.lastGroupHint}
            value={lastGroup}
            onValue={value => {
              setLastGroup(value)
              clear()
            }}
            onEnter={() => void set()}
            error={sentenceAt('wrong_group')}
          />
          {lock.isKeychainOffered ? null : (
            <TextField
              label={said.passphrase}
              hint={said.passphraseHint}
              type="password"
              autoComplete="new-password"
              value={passphrase}
              onValue={value => {
                setPassphrase(value)
                clear()
              }}
              onEnter={() => void set()}
              error={sentenceAt(...aboutPassphrase)}
            />
          )}
        </>
      )}
      <div className={row}>
        {code === undefined ? null : (
          <Button kind="primary" busy={busy} onPress={() => void set()}>
            {isRenewed ? said.renewSet : said.set}
          </Button>
        )}
        <Button onPress={onEnd}>{said.notNow}</Button>
        <span role="status">{busy && code !== undefined ? said.setting : null}</span>
      </div>
      {told !== undefined && isElsewhere ? (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      ) : null}
    </div>
  )
}
