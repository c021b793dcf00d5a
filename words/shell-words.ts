import type { SameShape } from './same-shape.ts'
import { shell as en } from './en/shell.ts'
import { shell as es } from './es/shell.ts'

export type ShellWords = SameShape<typeof en>

/** What the shells say, in the language of a locale such as `es_MX.UTF-8` or `es-419`; English where it is neither. */
export const shellWordsIn = (locale: string): ShellWords =>
  locale.toLowerCase().startsWith('es') ? es : en
