import { useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import * as look from './notes.css.ts'
import { unseen } from './text.css.ts'

const quietMs = 300

/** A thin line over old content, only after a moment: most answers come before it. */
export function LoadingLine({ label }: { label: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietMs)
    return () => clearTimeout(timer)
  }, [])
  // That something is being read stands in the page from the start, for whoever waits for the whole of it.
  if (!late) return <div data-loading="" hidden />
  return (
    <div className={look.line} role="status" data-loading="">
      <span className={unseen}>{label}</span>
    </div>
  )
}

interface Working {
  /** What, and how many: "Keeping 2 of 5, 41 MB". */
  readonly said: string
  readonly done: number
  readonly all: number
  readonly cancel?: { readonly label: string; onPress(): void }
}

/** A job that takes longer: what, how far, and a way to stop it. */
export function LongJob({ said, done, all, cancel }: Working) {
  // Spoken at the start, half way and at the end.
  const stage = all > 0 && done >= all ? 'end' : done * 2 >= all ? 'half' : 'start'
  const [spoken, setSpoken] = useState('')
  const newest = useRef(said)
  newest.current = said
  useEffect(() => setSpoken(newest.current), [stage])
  return (
    <div className={look.work}>
      <span>{said}</span>
      <span className={unseen} role="status">
        {spoken}
      </span>
      <progress className={look.meter} value={done} max={all} aria-label={said} />
      {cancel === undefined ? null : (
        <span>
          <Button kind="small" onPress={() => cancel.onPress()}>
            {cancel.label}
          </Button>
        </span>
      )}
    </div>
  )
}
