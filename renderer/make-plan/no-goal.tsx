import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { voice } from '../design/text.css.ts'

/** No goal yet: one real example, and the verb. */
export function NoGoal({ onWrite, hasTeam }: { onWrite(): void; hasTeam: boolean }) {
  const words = useWords()
  const said = words.plan.empty
  return (
    <EmptyState>
      <p>{said.say}</p>
      <p className={voice}>{said.example}</p>
      {hasTeam ? <p>{said.pick}</p> : null}
      <Button kind="primary" keys="N" onPress={onWrite}>
        {said.write}
      </Button>
    </EmptyState>
  )
}
