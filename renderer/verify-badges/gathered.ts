import type { LeftBefore } from '../../contract/device/verifying.ts'
import type { Given, Input } from './given.ts'
import { limits } from './verifying-door.ts'

/** So many files of a drop are gone through, most of them only to be counted. */
export const filesListedMax = 100_000
/** So many folders that can't be read are named. */
const leftOutMax = 100

/** What is gathered from the folders of a drop. */
export interface Gathered {
  /** Keeps a file while the list has room for it; after that it is only counted. */
  take(name: string, open: () => Promise<Blob>): Promise<void>
  leave(left: LeftBefore): void
  isTooMany(): boolean
  given(): Omit<Given, 'name'>
}

/** Nothing yet. */
export function gathering(listedMax = filesListedMax): Gathered {
  const inputs: Input[] = []
  const leftOut: LeftBefore[] = []
  let listed = 0
  let over: LeftBefore | undefined
  let first = ''
  const isTooMany = () => listed > listedMax
  return {
    async take(name, open) {
      listed += 1
      if (listed === 1) first = folderOf(name)
      if (inputs.length < limits.inputsMax) inputs.push({ name, bytes: await open() })
      else over = { name: first, code: 'batch_full', left: (over?.left ?? 0) + 1 }
    },
    leave(left) {
      if (leftOut.length < leftOutMax) leftOut.push(left)
    },
    isTooMany,
    given() {
      const tooMany = { name: first, code: 'folder_too_many', left: 1 } as const
      const ends = [...(over === undefined ? [] : [over]), ...(isTooMany() ? [tooMany] : [])]
      return { inputs, leftOut: [...leftOut, ...ends] }
    },
  }
}

/** What somebody dropped: the outermost folder. */
const folderOf = (name: string) => name.split('/')[0] ?? name
