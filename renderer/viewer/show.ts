import type { ViewerAsked } from '../../contract/device/door.ts'
import type { Screen } from './screen.ts'

/** One file to show: where its bytes are, where it goes, and who is told about it. */
export interface Shown {
  readonly address: string
  readonly mediaType: string
  readonly root: HTMLElement
  readonly screen: Screen
}

/** A file on show: what it does when the screen asks, and with a key; `true`: the key was used. */
export interface Show {
  asked(asked: ViewerAsked): void
  key?(key: string): boolean
}
