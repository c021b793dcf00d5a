import { useEffect, useState } from 'react'

/** How long a choice is shown before it is confirmed (ms); after that what is stored shows again. */
const unconfirmedMs = 3_000

/** A choice that shows at once, before its home has confirmed it; one that is refused goes back by itself. */
export function useAtOnce<T>(stored: T): readonly [T, (choice: T) => void] {
  const [chosen, setChosen] = useState<{ readonly value: T } | undefined>()
  useEffect(() => setChosen(undefined), [stored])
  useEffect(() => {
    if (chosen === undefined) return undefined
    const timer = setTimeout(() => setChosen(undefined), unconfirmedMs)
    return () => clearTimeout(timer)
  }, [chosen])
  return [chosen === undefined ? stored : chosen.value, value => setChosen({ value })]
}
