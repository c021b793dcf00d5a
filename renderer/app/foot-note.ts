import { useEffect, useSyncExternalStore } from 'react'

interface Note {
  /** How many problems the screen shows: the key to go through them is told. */
  readonly problems: number
  /** What stands at the foot's end. */
  readonly end: string | undefined
}

const none: Note = { problems: 0, end: undefined }
let current = none
const listeners = new Set<() => void>()

function put(note: Note): void {
  current = note
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the screen in sight says at the foot. */
export const useFoot = (): Note => useSyncExternalStore(subscribe, () => current)

/** Says something at the foot while this screen is in sight. */
export function useFootNote(problems: number, end: string | undefined): void {
  useEffect(() => {
    put({ problems, end })
    return () => put(none)
  }, [problems, end])
}
