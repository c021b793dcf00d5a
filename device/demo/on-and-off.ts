import { DoorRefusal } from '../door/refused.ts'
import type { Demo } from './demo.ts'

/** The demo, while it is shown and while it is not. */
export interface DemoOnAndOff {
  /** `undefined` while this computer shows its own records. */
  shown(): Demo | undefined
  open(): Promise<void>
  /** Shows another of its people. Throws `not_found` for anybody else, and while no demo is shown. */
  become(person: string): Promise<void>
  /** Back to one's own records; what was done in the demo stays in its folder, for the next time. */
  leave(): Promise<void>
}

/**
 * Opens and ends the demo, one thing after the other: its folders belong to one program at a time, so that one that is
 * still ending is waited for. `onShown` is told whenever someone else is shown.
 */
export function demoOnAndOff(start: () => Promise<Demo>, onShown: () => void): DemoOnAndOff {
  let demo: Demo | undefined
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = before.then(work)
    before = done.catch(() => 'told to who asked')
    return done
  }
  return {
    shown: () => demo,
    open: () =>
      inTurn(async () => {
        demo ??= await start()
        onShown()
      }),
    become: person =>
      inTurn(async () => {
        if (demo === undefined) throw new DoorRefusal('not_found')
        await demo.become(person)
        onShown()
      }),
    leave: () =>
      inTurn(async () => {
        const ended = demo
        demo = undefined
        onShown()
        await ended?.close()
      }),
  }
}
