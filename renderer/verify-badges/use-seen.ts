import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'

/** The address follows the row that is seen after this (ms): walking through many rows writes it once. */
const settledMs = 300

interface Seen {
  /** The row that is seen; `undefined` until one is. */
  readonly seen: number | undefined
  see(n: number): void
  /** Whether only what needs a look is in sight. */
  readonly isOnlyOpen: boolean
  showOnlyOpen(isOnly: boolean): void
}

/** What is seen of a batch; it lives in the address (`?row=12&show=look`), so that back and reload find it again. */
export function useSeen(): Seen {
  const [asked, setAsked] = useSearchParams()
  const [seen, setSeen] = useState(numberIn(asked.get('row')))
  const put = useRef(setAsked)
  put.current = setAsked
  useEffect(() => {
    if (seen === undefined) return
    let isPut = false
    const putNow = () => {
      if (isPut) return
      isPut = true
      put.current(
        before => {
          before.set('row', String(seen))
          return before
        },
        { replace: true, state: history.state },
      )
    }
    const timer = setTimeout(putNow, settledMs)
    // Who goes away at once finds the row even so. Nothing but a link: a box that is ticked must not be drawn meanwhile.
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href]') !== null) putNow()
    }
    document.addEventListener('click', onClick, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('click', onClick, true)
    }
  }, [seen])
  return {
    seen,
    see: setSeen,
    isOnlyOpen: asked.get('show') === 'look',
    showOnlyOpen(isOnly) {
      setAsked(
        before => {
          if (isOnly) before.set('show', 'look')
          else before.delete('show')
          return before
        },
        { replace: true, state: history.state },
      )
    },
  }
}

function numberIn(text: string | null): number | undefined {
  const n = Number(text ?? '')
  return Number.isInteger(n) && n > 0 ? n : undefined
}
