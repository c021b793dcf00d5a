import { afterEach, beforeEach } from 'vitest'
import type { Library } from './library.ts'
import { libraryIn } from './library.ts'
import { trialFolder } from './open-program.ts'

/**
 * A computer's records for each test of a file, begun before it and gone after. What is returned is always that of the test
 * that runs; `folder` holds it.
 */
export function eachLibrary(): Library & { readonly folder: string } {
  let open:
    | { readonly folder: ReturnType<typeof trialFolder>; readonly library: Library }
    | undefined
  beforeEach(() => {
    const folder = trialFolder()
    open = { folder, library: libraryIn(folder.path) }
  })
  afterEach(() => {
    open?.library.store.close()
    open?.folder.remove()
    open = undefined
  })
  const now = () => {
    if (open === undefined) throw new Error('no test runs')
    return open
  }
  return {
    get folder() {
      return now().folder.path
    },
    get store() {
      return now().library.store
    },
    get blobs() {
      return now().library.blobs
    },
    get key() {
      return now().library.key
    },
    get asker() {
      return now().library.asker
    },
    get owner() {
      return now().library.owner
    },
  }
}
