export interface AccessRefusals {
  /** The record isn't there, or isn't this person's to see: the same answer for both. */
  not_here: { what: string }
  bad_input: { where: string }
  unknown_command: { name: string }
  taken: { name: string }
  /** A way back found something else than it expected: it would undo a later change. `what`: the kind of record. */
  changed_since: { what: string }
  /** A text longer than a record takes; both in UTF-16 units, as `length` counts. */
  text_too_long: { chars: number; charsMax: number }
  /** More than one command may carry to the district. */
  too_large: { sizeBytes: number; bytesMax: number }
}
