import { useEffect, useState } from 'react'
import type { LockSaid } from '../../contract/device/session.ts'
import { useSession, useSessionChange } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { asking, measure, quiet, row, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { SetLock } from './set-lock.tsx'
import { TakeLock } from './take-lock.tsx'

/** How often the count of files still to be sealed is asked for (ms). */
const askEveryMs = 2_000

/** How the records are locked, and the way to lock them or to take the lock away. */
export function LockState() {
  const words = useWords()
  const said = words.lock
  const session = useSession()
  const { state } = session.lock
  const [doing, setDoing] = useState<'setting' | 'renewing' | 'taking'>()
  useAsked(state === 'sealing' || state === 'opening')

  if (session.mode === 'demo') return <p className={`${measure} ${quiet}`}>{said.demo}</p>
  const isLocked = (state === 'locked' || state === 'sealing') && session.lock.problem === undefined
  return (
    <>
      <p className={`${measure} ${isLocked ? quiet : asking}`} role="status">
        {standing(words.lock, session.lock)}
      </p>
      {session.lock.problem === undefined ? null : (
        <p className={`${measure} ${asking}`}>{said.waiting[session.lock.problem]}</p>
      )}
      {session.lock.filesStuck === undefined ? null : (
        <p className={`${measure} ${asking}`}>{said.stuck({ files: session.lock.filesStuck })}</p>
      )}
      {state === 'none' && doing === undefined && session.readOnly === undefined ? (
        <div className={row}>
          <Button onPress={() => setDoing('setting')}>{said.begin}</Button>
        </div>
      ) : null}
      {doing === 'setting' ? <SetLock onEnd={() => setDoing(undefined)} /> : null}
      {doing === 'renewing' ? <SetLock isRenewed onEnd={() => setDoing(undefined)} /> : null}
      {isLocked && doing === undefined ? (
        <div className={row}>
          <Button onPress={() => setDoing('renewing')}>{said.renew[opensBy(session.lock)]}</Button>
          <Button onPress={() => setDoing('taking')}>{said.take}</Button>
        </div>
      ) : null}
      {doing === 'taking' ? <TakeLock onEnd={() => setDoing(undefined)} /> : null}
      <p className={`${small} ${quiet} ${measure}`}>{said.limits}</p>
    </>
  )
}

function standing(said: ReturnType<typeof useWords>['lock'], lock: LockSaid): string {
  if (lock.state === 'sealing') return said.sealing({ files: lock.filesLeft })
  if (lock.state === 'opening') return said.opening
  if (lock.state === 'none') return said.none
  return said.locked[opensBy(lock)]
}

/** By what it opens at each start. */
const opensBy = (lock: LockSaid): 'passphrase' | 'keychain' =>
  lock.opensBy.includes('passphrase') ? 'passphrase' : 'keychain'

/** Asks again how far it is, while something is under way. */
function useAsked(isUnderWay: boolean): void {
  const change = useSessionChange()
  useEffect(() => {
    if (!isUnderWay) return
    const ask = () => {
      // A door that does not answer now is asked again; the foot says that it is away.
      door.session().then(change, () => undefined)
    }
    const timer = setInterval(ask, askEveryMs)
    return () => clearInterval(timer)
  }, [isUnderWay, change])
}
