import { useEffect, useId, useRef, useState } from 'react'
import type { Session } from '../../contract/device/session.ts'
import { DamagedNote } from '../app/damaged-note.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Key } from '../design/button.tsx'
import { section } from '../design/text.css.ts'
import { BeginAnew } from '../hand-on/begin-anew.tsx'
import { PutAsideList } from '../hand-on/put-aside.tsx'
import { AloneForm } from './alone-form.tsx'
import { DemoStart } from './demo-start.tsx'
import { useInvited } from './invited.ts'
import { JoinForm } from './join-form.tsx'
import { LookChoices } from './look-choices.tsx'
import type { Pasted } from './pasted-invitation.ts'
import * as look from './start-here.css.ts'

const ways = ['join', 'alone', 'demo'] as const
type Way = (typeof ways)[number]

const forms = { join: JoinForm, alone: AloneForm, demo: DemoStart }

/** First run: language and text size, then three ways to begin, none of which needs an account. */
export function StartHere({ onSession }: { onSession(session: Session): void }) {
  const words = useWords()
  const { readOnly } = useSession()
  const invited = useInvited()
  const [way, setWay] = useState<Way | undefined>(invited === undefined ? undefined : 'join')
  useEffect(() => {
    if (invited !== undefined) setWay('join')
  }, [invited])
  useNumberKeys(n => setWay(ways[n - 1]))

  return (
    <main className={look.page} id="work">
      <div className={look.choices}>
        <LookChoices onSession={onSession} />
      </div>
      <h1 className={look.title}>{words.welcome.title}</h1>
      <DamagedNote />
      {readOnly === undefined ? null : <BeginAnew />}
      <ol className={look.ways} aria-label={words.welcome.choices}>
        {ways.map((one, n) => (
          <WayRow
            key={one}
            way={one}
            n={n + 1}
            open={way === one}
            onOpen={() => setWay(one)}
            invited={invited}
            onSession={onSession}
          />
        ))}
      </ol>
      <p className={look.keys}>{words.welcome.keys}</p>
      <div className={section}>
        <PutAsideList />
      </div>
    </main>
  )
}

interface Offered {
  readonly way: Way
  readonly n: number
  readonly open: boolean
  readonly invited: Pasted | undefined
  onOpen(): void
  onSession(session: Session): void
}

function WayRow({ way, n, open, onOpen, invited, onSession }: Offered) {
  const words = useWords()
  const id = useId()
  const form = useRef<HTMLDivElement>(null)
  const Form = forms[way]
  useEffect(() => {
    if (open) form.current?.querySelector('input')?.focus()
  }, [open])
  return (
    <li className={open ? look.wayOpen : look.way}>
      <button
        type="button"
        className={look.wayButton}
        aria-expanded={open}
        aria-controls={id}
        onClick={onOpen}
      >
        <span>
          <Key>{String(n)}</Key>
        </span>
        <span className={look.wayTitle}>{words.welcome[way].title}</span>
        <span className={look.wayWhat}>{words.welcome[way].what}</span>
      </button>
      <div id={id} ref={form} className={look.form}>
        {open ? <Form onSession={onSession} invited={invited} /> : null}
      </div>
    </li>
  )
}

/** 1 to 3 choose, except while something is being written. */
function useNumberKeys(choose: (n: number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof HTMLElement && event.target.matches('input:not([type=radio])'))
        return
      if (!/^[1-3]$/.test(event.key)) return
      event.preventDefault()
      choose(Number(event.key))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
