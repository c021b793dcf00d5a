import { useState } from 'react'
import type { CommandAnswer, DoorErrorCode } from '../../contract/device/door.ts'
import type { Refusal, RefusalCode, RefusalFacts } from '../../core/kit/refusal.ts'
import type { CommandInput, CommandName } from '../../core/commands.ts'
import { door, DoorRefused } from '../door/door.ts'
import { forgetAll } from './rows.ts'
import { undos } from './undo.ts'
import type { RefusalWords } from '../../words/en/refusals.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from './words.tsx'

/** Why something was not done, as a person reads it. */
export interface Told {
  readonly said: string
  readonly next: string
  readonly code: string
  /** Where to go on, when the refusal knows the place. */
  readonly to?: string
}

/** The sentence of a refusal. */
export function useTell(): (refusal: Refusal) => Told {
  const words = useWords()
  return refusal => tellRefusal(words, refusal)
}

/** The same, with the words at hand. */
export function tellRefusal<C extends RefusalCode>(
  words: Words,
  refusal: { readonly code: C; readonly facts: RefusalFacts[C] },
): Told {
  const table: RefusalWords = words.refusals
  const sentence = table[refusal.code]
  const told = { said: sentence.said(refusal.facts), next: sentence.next, code: refusal.code }
  const to = 'claim' in refusal.facts ? placeOf(refusal.code, refusal.facts.claim) : undefined
  return to === undefined ? told : { ...told, to }
}

const placeOf = (code: RefusalCode, claim: string) =>
  code === 'claim_exists' ? `/claims/${claim}` : undefined

/** The sentence of what the door itself refused. */
export function tellDoor(words: Words, error: unknown): Told {
  const known = error instanceof DoorRefused ? error.error : { code: codeWithout(error) }
  const sentence = words.door[known.code]
  return { said: sentence.said(known.facts ?? {}), next: sentence.next, code: known.code }
}

/** Where no answer came at all: `fetch` throws a TypeError (Fetch standard, 5.6) where nothing is at the other end. */
const codeWithout = (error: unknown): DoorErrorCode =>
  error instanceof TypeError ? 'program_gone' : 'internal'

type Done = Exclude<CommandAnswer, { status: 'refused' }>

interface Acting {
  /** Does a command; resolves to its answer, or to `undefined` when it was not done (then `told` says why). */
  act<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Done | undefined>
  /** Does what answers as a command does: a path that signs before it acts. */
  tried(work: () => Promise<CommandAnswer>): Promise<Done | undefined>
  /** Runs any question to the door and tells what went wrong. */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>
  readonly told: Told | undefined
  clear(): void
  readonly busy: boolean
}

/** Does commands for a screen, and keeps the reason when one is refused. */
export function useAct(): Acting {
  const words = useWords()
  const [told, setTold] = useState<Told>()
  const [busy, setBusy] = useState(false)

  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true)
    setTold(undefined)
    try {
      return await work()
    } catch (error) {
      setTold(tellDoor(words, error))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const tried: Acting['tried'] = async work => {
    // Busy until what came of it is on the screen: a second press meanwhile would do it twice.
    const answer = await attempt(async () => {
      const done = await work()
      if (done.status === 'refused') return done
      undos.done(done)
      await forgetAll()
      return done
    })
    if (answer?.status !== 'refused') return answer
    setTold(tellRefusal(words, answer.refusal))
    return undefined
  }
  const act: Acting['act'] = (name, input) => tried(() => door.command(name, input))
  return { act, tried, attempt, told, clear: () => setTold(undefined), busy }
}
