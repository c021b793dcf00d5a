import type { MarkName } from '../../core/badge/cause.ts'

/** The four answers, as they stand side by side. */
export const marksInOrder: readonly MarkName[] = ['signature', 'dates', 'status', 'trust']
