import type { CommandAnswer, DoorErrorCode } from '../../contract/device/door.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { DidCode, Step } from '../../core/undo/back.ts'
import { DoorRefused } from '../door/door.ts'

/** So many things can be undone, the newest first (experience.md §2). */
const depthMax = 50

/** Something that was done in this window and can be undone. */
export type Undoable =
  /** By another command. */
  | { readonly by: 'step'; readonly did: DidCode; readonly step: Step }
  /** While it is held on this computer. */
  | { readonly by: 'key'; readonly key: string }
  /** By the window itself, of what is no command. */
  | { readonly by: 'window'; readonly did: WindowDid; undo(): void | Promise<void> }

/** What a window does that is no command: a line put off, the name of who works alone. */
export type WindowDid = 'putOff' | 'renamed'

type ByStep = Extract<Undoable, { by: 'step' }>

/** What the foot says of the last thing, until the next. */
export type UndoNote =
  | {
      readonly is: 'done' | 'undone'
      readonly did: DidCode | WindowDid
      /** What had been changed since was left alone. */
      readonly isPart?: true
    }
  | { readonly is: 'taken-back' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'failed'; readonly error: unknown }

export interface UndoState {
  /** What Ctrl+Z undoes. */
  readonly last: Undoable | undefined
  readonly canRedo: boolean
  readonly note: UndoNote | undefined
}

/** Ways to the program on this computer. */
interface Ways {
  step(step: Step): Promise<CommandAnswer>
  takeBack(key: string): Promise<unknown>
  /** Records have changed behind the screens' backs. */
  onChanged(): void
}

type Done = Exclude<CommandAnswer, { status: 'refused' }>

/** Everything that was done in a window, newest last, and the ways back and on again. */
export interface Undos {
  state(): UndoState
  subscribe(listener: () => void): () => void
  /** A command was done. One that can't be undone changes only what the foot says. */
  done(answer: Done): void
  doneHere(did: WindowDid, undo: () => void | Promise<void>): void
  undo(): Promise<void>
  redo(): Promise<void>
  /** Takes back what is held, wherever in the order it stands. */
  takeBack(key: string): Promise<void>
  /** Another person is here: nothing of this is theirs. */
  clear(): void
}

/** What the door answers where something can never be undone any more; after anything else it can be tried again. */
const isOver: ReadonlySet<DoorErrorCode> = new Set(['gone_already', 'not_found'])

const nothing: UndoState = { last: undefined, canRedo: false, note: undefined }

/** The undo of one window. One thing is undone at a time, in the order in which it was asked for. */
export function undoStack(ways: Ways): Undos {
  const listeners = new Set<() => void>()
  let stack: readonly Undoable[] = []
  let undone: readonly ByStep[] = []
  let state = nothing
  let turn: Promise<void> = Promise.resolve()

  const tell = (note: UndoNote | undefined) => {
    state = { last: stack.at(-1), canRedo: undone.length > 0, note }
    for (const listener of listeners) listener()
  }
  const push = (one: Undoable) => {
    stack = [...stack, one].slice(-depthMax)
  }
  const inTurn = (work: () => Promise<UndoNote | undefined>): Promise<void> => {
    turn = turn.then(async () => {
      try {
        const note = await work()
        if (note !== undefined) tell(note)
      } catch (error) {
        tell({ is: 'failed', error })
      }
    })
    return turn
  }
  const drop = (isDropped: (one: Undoable) => boolean) => {
    stack = stack.filter(one => !isDropped(one))
  }
  const takenBack = async (key: string): Promise<UndoNote> => {
    const isIt = (one: Undoable) => one.by === 'key' && one.key === key
    // It stands in its place until the door has answered: a full disk, or a program that is starting anew, loses nothing.
    await ways.takeBack(key).catch((error: unknown) => {
      if (error instanceof DoorRefused && isOver.has(error.error.code)) drop(isIt)
      throw error
    })
    drop(isIt)
    ways.onChanged()
    return { is: 'taken-back' }
  }
  /** Does a step; what leads back from it is undone, or done again, next. */
  const stepped = async (one: ByStep, is: 'done' | 'undone'): Promise<UndoNote> => {
    const { did, step } = one
    const answer = await ways.step(step)
    // Answered, whatever it says: what the rules refuse now they would refuse again.
    if (is === 'done') undone = undone.filter(other => other !== one)
    else drop(other => other === one)
    if (answer.status === 'refused') return { is: 'refused', refusal: answer.refusal }
    ways.onChanged()
    if (answer.back !== undefined) {
      const back = { by: 'step', did, step: answer.back.step } as const
      if (is === 'done') push(back)
      else undone = [...undone, back]
    }
    return answer.back?.isPart === true ? { is, did, isPart: true } : { is, did }
  }
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    done({ key, goesAt, back }) {
      undone = []
      if (goesAt !== undefined) push({ by: 'key', key })
      else if (back !== undefined) push({ by: 'step', ...back })
      tell(goesAt !== undefined || back === undefined ? undefined : { is: 'done', did: back.did })
    },
    doneHere(did, undo) {
      undone = []
      push({ by: 'window', did, undo })
      tell({ is: 'done', did })
    },
    undo: () =>
      inTurn(async () => {
        const one = stack.at(-1)
        if (one === undefined) return undefined
        switch (one.by) {
          case 'step':
            return stepped(one, 'undone')
          case 'key':
            return takenBack(one.key)
          case 'window':
            await one.undo()
            drop(other => other === one)
            return { is: 'undone', did: one.did }
        }
      }),
    redo: () =>
      inTurn(async () => {
        const one = undone.at(-1)
        return one === undefined ? undefined : stepped(one, 'done')
      }),
    takeBack: key => inTurn(() => takenBack(key)),
    clear() {
      stack = []
      undone = []
      tell(undefined)
    },
  }
}
