import { useState } from 'react'
import type { CommandAnswer } from '../../contract/device/door.ts'
import { tellDoor, useTell, type Told } from '../app/act.ts'
import { forgetAll } from '../app/rows.ts'
import { undos } from '../app/undo.ts'
import { useWords } from '../app/words.tsx'

type Done = Exclude<CommandAnswer, { status: 'refused' }>

interface OneByOne {
  readonly running: { readonly done: number; readonly all: number } | undefined
  /** What came of the last go. */
  readonly outcome: { readonly done: number; readonly failed: number } | undefined
  /** Those that stayed, each with its reason. */
  readonly failures: ReadonlyMap<string, Told>
  /** Does it to each of them; how many stayed. */
  run(ids: readonly string[]): Promise<number>
}

/**
 * Does the same to many, one after the other; one that is refused stays with its reason and stops none of the others.
 *
 * @param send does it to one of them, as part of what was chosen together.
 */
export function useOneByOne(
  send: (id: string, together: string) => Promise<CommandAnswer>,
): OneByOne {
  const words = useWords()
  const tell = useTell()
  const [running, setRunning] = useState<OneByOne['running']>()
  const [outcome, setOutcome] = useState<OneByOne['outcome']>()
  const [failures, setFailures] = useState<ReadonlyMap<string, Told>>(new Map())

  const run = async (ids: readonly string[]) => {
    const failed = new Map<string, Told>()
    // All that was chosen is one thing: held as one, taken back as one.
    const together = crypto.randomUUID()
    let last: Done | undefined
    setOutcome(undefined)
    for (const [done, id] of ids.entries()) {
      setRunning({ done, all: ids.length })
      const came = await one(id, together)
      if ('said' in came) failed.set(id, came)
      else last = came
    }
    if (last !== undefined) undos.done(last)
    await forgetAll()
    setRunning(undefined)
    setFailures(failed)
    setOutcome({ done: ids.length - failed.size, failed: failed.size })
    return failed.size
  }
  const one = async (id: string, together: string): Promise<Told | Done> => {
    try {
      const answer = await send(id, together)
      return answer.status === 'refused' ? tell(answer.refusal) : answer
    } catch (error) {
      return tellDoor(words, error)
    }
  }
  return { running, outcome, failures, run }
}
