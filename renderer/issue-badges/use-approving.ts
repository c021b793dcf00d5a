import { useState } from 'react'
import type { CommandAnswer } from '../../contract/device/door.ts'
import { tellDoor, useTell, type Told } from '../app/act.ts'
import { forgetAll } from '../app/rows.ts'
import { undos } from '../app/undo.ts'
import { useWords } from '../app/words.tsx'
import { door } from '../door/door.ts'

type Done = Exclude<CommandAnswer, { status: 'refused' }>

interface Approving {
  readonly running: { readonly done: number; readonly all: number } | undefined
  /** What came of the last go. */
  readonly outcome: { readonly approved: number; readonly failed: number } | undefined
  /** Claims that stayed, each with its reason. */
  readonly failures: ReadonlyMap<string, Told>
  approve(claims: readonly string[]): Promise<void>
}

/** Approves badges one after the other; one that is refused stays with its reason and stops none of the others. */
export function useApproving(): Approving {
  const words = useWords()
  const tell = useTell()
  const [running, setRunning] = useState<Approving['running']>()
  const [outcome, setOutcome] = useState<Approving['outcome']>()
  const [failures, setFailures] = useState<ReadonlyMap<string, Told>>(new Map())

  const approve = async (claims: readonly string[]) => {
    const failed = new Map<string, Told>()
    // All that was chosen is one thing: held as one, taken back as one.
    const together = crypto.randomUUID()
    let last: Done | undefined
    setOutcome(undefined)
    for (const [done, claim] of claims.entries()) {
      setRunning({ done, all: claims.length })
      const came = await approveOne(claim, together)
      if ('said' in came) failed.set(claim, came)
      else last = came
    }
    if (last !== undefined) undos.done(last)
    await forgetAll()
    setRunning(undefined)
    setFailures(failed)
    setOutcome({ approved: claims.length - failed.size, failed: failed.size })
  }
  const approveOne = async (claim: string, together: string): Promise<Told | Done> => {
    try {
      const answer = await door.command('badge.approve', { claim }, together)
      return answer.status === 'refused' ? tell(answer.refusal) : answer
    } catch (error) {
      return tellDoor(words, error)
    }
  }
  return { running, outcome, failures, approve }
}
