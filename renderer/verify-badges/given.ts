import type { LeftBefore } from '../../contract/device/verifying.ts'

/** Something to be checked: a file, or one in a folder by its path there. */
export interface Input {
  readonly name: string
  readonly bytes: Blob
}

/** What was chosen, dropped or pasted. */
export interface Given {
  readonly inputs: readonly Input[]
  /** What is not handed in, and why. */
  readonly leftOut: readonly LeftBefore[]
  /** What they came as: a folder's or a file's name; empty where they are several. */
  readonly name: string
}
