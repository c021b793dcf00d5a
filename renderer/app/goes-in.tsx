import { useEffect, useId, useState } from 'react'
import type { Going } from '../../contract/device/session.ts'
import { Button } from '../design/button.tsx'
import { row } from '../design/text.css.ts'
import { useSync } from './live.tsx'
import { undos, useUndos } from './undo.ts'
import { useWords } from './words.tsx'

const tickMs = 250

/** What is held of one command, about one thing or about anything; `undefined`: nothing, or it has gone. */
export function useGoing(command: string, about?: string): Going | undefined {
  return useSync().going?.findLast(
    one => one.command === command && (about === undefined || one.about === about),
  )
}

/** "Goes in 8 s. Undo": counts down in sight, and is never read out by itself. Without a network nothing is counted. */
export function GoesIn({ going }: { going: Going }) {
  const words = useWords()
  const { last } = useUndos()
  const { away } = useSync()
  const seconds = useSecondsTo(going.goesAt)
  const about = useId()
  const isLast = last?.by === 'key' && last.key === going.key
  return (
    <span className={row}>
      <span id={about}>
        {away === undefined
          ? words.undo.goes({ seconds, count: going.count })
          : words.undo.staysHere}
      </span>
      <Button
        kind="small"
        describedBy={about}
        keys={isLast ? 'Ctrl Z' : undefined}
        onPress={() => void undos.takeBack(going.key)}
      >
        {words.frame.undo}
      </Button>
    </span>
  )
}

const secondsTo = (atMs: number): number => Math.max(1, Math.ceil((atMs - Date.now()) / 1_000))

/** Whole seconds until a time (epoch ms), at least one: what has gone is told by the program. */
function useSecondsTo(atMs: number): number {
  const [seconds, setSeconds] = useState(() => secondsTo(atMs))
  useEffect(() => {
    const tick = () => setSeconds(secondsTo(atMs))
    tick()
    const ticking = setInterval(tick, tickMs)
    return () => clearInterval(ticking)
  }, [atMs])
  return seconds
}
