import { useEffect, useRef, useState } from 'react'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { row, stack } from '../design/text.css.ts'
import { running } from './start-here.css.ts'

const secondMs = 1_000

/** Starts the demo at once and says how long it has taken; a failure stands here, with a second try. */
export function DemoStarting({ begin }: { begin(): Promise<void> }) {
  const words = useWords()
  const said = words.welcome.demo
  const { attempt, told, busy } = useAct()
  const [seconds, setSeconds] = useState(0)
  const begun = useRef(false)

  const start = () => {
    setSeconds(0)
    return attempt(begin)
  }
  useEffect(() => {
    // The strict mode of React runs effects twice; a district is started once.
    if (begun.current) return
    begun.current = true
    void start()
  })
  useEffect(() => {
    const timer = setInterval(() => setSeconds(n => n + 1), secondMs)
    return () => clearInterval(timer)
  }, [])

  if (told !== undefined) {
    return (
      <div className={stack}>
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
        <div className={row}>
          <Button kind="primary" busy={busy} onPress={() => void start()}>
            {said.again}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={stack}>
      <p role="status">{said.starting}</p>
      <progress className={running} aria-label={said.starting} />
      {seconds < 2 ? null : <p>{said.seconds({ n: seconds })}</p>}
    </div>
  )
}
