import { useRef } from 'react'
import type { CheckIn, Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { quiet, small, stack } from '../design/text.css.ts'
import { CheckInForm } from './check-in-form.tsx'
import { CheckInList } from './check-in-list.tsx'

interface Beside {
  readonly goal: Row<Goal> | undefined
  readonly mine: boolean
  readonly checkIns: readonly Row<CheckIn>[]
  readonly checking: boolean
  onCheckIn(open: boolean): void
  onNewGoal(): void
}

/** Beside the plan: checking in, and what was said before. For a goal of others, how to work towards it. */
export function GoalMargin({ goal, mine, checkIns, checking, onCheckIn, onNewGoal }: Beside) {
  const words = useWords()
  const left = useRef<HTMLDivElement>(null)
  const leave = () => {
    onCheckIn(false)
    // The button that opened it is there again; whoever went on elsewhere stays there.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) left.current?.querySelector('button')?.focus()
    })
  }
  if (goal === undefined) return <p className={`${small} ${quiet}`}>{words.plan.checkIn.noGoal}</p>
  if (!mine) {
    return (
      <div className={stack}>
        <p className={`${small} ${quiet}`}>
          {words.plan.goal.ofOthers({ layer: words.plan.layer[goal.body.layer] })}
        </p>
        <div>
          <Button kind="primary" keys="N" onPress={onNewGoal}>
            {words.plan.goal.workTowards}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <>
      {checking ? (
        <section>
          <h2>{words.plan.checkIn.title}</h2>
          <p className={`${small} ${quiet}`}>{goal.body.title}</p>
          <CheckInForm key={goal.id} goal={goal.id} primary onKept={leave} onLeave={leave} />
        </section>
      ) : (
        <div ref={left}>
          <Button kind="primary" keys="C" onPress={() => onCheckIn(true)}>
            {words.plan.checkIn.title}
          </Button>
        </div>
      )}
      <CheckInList checkIns={checkIns} />
    </>
  )
}
