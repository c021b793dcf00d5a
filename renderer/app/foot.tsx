import { footEnd, footKey, footKeys, station } from '../design/frame.css.ts'
import { Key } from '../design/button.tsx'
import { TextLink } from '../design/link.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import { Stations } from '../design/stations.tsx'
import { shownBefore } from '../door/shown-records.ts'
import { useFoot } from './foot-note.ts'
import { useStopped, useSync } from './live.tsx'
import { useSession } from './session.tsx'
import { needsAt, stationOf, syncSaid } from './sync-said.ts'
import { GoesIn } from './goes-in.tsx'
import { useInWindow } from './in-window.ts'
import { UndoSaid, undoSaid } from './undo-said.tsx'
import { useUndos } from './undo.ts'
import { useWords } from './words.tsx'

/** The foot: how safe the work is, the keys that help here, the next date. */
export function Foot({ onKeys }: { onKeys(): void }) {
  const words = useWords()
  const sync = useSync()
  const note = useFoot()
  const undo = useUndos().note
  const going = sync.going?.at(-1)
  const { readOnly, closedUnexpectedlyAt, person } = useSession()
  const before = undo === undefined ? shownBefore() : undefined
  const switched = [
    before?.isOurDoing === false ? words.frame.switched({ name: person?.name ?? '' }) : '',
    before?.hasWords === true ? words.frame.wordsWait({ name: before.name }) : '',
  ]
    .filter(Boolean)
    .join(' ')
  const inWindow = useInWindow()
  const isStopped = useStopped()
  const needsPerson = isStopped || readOnly !== undefined || inWindow?.why !== undefined
  // A program that was closed, a backup that can't be changed, and words that are not on disk, go before anything that is said about sync.
  const said = isStopped
    ? words.saving.stopped
    : readOnly !== undefined
      ? words.frame.readOnly(readOnly)
      : inWindow !== undefined
        ? [words.saving.window, inWindow.why?.said].filter(Boolean).join('. ')
        : syncSaid(words, sync)
  const why = isStopped ? undefined : readOnly === undefined ? needsAt(sync) : '/settings/device'
  const crashed =
    closedUnexpectedlyAt === undefined
      ? undefined
      : words.frame.crashed({ atMs: closedUnexpectedlyAt })
  // Where nothing can be kept, nothing is asked for.
  const offered = readOnly === undefined && !isStopped ? words.frame.dropAnywhere : undefined
  return (
    <>
      <span className={station}>
        {needsPerson || inWindow === undefined ? (
          <Stations at={needsPerson ? 'needs' : stationOf(sync)} />
        ) : null}
        {said}
        {why === undefined ? null : <TextLink to={why}>{words.saving.seeWhy}</TextLink>}
      </span>
      {going === undefined ? null : <GoesIn going={going} />}
      <UndoSaid />
      {switched === '' ? null : <span>{switched}</span>}
      {note.problems > 0 ? (
        <span>
          {words.frame.keysNextProblem} <Key>F8</Key> {words.frame.keysFix} <Key>Ctrl .</Key>
        </span>
      ) : null}
      {note.problems > 0 ? null : (
        <span className={footKeys}>
          <button type="button" className={footKey} onClick={onKeys}>
            {words.frame.keysAll} <Key>F1</Key>
          </button>
        </span>
      )}
      <span className={footEnd}>{note.end ?? crashed ?? offered}</span>
      <LiveRegion
        say={[
          said,
          // Once, and without the seconds.
          going === undefined ? '' : words.undo.waits,
          undo === undefined ? '' : undoSaid(words, undo),
          switched,
        ]
          .filter(Boolean)
          // Some are whole sentences already.
          .map(part => part.replace(/\.$/, ''))
          .join('. ')}
      />
    </>
  )
}
