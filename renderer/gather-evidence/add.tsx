import { useRef, useState, useSyncExternalStore } from 'react'
import { useSearchParams } from 'wouter'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { lead, quiet, small } from '../design/text.css.ts'
import * as look from './add.css.ts'
import { AddMargin } from './add-margin.tsx'
import { isUnderWay, pieceOf } from './arrival.ts'
import { Arrivals } from './arrivals.tsx'
import { droppedFilesMax } from './dropped-files.ts'
import { KeepLink } from './keep-link.tsx'
import { queue } from './keep-one.ts'
import { slotInAddress } from './slot-place.ts'
import { SlotNote } from './slot-note.tsx'
import { useArriving } from './use-arriving.ts'
import { WriteReflection } from './write-reflection.tsx'

/** Add evidence: kept first, the questions come after, in the margin. */
export function AddEvidence() {
  const words = useWords()
  const said = words.evidence.add
  const { calendar } = useSession()
  const [search, setSearch] = useSearchParams()
  const slot = slotInAddress(search)
  const writing = search.get('write')
  const arrivals = useSyncExternalStore(queue.subscribe, queue.arrivals)
  const [chosen, setChosen] = useState<string>()
  const [isLinking, setLinking] = useState(false)
  const [reflections, setReflections] = useState(0)
  const [trouble, setTrouble] = useState<{ said: string; next: string }>()
  const picker = useRef<HTMLInputElement>(null)
  const margin = useRef<HTMLDivElement>(null)
  // What was kept on an earlier visit stays in sight until something new comes.
  const isFirst = useRef(true)

  const take = (files: readonly File[]) => {
    if (files.length === 0) return
    if (isFirst.current) {
      isFirst.current = false
      queue.clear()
    }
    // Somebody who answers in the margin is not taken away from there.
    if (margin.current?.contains(document.activeElement) !== true) setChosen(undefined)
    setTrouble(undefined)
    queue.add(files, { calendar, slot })
  }
  useArriving({
    onFiles: take,
    onLeftOut: n =>
      setTrouble({ said: said.leftOut({ n, max: droppedFilesMax }), next: said.leftOutNext }),
    onUnreadable: () => setTrouble({ said: said.unreadable, next: said.unreadableNext }),
  })
  const choose = () => picker.current?.click()
  usePrimaryKey(choose)
  const write = (id: string) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before)
        next.set('write', id)
        return next
      },
      { replace: true },
    )

  const kept = arrivals.flatMap(one => pieceOf(one) ?? [])
  const written = writing === null || writing === 'new' ? undefined : writing
  const asked = chosen ?? written ?? kept[0]
  return (
    <Screen
      title={said.title}
      titled="page"
      marginLabel={words.evidence.ask.margin}
      margin={
        <div ref={margin} onFocus={() => setChosen(asked)}>
          <AddMargin asked={asked} kept={kept} isUnderWay={arrivals.some(isUnderWay)} />
        </div>
      }
    >
      <p className={lead}>{said.lead}</p>
      {slot === undefined ? null : <SlotNote slot={slot} />}
      <button
        type="button"
        className={arrivals.length === 0 ? look.dropArea : look.dropAreaLow}
        onClick={choose}
      >
        <span className={look.dropWords}>{said.drop}</span>
        <span className={`${small} ${quiet}`}>{said.dropMore}</span>
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        className={look.picker}
        aria-label={said.choose}
        onChange={event => {
          take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <div className={look.ways}>
        <Button kind="primary" keys="Ctrl Enter" onPress={choose}>
          {said.choose}
        </Button>
        <Button
          pressed={writing !== null}
          onPress={() => {
            setReflections(reflections + 1)
            write('new')
          }}
        >
          {said.write}
        </Button>
        <Button pressed={isLinking} onPress={() => setLinking(!isLinking)}>
          {said.link}
        </Button>
      </div>
      {trouble === undefined ? null : <ErrorNote kind="ask" {...trouble} />}
      {isLinking ? (
        <KeepLink
          slot={slot}
          onKept={evidence => {
            setLinking(false)
            setChosen(evidence)
          }}
        />
      ) : null}
      {writing === null ? null : (
        <WriteReflection
          key={reflections}
          isBegun={reflections > 0 || writing === 'new'}
          id={written}
          slot={slot}
          onMade={id => {
            write(id)
            setChosen(id)
          }}
        />
      )}
      <Arrivals arrivals={arrivals} asked={asked} onAsk={setChosen} />
    </Screen>
  )
}
