import { useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { EvidenceLine } from '../../contract/device/queries.ts'
import { contentOf } from '../../core/evidence/content.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { LoadingLine } from '../design/progress.tsx'
import { quiet, small } from '../design/text.css.ts'
import { DeletedNote } from './deleted-note.tsx'
import { SearchEvidence } from './search-evidence.tsx'
import { NothingFound } from './nothing-found.tsx'
import { ToldNote } from './told-note.tsx'
import type { TrashActs } from './trash-state.tsx'
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
  const [deleted, setDeleted] = useState<string>()
  const [taken, setTaken] = useState<{ n: number; title: string }>()
  usePrimaryKey(() => go('/add'))

  const takeOut = async ({ row: { id, body } }: EvidenceLine, title: string) => {
    const input = { evidence: id, on: false, content: contentOf(body) }
    const done = await act('evidence.trash', input)
    if (done !== undefined) setTaken({ n: done.keptAt, title })
  }
  // Always the same functions for the lines, which are drawn again only for a reason.
  const newest = useRef(takeOut)
  newest.current = takeOut
  const [acts] = useState<TrashActs>(() => ({
    onTakeOut: (line, title) => void newest.current(line, title),
    onDeleted(title) {
      setTaken(undefined)
      setDeleted(title)
    },
  }))
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
      {deleted === undefined ? null : <DeletedNote key={deleted} title={deleted} />}
      <ToldNote told={told} />
      <SearchEvidence isTrash={filter.trashed} />
      {timeline !== undefined && isEmpty ? (
        <NothingFound {...filter} all={timeline.all} nothing={timeline.nothing} />
      ) : null}
      {timeline === undefined || isEmpty ? null : (
        <Weeks timeline={timeline} {...(filter.trashed ? { trash: acts } : {})} />
      )}
    </Screen>
  )
}
