/** The columns of the ledger, in their order. */
export const columns = [
  'person',
  'badge',
  'issuer',
  'signature',
  'dates',
  'status',
  'trust',
  'reason',
] as const

/** Rows of a group before one asks for more, and of one page after that: no more are ever held. */
export const fewRows = 5
export const pageRows = 100
