import { joinPage as en } from './en/join-page.ts'
import { joinPage as es } from './es/join-page.ts'
import type { SameShape } from './same-shape.ts'

export type JoinPageWords = SameShape<typeof en>

/** What the page of an invitation says, in each language. */
export const joinPageWords: Readonly<Record<'en' | 'es', JoinPageWords>> = { en, es }
