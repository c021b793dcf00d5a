import { useEffect, useRef } from 'react'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'

/** The end of a list that goes on: reads on when it comes into sight, and when pressed. */
export function ReadOn({ onMore }: { onMore(): void }) {
  const words = useWords()
  const mark = useRef<HTMLDivElement>(null)
  const newest = useRef(onMore)
  newest.current = onMore
  useEffect(() => {
    if (mark.current === null) return
    const watch = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) newest.current()
    })
    watch.observe(mark.current)
    return () => watch.disconnect()
  }, [])
  return (
    <div ref={mark}>
      <Button kind="small" onPress={onMore}>
        {words.evidence.list.more}
      </Button>
    </div>
  )
}
