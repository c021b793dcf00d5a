import type { LeftOut } from '../../contract/device/verifying.ts'

/** How many things one line tells of that were left out: the rest of a zip is told as one. */
export const countOf = ({ facts }: Pick<LeftOut, 'facts'>): number =>
  Math.max(1, Number(facts['left'] ?? 1))
