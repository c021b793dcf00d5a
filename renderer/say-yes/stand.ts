import type { Asked } from '../../core/second-yes/asked.ts'
import { isOver } from '../../core/second-yes/asked.ts'
import type { Words } from '../../words/words.ts'

/** What is over stands in lists so long (ms): the last two weeks'. */
export const overShownMs = 14 * 86_400_000

/** Whether what ended at a time (epoch ms) is still shown. */
export const isShownStill = (endedAt: number, now: number): boolean => now < endedAt + overShownMs

interface Standing {
  readonly asked: Asked
  /** Who asked may not ask for it any more. */
  readonly isAskerOut: boolean
  readonly decided?: { readonly by: string; readonly at: number } | undefined
}

/** How it stands while nobody has said yes, in a sentence; each noun says what a yes came to. */
export function standSaid(
  words: Words['secondYes'],
  state: 'waiting' | 'declined' | 'withdrawn',
  { asked, isAskerOut, decided }: Standing,
  nameOf: (person: string | undefined) => string,
  now: number,
): string {
  const by = nameOf(asked.by)
  const at = decided?.at ?? asked.at
  if (state === 'declined') return words.declined({ other: nameOf(decided?.by), at })
  if (state === 'withdrawn') return words.withdrawn({ by, at })
  if (isOver(asked, now)) return words.ranOut({ by, at: asked.until })
  return isAskerOut ? words.askerOut({ by }) : words.asked({ by, at: asked.at, until: asked.until })
}
