import type { AuditHead } from './head.ts'

/**
 * Why a head that is told now does not go with one that was told before: `shorter`, entries are gone; `rewritten`, other
 * entries stand in their place. Between two lives of a district nothing is compared: a backup knows less.
 */
export type HeadDoubt = 'shorter' | 'rewritten'

/** What stands at a place of the audit; `null`: nothing. */
export interface Standing {
  readonly link: number
  readonly hash: string | null
}

/**
 * What is wrong with a told head beside the newest one held; `undefined` where nothing can be seen. `stands`: what the
 * district says stands now at a place that it was asked about; without it a log that was made anew and then grew past the
 * held place would look like one that only grew.
 */
export function headDoubt(
  held: AuditHead | undefined,
  told: AuditHead,
  stands?: Standing,
): HeadDoubt | undefined {
  if (held === undefined || held.epoch !== told.epoch) return undefined
  if (told.link < held.link) return 'shorter'
  if (stands?.link === held.link && stands.hash !== held.hash) return 'rewritten'
  return told.link === held.link && told.hash !== held.hash ? 'rewritten' : undefined
}
