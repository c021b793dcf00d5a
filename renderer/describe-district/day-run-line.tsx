import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { quiet, row, small } from '../design/text.css.ts'
import type { DayRun } from './day-runs.ts'
import * as look from './district.css.ts'

interface Showing {
  readonly run: DayRun
  onRemove(days: readonly string[]): void
}

/** A break, removed as a whole or day by day. */
export function DayRunLine({ run, onRemove }: Showing) {
  const said = useWords().aboutDistrict.days
  const days = said.run({ first: run.first, last: run.last })
  const isOne = run.days.length === 1
  return (
    <li>
      <div className={look.run}>
        <div>
          <strong>{run.name === '' ? days : run.name}</strong>
          <p className={`${small} ${quiet}`}>
            {[
              ...(run.name === '' ? [] : [days]),
              ...(isOne ? [] : [said.count({ n: run.days.length })]),
            ].join(' · ')}
          </p>
        </div>
        <Button
          kind="small"
          label={said.removeOf({ name: run.name, days })}
          onPress={() => onRemove(run.days)}
        >
          {said.remove}
        </Button>
      </div>
      {isOne ? null : (
        <details className={look.dayByDay}>
          <summary>{said.dayByDay}</summary>
          <ul>
            {run.days.map(day => (
              <li key={day} className={row}>
                <span>{said.run({ first: day, last: day })}</span>
                <Button
                  kind="bare"
                  label={said.removeOf({
                    name: run.name,
                    days: said.run({ first: day, last: day }),
                  })}
                  onPress={() => onRemove([day])}
                >
                  {said.remove}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
