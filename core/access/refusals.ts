export interface AccessRefusals {
  /** The record isn't there, or isn't this person's to see: the same answer for both. */
  not_here: { what: string }
  bad_input: { where: string }
  unknown_command: { name: string }
  taken: { name: string }
}
