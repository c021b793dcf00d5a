import type { Activity } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import * as look from './activities.css.ts'
import { ActivityForm } from './activity-form.tsx'

interface Changing {
  readonly activity: Row<Activity>
  onClose(): void
}

/** Puts right what is to be done, and its day; in the place of its line. */
export function ChangeActivity({ activity, onClose }: Changing) {
  const said = useWords().plan.activity
  const { act, told, busy } = useAct()
  const before = { title: activity.body.title, due: activity.body.due ?? '' }
  return (
    <ActivityForm
      className={look.changing}
      verb={said.keepChange}
      before={before}
      busy={busy}
      told={told}
      onClose={onClose}
      onKeep={async ({ title, due }) => {
        // Only what was changed here: the other field may have been put right elsewhere meanwhile.
        const set = {
          ...(title === before.title ? {} : { title }),
          ...(due === before.due ? {} : { due: due === '' ? null : due }),
        }
        const isSame = Object.keys(set).length === 0
        if (isSame || (await act('activity.change', { activity: activity.id, set })) !== undefined)
          onClose()
        return false
      }}
    />
  )
}
