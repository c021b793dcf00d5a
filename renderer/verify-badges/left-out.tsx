import type { BatchSaid } from '../../contract/device/verifying.ts'
import { tellDoor } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { useNotHandedIn } from './hand-in.ts'
import * as look from './verify.css.ts'

/** What was handed in and isn't checked, each with its reason; never silently. */
export function LeftOut({ batch }: { batch: BatchSaid }) {
  const words = useWords()
  const { many } = words.verify
  const failed = useNotHandedIn()
  const { leftOut, leftOutCount, leftOutMore } = batch
  const told = failed?.batch === batch.id ? tellDoor(words, failed.why) : undefined
  return (
    <>
      {told === undefined ? null : (
        <ErrorNote
          said={told.said}
          next={`${told.next} ${many.notHandedIn({ more: failed?.more ?? 0 })}`}
          code={told.code}
        />
      )}
      {leftOutCount === 0 ? null : (
        <details className={look.leftOut}>
          <summary>{many.leftOutHead({ n: leftOutCount })}</summary>
          <ul>
            {leftOut.map(({ name, code, facts }, at) => (
              <li key={`${name} ${at}`}>
                <b>{name === '' ? many.pastedName : name}</b> {many.leftOut[code](facts)}
              </li>
            ))}
            {leftOutMore > 0 ? <li>{many.leftOutMore({ n: leftOutMore })}</li> : null}
          </ul>
        </details>
      )}
    </>
  )
}
