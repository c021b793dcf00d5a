/** An entry of the district's audit. */
export interface Entry {
  readonly n: number
  /** By the district's clock (epoch ms). */
  readonly at: number
  readonly command_key: string
  readonly command: string
  readonly person: string
  readonly outcome: string
  /** The keys of the records that it wrote, as JSON. */
  readonly records: string
}

/** Its columns, as a question asks for them. */
export const entryColumns = 'n, at, command_key, command, person, outcome, records'
