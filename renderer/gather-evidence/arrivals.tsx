import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { LongJob } from '../design/progress.tsx'
import { quiet, small } from '../design/text.css.ts'
import * as look from './add.css.ts'
import { isUnderWay, pieceOf, type Arrival } from './arrival.ts'
import { ArrivalLine } from './arrival-line.tsx'
import { queue } from './keep-one.ts'

interface Arriving {
  readonly arrivals: readonly Arrival[]
  /** The piece that the margin asks about. */
  readonly asked: string | undefined
  onAsk(evidence: string): void
}

/** What comes in: how far it is, and every file with what came of it. */
export function Arrivals({ arrivals, asked, onAsk }: Arriving) {
  const words = useWords()
  const said = words.evidence.add
  if (arrivals.length === 0) return null
  const keeping = arrivals.find(one => one.state.at === 'keeping')
  const waiting = arrivals.filter(one => one.state.at === 'waiting').length
  const sentBytes = keeping?.state.at === 'keeping' ? keeping.state.sentBytes : 0
  const kept = arrivals.filter(one => pieceOf(one) !== undefined).length
  const stopped = arrivals.filter(one => one.state.at === 'stopped')
  const goOn = () => {
    for (const one of stopped) queue.again(one.key)
  }
  return (
    <section className={look.list} aria-label={said.list}>
      {keeping === undefined ? null : (
        <div className={look.job}>
          <LongJob
            said={said.keeping({
              n: arrivals.length - waiting,
              of: arrivals.length,
              name: keeping.name,
            })}
            done={sentBytes}
            all={Math.max(1, keeping.sizeBytes)}
            cancel={{ label: said.stop, onPress: () => queue.stop() }}
          />
        </div>
      )}
      <div className={look.listHead}>
        <h2>{said.list}</h2>
        <span className={`${small} ${quiet}`} role="status">
          {arrivals.some(isUnderWay) ? null : said.all({ kept, refused: arrivals.length - kept })}
        </span>
      </div>
      {stopped.length > 1 ? (
        <Button kind="small" onPress={goOn}>
          {said.goOn({ n: stopped.length })}
        </Button>
      ) : null}
      <ul>
        {arrivals.map(one => (
          <ArrivalLine key={one.key} arrival={one} asked={asked} onAsk={onAsk} />
        ))}
      </ul>
    </section>
  )
}
