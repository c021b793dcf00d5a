import { useState } from 'react'

const place = 'meritfolio.minutes-hidden'

/** Whether this reader wants to see their minutes: theirs to hide, kept in this window's own store. */
export function useHiddenMinutes() {
  const [areHidden, setHidden] = useState(() => localStorage.getItem(place) === 'yes')
  return {
    areHidden,
    turn() {
      localStorage.setItem(place, areHidden ? 'no' : 'yes')
      setHidden(!areHidden)
    },
  }
}
