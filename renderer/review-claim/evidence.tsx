import { useRef, type Ref } from 'react'
import { useWords } from '../app/words.tsx'
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
  readonly ref: Ref<EvidenceHandle>
  onTab(id: string): void
  onPoint(place: string): void
  onMoved(): void
}

/** Everything that was handed over, a tab each; the reader's place in each piece is kept. */
export function Evidence(props: Looking) {
  const words = useWords().review
  const left = useRef(new Map<string, SeenPlace>())
  const { current, tabs } = props
  const lastAnswers = tabs.findLast(tab => tab.kind === 'answers')
  return (
    <div className={look.look}>
      <Tabs
        label={words.evidence}
        panel={panelId}
        tabs={tabs.map(tab => ({
          id: tab.id,
          label: tab.kind === 'answers' ? tab.part.title : tab.item.title,
        }))}
        current={current?.id ?? ''}
        onChoose={id => props.onTab(id)}
      />
      <div className={look.panel} id={panelId} role="tabpanel" aria-label={words.evidence}>
        {current?.kind === 'answers' ? (
          <Answers
            key={current.id}
            ref={props.ref}
            prompts={current.prompts}
            attempt={props.reading.attempt}
            places={props.places}
            going={props.going}
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
            going={props.going}
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
