import { useRef, useState } from 'react'
import type { AccountReply, AccountRequest } from '../../contract/sync/account.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { useFirstField } from '../design/first-field.ts'
import { measure, quiet, row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { useFormKeys } from '../design/form-keys.ts'
import { QrCode } from './qr-code.tsx'
import * as look from './settings.css.ts'
import { SpareCodes } from './spare-codes.tsx'

interface Codes {
  readonly account: AccountReply
  onAccount(account: AccountReply): void
}

type Asking = 'confirm-codes' | 'new-spare' | 'end-codes'

/** One-time codes of an app: set up with a picture or a text, confirmed by a code; then spare ones, shown once. */
export function OneTimeCodes({ account, onAccount }: Codes) {
  const words = useWords()
  const said = words.settings.district.signIn.codes
  const { attempt, told, clear, busy } = useAct()
  const [secret, setSecret] = useState<AccountReply['secret']>()
  const [asking, setAsking] = useState<Asking>()
  const [spare, setSpare] = useState<readonly string[]>()

  const close = () => {
    setSecret(undefined)
    setAsking(undefined)
    clear()
  }
  const begin = async () => {
    const answer = await attempt(() => door.district.changeAccount({ do: 'begin-codes' }))
    if (answer === undefined) return
    setSecret(answer.secret)
    setAsking('confirm-codes')
  }
  const done = async (asked: AccountRequest) => {
    const answer = await attempt(() => door.district.changeAccount(asked))
    if (answer === undefined) return
    close()
    setSpare(answer.spareCodes)
    onAccount(answer)
  }
  if (spare !== undefined) return <SpareCodes codes={spare} onDone={() => setSpare(undefined)} />
  return (
    <>
      <h3>{said.title}</h3>
      <p className={`${measure} ${quiet}`}>
        {said.what} {account.needsCodes ? said.needed : ''}
      </p>
      <p>{account.hasCodes ? said.on({ left: account.spareCodesLeft }) : said.off}</p>
      {asking === undefined ? (
        <div className={row}>
          {account.hasCodes ? (
            <>
              <Button onPress={() => setAsking('new-spare')}>{said.newSpare}</Button>
              <Button kind="bare" onPress={() => setAsking('end-codes')}>
                {said.end}
              </Button>
            </>
          ) : (
            <Button busy={busy} onPress={() => void begin()}>
              {said.begin}
            </Button>
          )}
        </div>
      ) : (
        <div className={look.panel} role="group" aria-label={said.title}>
          {secret === undefined ? null : (
            <>
              <p className={measure}>{said.scan}</p>
              <QrCode text={secret.uri} label={said.picture} />
              <p className={measure}>{said.orType}</p>
              <p className={look.seal}>{(secret.text.match(/.{1,4}/g) ?? []).join(' ')}</p>
            </>
          )}
          <CodeForm
            verb={said.verb[asking]}
            isSpareTaken={asking !== 'confirm-codes'}
            isDanger={asking === 'end-codes'}
            wrong={told === undefined ? undefined : `${told.said} ${told.next}`}
            busy={busy}
            onCode={code => void done({ do: asking, code })}
            onCancel={close}
          />
        </div>
      )}
      {told === undefined || asking !== undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </>
  )
}

interface Coding {
  readonly verb: string
  readonly isSpareTaken: boolean
  readonly isDanger: boolean
  readonly wrong: string | undefined
  readonly busy: boolean
  onCode(code: string): void
  onCancel(): void
}

function CodeForm({ verb, isSpareTaken, isDanger, wrong, busy, onCode, onCancel }: Coding) {
  const said = useWords().settings.district.signIn
  const [code, setCode] = useState('')
  const [isPressed, setIsPressed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const send = () => {
    setIsPressed(true)
    if (!busy && code.trim() !== '') onCode(code.trim())
  }
  useFirstField(box)
  useFormKeys(box, { submit: send, cancel: onCancel })
  return (
    <div ref={box} className={look.group}>
      <TextField
        label={said.codes.code}
        hint={isSpareTaken ? said.codes.codeOrSpare : said.codes.codeHint}
        autoComplete="one-time-code"
        value={code}
        onValue={setCode}
        onEnter={send}
        error={wrong ?? (isPressed && code.trim() === '' ? said.codes.codeMissing : undefined)}
      />
      <div className={row}>
        <Button kind={isDanger ? 'danger' : 'primary'} busy={busy} onPress={send}>
          {verb}
        </Button>
        <Button kind="bare" onPress={onCancel}>
          {said.form.cancel}
        </Button>
      </div>
    </div>
  )
}
