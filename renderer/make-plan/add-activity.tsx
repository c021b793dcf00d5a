import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { stack } from '../design/text.css.ts'
import { ActivityForm } from './activity-form.tsx'

/** A thing to do, and its day when it has one. Stays open, so that three may be added in a row. */
export function AddActivity({ goal, onClose }: { goal: string; onClose(): void }) {
  const said = useWords().plan.activity
  const { act, told, busy } = useAct()
  return (
    <ActivityForm
      className={stack}
      verb={said.keep}
      placeholder={said.placeholder}
      busy={busy}
      told={told}
      onClose={onClose}
      onKeep={async ({ title, due }) => {
        const day = due === '' ? {} : { due }
        return (await act('activity.add', { goal, title, ...day })) !== undefined
      }}
    />
  )
}
