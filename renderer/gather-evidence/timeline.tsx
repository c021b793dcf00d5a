import { useCallback, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { LoadingLine } from '../design/progress.tsx'
import { quiet, small } from '../design/text.css.ts'
import { SearchEvidence } from './search-evidence.tsx'
import { NothingFound } from './nothing-found.tsx'
import { ToldNote } from './told-note.tsx'
import { UndoLine } from './undo-line.tsx'
import { useTimeline } from './use-timeline.ts'
import { Weeks } from './weeks.tsx'

/** Everything one has kept, by school week; filters stand in the address. */
export function EvidenceTimeline() {
  const words = useWords()
  const said = words.evidence
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const filter = {
    ...(search.get('q') ? { q: search.get('q') ?? '' } : {}),
    ...(search.get('goal') ? { goal: search.get('goal') ?? '' } : {}),
    trashed: search.get('trash') === '1',
  }
  const timeline = useTimeline(filter)
  const { act, told } = useAct()
  const [taken, setTaken] = useState<{ n: number; title: string }>()
  usePrimaryKey(() => go('/add'))

  const takeOut = async (id: string, title: string) => {
    const done = await act('evidence.trash', { evidence: id, on: false })
    if (done !== undefined) setTaken({ n: done.keptAt, title })
  }
  // Always the same function for the lines, which are drawn again only for a reason.
  const newest = useRef(takeOut)
  newest.current = takeOut
  const onTakeOut = useCallback((id: string, title: string) => {
    void newest.current(id, title)
  }, [])
  const isEmpty = timeline !== undefined && timeline.lines.length === 0
  return (
    <Screen
      title={filter.trashed ? said.list.trashTitle : said.title}
      beside={
        timeline === undefined || timeline.all === 0 ? null : (
          <span className={`${small} ${quiet}`} role="status">
            {said.list.count(timeline)}
          </span>
        )
      }
      actions={
        filter.trashed ? (
          <TextLink to="/evidence">{said.list.back}</TextLink>
        ) : (
          <TextLink to="/add" as="primary" keys="Ctrl Enter">
            {said.list.add}
          </TextLink>
        )
      }
    >
      {timeline === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      {taken === undefined ? null : <UndoLine key={taken.n} said={said.trash.back(taken)} />}
      <ToldNote told={told} />
      <SearchEvidence isTrash={filter.trashed} />
      {timeline !== undefined && isEmpty ? (
        <NothingFound {...filter} all={timeline.all} nothing={timeline.nothing} />
      ) : null}
      {timeline === undefined || isEmpty ? null : (
        <Weeks timeline={timeline} {...(filter.trashed ? { onTakeOut } : {})} />
      )}
    </Screen>
  )
}
