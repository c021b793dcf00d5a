/** One input of a batch. Bytes that are fetched by a function are in memory only for their turn. */
export interface ManyInput {
  /** What to call it in the report: a path, a name. */
  readonly input: string
  readonly bytes: Uint8Array | (() => Uint8Array | Promise<Uint8Array>)
}
