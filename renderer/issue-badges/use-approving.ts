import { useState } from 'react'
import { tellDoor, useTell, type Told } from '../app/act.ts'
import { forgetAll } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { door } from '../door/door.ts'

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
    setOutcome(undefined)
    for (const [done, claim] of claims.entries()) {
      setRunning({ done, all: claims.length })
      const told = await approveOne(claim)
      if (told !== undefined) failed.set(claim, told)
    }
    await forgetAll()
    setRunning(undefined)
    setFailures(failed)
    setOutcome({ approved: claims.length - failed.size, failed: failed.size })
  }
  const approveOne = async (claim: string): Promise<Told | undefined> => {
    try {
      const answer = await door.command('badge.approve', { claim })
      return answer.status === 'refused' ? tell(answer.refusal) : undefined
    } catch (error) {
      return tellDoor(words, error)
    }
  }
  return { running, outcome, failures, approve }
}
