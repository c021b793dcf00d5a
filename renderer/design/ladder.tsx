import { Fragment, useId } from 'react'
import { Key } from './button.tsx'
import * as look from './ladder.css.ts'
import { useAtOnce } from './use-at-once.ts'

interface Rung {
  readonly rank: number
  readonly name: string
  readonly descriptor: string
}

interface Climbing {
  readonly label: string
  readonly name: string
  /** Lowest first. */
  readonly levels: readonly Rung[]
  readonly passRank: number
  readonly passingSaid: string
  readonly chosen: number | undefined
  onChoose(rank: number): void
}

/** The levels of a criterion, whole descriptors in one colour; a ruled line says where passing starts. */
export function Ladder(props: Climbing) {
  const id = useId()
  const [chosen, show] = useAtOnce(props.chosen)
  return (
    <div className={look.ladder} role="radiogroup" aria-label={props.label}>
      {props.levels.map((level, n) => (
        <Fragment key={level.rank}>
          {level.rank === props.passRank ? <p className={look.notch}>{props.passingSaid}</p> : null}
          <label className={look.rung}>
            <input
              type="radio"
              name={props.name}
              aria-labelledby={`${id}-${level.rank}-name`}
              aria-describedby={`${id}-${level.rank}-says`}
              checked={chosen === level.rank}
              onChange={() => {
                show(level.rank)
                props.onChoose(level.rank)
              }}
            />
            <span aria-hidden="true">
              <Key>{String(n + 1)}</Key>
            </span>
            <strong id={`${id}-${level.rank}-name`}>{level.name}</strong>
            <span id={`${id}-${level.rank}-says`} className={look.descriptor}>
              {level.descriptor}
            </span>
          </label>
        </Fragment>
      ))}
    </div>
  )
}
