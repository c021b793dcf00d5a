import type { BatchSaid } from '../../contract/device/verifying.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import { meter, work } from '../design/notes.css.ts'
import { stopHandingIn, useHandIn } from './hand-in.ts'
import { sumSaid } from './sum-said.ts'
import { forgetBatch } from './use-batch.ts'
import { verifying } from './verifying-door.ts'

interface Going {
  readonly batch: BatchSaid
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>
}

/** How far taking in and checking have got, and a way to stop; spoken every few seconds, and what came of it once. */
export function GoingOn({ batch, attempt }: Going) {
  const words = useWords()
  const { many } = words.verify
  const handing = useHandIn()
  const { counts, id, tookMs } = batch
  const taking = handing?.batch === id ? handing : undefined
  const done = counts.all - counts.waiting - counts.stopped
  const isChecking = counts.waiting > 0 || taking !== undefined || batch.coming.length > 0
  const all = Math.max(counts.all - counts.stopped, taking?.all ?? 0)
  const stop = () =>
    attempt(async () => {
      await stopHandingIn(id)
      await verifying.stop(id)
      await forgetBatch(id)
    })
  const goOn = () =>
    attempt(async () => {
      await verifying.again(id, { stopped: true })
      await forgetBatch(id)
    })
  const nameSaid = (name: string) => (name === '' ? many.pastedName : name)
  const said =
    taking !== undefined && done === 0 ? many.handing(taking) : many.checking({ done, all })
  const total = done === 0 ? '' : sumSaid(words, counts, tookMs)
  return (
    <>
      <LiveRegion say={isChecking ? said : total} />
      {isChecking ? (
        <div className={work}>
          <span>{said}</span>
          <progress
            className={meter}
            value={done}
            max={Math.max(1, all)}
            aria-label={many.checking({ done, all })}
          />
          <span>
            <Button kind="small" onPress={() => void stop()}>
              {many.stop}
            </Button>
          </span>
        </div>
      ) : null}
      {taking !== undefined || batch.coming.length === 0 ? null : (
        <p>{many.coming({ name: batch.coming.map(nameSaid).join(', ') })}</p>
      )}
      {counts.stopped > 0 && !isChecking ? (
        <p>
          {many.stopped({ n: counts.stopped })}{' '}
          <Button kind="small" onPress={() => void goOn()}>
            {many.goOn}
          </Button>
        </p>
      ) : null}
    </>
  )
}
