import { useWords } from '../app/words.tsx'
import { unseen } from '../design/text.css.ts'
import type { Words } from '../../words/words.ts'
import type { Station } from './line.ts'
import * as look from './track.css.ts'

/** A claim's way as stops on a line: behind, here, ahead; each with its day or its holder. */
export function Track({ stations }: { stations: readonly Station[] }) {
  const words = useWords()
  return (
    <ol className={look.track} aria-label={words.today.stations.label}>
      {stations.map(station => (
        <li
          key={station.stop}
          className={look.stop[station.at]}
          aria-current={station.at === 'here' ? 'step' : undefined}
        >
          {stationSaid(words, station)}
          <span className={unseen}>, {words.today.stations.at[station.at]}</span>
        </li>
      ))}
    </ol>
  )
}

function stationSaid(words: Words, station: Station): string {
  const said = words.today.stations
  return station.stop === 'badge' ? said.badge : said[station.stop](station)
}
