import type { BatchSaid } from '../../contract/device/verifying.ts'
import { tellDoor } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { small } from '../design/text.css.ts'
import { useLeftOver, useNotHandedIn } from './hand-in.ts'
import { limits } from './verifying-door.ts'
import * as look from './verify.css.ts'

/** What was handed in and isn't checked, each with its reason; never silently. */
export function LeftOut({ batch }: { batch: BatchSaid }) {
  const words = useWords()
  const { many } = words.verify
  const failed = useNotHandedIn()
  const over = useLeftOver()
  const { leftOut, leftOutCount } = batch
  const told = failed?.batch === batch.id ? tellDoor(words, failed.why) : undefined
  const hidden = leftOutCount - leftOut.length
  return (
    <>
      {told === undefined ? null : (
        <ErrorNote
          said={told.said}
          next={`${told.next} ${many.notHandedIn({ more: failed?.more ?? 0 })}`}
          code={told.code}
        />
      )}
      {over?.batch === batch.id ? (
        <p className={small}>{many.tooMany({ max: limits.inputsMax, left: over.count })}</p>
      ) : null}
      {leftOutCount === 0 ? null : (
        <details className={look.leftOut}>
          <summary>{many.leftOutHead({ n: leftOutCount })}</summary>
          <ul>
            {leftOut.map(({ name, code, facts }, at) => (
              <li key={`${name} ${at}`}>
                <b>{name === '' ? many.pastedName : name}</b> {many.leftOut[code](facts)}
              </li>
            ))}
            {hidden > 0 ? <li>{many.leftOutMore({ n: hidden })}</li> : null}
          </ul>
        </details>
      )}
    </>
  )
}
