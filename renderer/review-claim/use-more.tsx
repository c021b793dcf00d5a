import { useState, type ReactNode } from 'react'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'

/** So many lines of a list stand there at first, and so many more come at each press. */
const linesAtOnce = 20

/** The first lines of a long list, and the button for more of them where there are some. */
export function useMore<T>(all: readonly T[]): {
  readonly shown: readonly T[]
  readonly more: ReactNode
} {
  const words = useWords().review
  const [shownMax, setShownMax] = useState(linesAtOnce)
  const left = all.length - shownMax
  return {
    shown: all.slice(0, shownMax),
    more:
      left <= 0 ? null : (
        <Button kind="bare" onPress={() => setShownMax(shownMax + linesAtOnce)}>
          {words.more({ n: Math.min(left, linesAtOnce) })}
        </Button>
      ),
  }
}
