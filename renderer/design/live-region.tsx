import { useEffect, useRef, useState } from 'react'
import { unseen } from './text.css.ts'

const quietMs = 5_000

/** Tells a change to those who hear the screen, at most every five seconds, the newest last. */
export function LiveRegion({ say }: { say: string }) {
  const [told, setTold] = useState('')
  const lastAt = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, lastAt.current + quietMs - Date.now())
    const timer = setTimeout(() => {
      lastAt.current = Date.now()
      setTold(say)
    }, wait)
    return () => clearTimeout(timer)
  }, [say])
  return (
    <div className={unseen} role="status" aria-live="polite">
      {told}
    </div>
  )
}
