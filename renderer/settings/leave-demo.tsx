import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet, row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { becoming } from '../door/shown-records.ts'
import * as look from './settings.css.ts'

/** In the demo, where one looks for joining a district of one's own: out of the demo first. */
export function LeaveDemo() {
  const words = useWords()
  const said = words.settings.district
  const { attempt, told, busy } = useAct()
  return (
    <section className={look.group}>
      <h2>{said.joinTitle}</h2>
      <p className={`${measure} ${quiet}`}>{said.leaveDemo}</p>
      <div className={row}>
        <Button busy={busy} onPress={() => void attempt(() => becoming(door.leaveDemo))}>
          {words.frame.leaveDemo}
        </Button>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </section>
  )
}
