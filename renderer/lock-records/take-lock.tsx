import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, row, stack } from '../design/text.css.ts'
import { door } from '../door/door.ts'

/** Asks once before everything becomes readable again. */
export function TakeLock({ onEnd }: { onEnd(): void }) {
  const words = useWords()
  const said = words.lock
  const { attempt, told, busy } = useAct()
  const take = async () => {
    if (busy) return
    if ((await attempt(() => door.lock.take())) !== undefined) location.reload()
  }
  return (
    <div className={stack}>
      <p className={measure}>{said.takeSure}</p>
      <div className={row}>
        <Button busy={busy} onPress={() => void take()}>
          {said.takeYes}
        </Button>
        <Button onPress={onEnd}>{said.keep}</Button>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </div>
  )
}
