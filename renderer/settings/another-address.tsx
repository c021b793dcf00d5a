import { useRef, useState } from 'react'
import { useAct } from '../app/act.ts'
import { useSync } from '../app/live.tsx'
import { useSessionChange } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { useFirstField } from '../design/first-field.ts'
import { useFormKeys } from '../design/form-keys.ts'
import { asking, measure, quiet, row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import * as look from './settings.css.ts'

/** For a district that has moved: a quiet button beside its address, with a sentence while nothing answers there. */
export function AnotherAddress() {
  const said = useWords().settings.district.elsewhere
  const { away } = useSync()
  const [isOpen, setIsOpen] = useState(false)
  const [movedTo, setMovedTo] = useState<string>()
  const isSilent = away === 'network' || away === 'nonsense'
  return (
    <>
      {isOpen ? (
        <AddressForm
          onMoved={address => {
            setMovedTo(address)
            setIsOpen(false)
          }}
          onLeft={() => setIsOpen(false)}
        />
      ) : (
        <>
          {isSilent && movedTo === undefined ? (
            <p className={`${measure} ${asking}`}>{said.away}</p>
          ) : null}
          <div className={row}>
            <Button kind="small" onPress={() => setIsOpen(true)}>
              {said.begin}
            </Button>
          </div>
        </>
      )}
      <p role="status" className={measure}>
        {movedTo === undefined || isOpen ? null : said.done({ address: movedTo })}
      </p>
    </>
  )
}

interface Asking {
  onMoved(address: string): void
  onLeft(): void
}

function AddressForm({ onMoved, onLeft }: Asking) {
  const words = useWords()
  const said = words.settings.district.elsewhere
  const show = useSessionChange()
  const { attempt, told, clear, busy } = useAct()
  const [address, setAddress] = useState('')
  const [isMissing, setMissing] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  useFirstField(form)
  const go = async () => {
    if (busy) return
    setMissing(address.trim() === '')
    clear()
    if (address.trim() === '') return
    const session = await attempt(() => door.districtAddress(address))
    if (session === undefined) return
    show(session)
    onMoved(session.district?.address ?? address.trim())
  }
  useFormKeys(form, { submit: () => void go(), cancel: onLeft })
  // The same codes are said when one joins, where another step is next.
  const nexts: Readonly<Partial<Record<string, string>>> = {
    unreachable: said.silent,
    nonsense: said.notOne,
  }
  return (
    <div className={look.panel} ref={form}>
      <p className={`${measure} ${quiet}`}>{said.what}</p>
      <TextField
        label={said.address}
        hint={said.hint}
        value={address}
        onValue={value => {
          setAddress(value)
          setMissing(false)
          clear()
        }}
        onEnter={() => void go()}
        error={isMissing ? said.missing : undefined}
      />
      <div className={row}>
        <Button kind="primary" busy={busy} onPress={() => void go()}>
          {said.go}
        </Button>
        <Button onPress={onLeft}>{said.leave}</Button>
        <span role="status">{busy ? said.asking({ address: address.trim() }) : null}</span>
      </div>
      {told === undefined ? null : (
        <ErrorNote
          said={told.said}
          next={nexts[told.code] ?? told.next}
          code={words.frame.code({ code: told.code })}
        />
      )}
    </div>
  )
}
