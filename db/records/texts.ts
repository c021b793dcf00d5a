import type { StoredRec } from './kinds.ts'

/** Body and clocks of a record as they are stored: JSON. */
export interface RecTexts {
  readonly body: string
  readonly clocks: string
}

/** The texts of a record. */
export const textsOf = ({ body, clocks }: Pick<StoredRec, 'body' | 'clocks'>): RecTexts => ({
  body: JSON.stringify(body),
  clocks: JSON.stringify(clocks),
})
