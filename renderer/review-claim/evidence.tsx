import { useLayoutEffect, useRef, type Ref } from 'react'
import { useWords } from '../app/words.tsx'
import { arriveAt } from '../design/arrive.ts'
import { Key } from '../design/button.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import { Tabs } from '../design/tabs.tsx'
import type { SeenPlace } from '../see-file/see-file.tsx'
import { Answers } from './answers.tsx'
import type { EvidenceHandle, Going } from './evidence-handle.ts'
import type { EvidenceTab } from './evidence-tabs.ts'
import type { MarkedPlace } from './marked-places.ts'
import type { Reading } from './open-reading.ts'
import { Piece } from './piece.tsx'
import * as look from './review.css.ts'

const panelId = 'evidence'

interface Looking {
  readonly reading: Reading
  readonly tabs: readonly EvidenceTab[]
  readonly current: EvidenceTab | undefined
  readonly places: readonly MarkedPlace[]
  readonly going: Going | undefined
  /** What the open criterion points at in it: where a piece begins that was not looked at yet. */
  readonly pointed: MarkedPlace | undefined
  readonly ref: Ref<EvidenceHandle>
  onTab(id: string): void
  onPoint(place: string): void
  onMoved(): void
}

/** Everything that was handed over, a tab each; the reader's place in each piece is kept. */
export function Evidence(props: Looking) {
  const words = useWords().review
  const left = useRef(new Map<string, SeenPlace>())
  const scrolled = useRef(new Map<string, number>())
  const panel = useRef<HTMLDivElement>(null)
  const { current, tabs } = props
  const id = current?.id ?? ''
  // Where a piece begins is settled when it comes; what is pointed at later moves nothing.
  const begun = useRef<{ readonly id: string; readonly at: Going | undefined }>(undefined)
  if (begun.current?.id !== id) {
    const isKnown = left.current.has(id) || scrolled.current.has(id)
    const { pointed } = props
    const at = pointed === undefined || isKnown ? undefined : { anchor: pointed.anchor }
    begun.current = { id, at }
  }
  // Once the reader has gone elsewhere in it, nothing leads back there by itself.
  if (props.going !== undefined) begun.current = { id, at: undefined }
  const going = props.going ?? begun.current.at
  // Read before the piece that is left is taken away, with what had the focus in it.
  const hadFocus = useRef(false)
  hadFocus.current = panel.current?.contains(document.activeElement) === true
  useLayoutEffect(() => {
    if (panel.current !== null) panel.current.scrollTop = scrolled.current.get(id) ?? 0
    const work = document.getElementById('work')
    if (work !== null && hadFocus.current && document.activeElement === document.body)
      arriveAt(work)
  }, [id])
  const labelOf = (tab: EvidenceTab) => (tab.kind === 'answers' ? tab.part.title : tab.item.title)
  const lastAnswers = tabs.findLast(tab => tab.kind === 'answers')
  return (
    <div className={look.look}>
      <Tabs
        label={words.evidence}
        panel={panelId}
        tabs={tabs.map(tab => ({ id: tab.id, label: labelOf(tab) }))}
        current={id}
        onChoose={id => props.onTab(id)}
      />
      <LiveRegion say={current === undefined ? words.noneHere : labelOf(current)} />
      <div
        ref={panel}
        className={look.panel}
        id={panelId}
        role="tabpanel"
        aria-label={words.evidence}
        onScroll={event => {
          if (event.target === panel.current) scrolled.current.set(id, panel.current.scrollTop)
        }}
      >
        {current === undefined ? (
          <div className={look.pages}>
            <EmptyState>
              <strong>{words.noneHere}</strong>
              {tabs.length === 0 ? null : (
                <p>
                  {words.noneHereNext} <Key>E</Key>
                </p>
              )}
            </EmptyState>
          </div>
        ) : null}
        {current?.kind === 'answers' ? (
          <Answers
            key={current.id}
            ref={props.ref}
            prompts={current.prompts}
            attempt={props.reading.attempt}
            places={props.places}
            going={going}
            isLast={current === lastAnswers}
            onPoint={place => props.onPoint(place)}
          />
        ) : null}
        {current?.kind === 'item' ? (
          <Piece
            key={current.id}
            ref={props.ref}
            item={current.item}
            places={props.places}
            going={going}
            start={left.current.get(current.id)}
            onPlace={place => {
              left.current.set(current.id, place)
              props.onMoved()
            }}
          />
        ) : null}
      </div>
    </div>
  )
}
