/** What a computer that is handed on keeps of who had it before. */
export const asidePaths = {
  /** GET → {places: PutAside[]}, the newest first; also while the records are locked */
  list: '/api/put-aside',
  /** POST {} → {}: everything of this person is put aside, and the computer begins anew */
  begin: '/api/begin-anew',
  /** POST {id} → {}: that place is opened again; what is open now is put aside in its stead */
  open: '/api/open-aside',
} as const

/** A person's place that was put aside. */
export interface PutAside {
  readonly id: string
  /** The folder that holds all of it. */
  readonly path: string
  /** When it was put aside (epoch ms); absent where what was noted can't be read. */
  readonly at?: number
  /** Whose it is; absent where a lock hides it. */
  readonly name?: string | undefined
  readonly district?: string | undefined
}
