import { memo, useEffect, useRef, useState } from 'react'
import type { EvidenceLine } from '../../contract/device/queries.ts'
import { TimelineLine } from './timeline-line.tsx'
import type { TrashActs } from './trash-state.tsx'

interface Running {
  readonly lines: readonly EvidenceLine[]
  /** In sight from the start. */
  readonly isFirst: boolean
  readonly trash?: TrashActs
}

/** How far from sight lines are drawn already. */
const nearMargin = '1200px 0px'
/** A line's height before it was ever drawn: two lines of text and their room. */
const lineHeightRem = 3.8125

/**
 * Some lines that follow each other. Far from sight they are only as high as they were, so that ten thousand of them
 * cost no more than those one sees.
 */
export const LineRun = memo(function LineRun({ lines, isFirst, trash }: Running) {
  const list = useRef<HTMLUListElement>(null)
  const [isNear, setNear] = useState(isFirst)
  const [height, setHeight] = useState(`${lines.length * lineHeightRem}rem`)
  useEffect(() => {
    const element = list.current
    if (element === null) return
    const watch = new IntersectionObserver(
      entries => {
        const entry = entries.at(-1)
        if (entry === undefined) return
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0)
          setHeight(`${entry.boundingClientRect.height}px`)
        // What holds the focus stays, however far one scrolls.
        setNear(entry.isIntersecting || element.contains(document.activeElement))
      },
      // The window scrolls when it is narrow, the sheet when it is wide.
      { rootMargin: nearMargin, scrollMargin: nearMargin },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <ul ref={list} style={isNear ? undefined : { height }}>
      {isNear
        ? lines.map(line => (
            <TimelineLine
              key={line.row.id}
              line={line}
              {...(trash === undefined ? {} : { trash })}
            />
          ))
        : null}
    </ul>
  )
}, isSame)

function isSame(before: Running, after: Running): boolean {
  return (
    before.trash === after.trash &&
    before.lines.length === after.lines.length &&
    before.lines.every((line, at) => line === after.lines[at])
  )
}
