import { use } from 'react'
import type { Screen, ScreenProps } from './route.ts'

/** A screen whose code comes when it is first shown, or is fetched ahead. */
export type LaterScreen = Screen & {
  /** Fetches its code; at once the second time. */
  fetchAhead(): Promise<void>
}

/**
 * Keeps a screen's code out of the first script. Unlike with React's own `lazy`, one that was fetched ahead is drawn
 * at once.
 */
export function later(load: () => Promise<Screen>): LaterScreen {
  let here: Screen | undefined
  let coming: Promise<void> | undefined
  const fetchAhead = (): Promise<void> => {
    coming ??= load().then(
      screen => {
        here = screen
      },
      (error: unknown) => {
        // The program was just being started again: the next visit asks anew.
        coming = undefined
        throw error
      },
    )
    return coming
  }
  function Later(props: ScreenProps) {
    if (here === undefined) use(fetchAhead())
    const Here = here
    return Here === undefined ? null : <Here {...props} />
  }
  return Object.assign(Later, { fetchAhead })
}
