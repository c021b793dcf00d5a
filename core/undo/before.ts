import { asExpected } from '../merge/expected.ts'

type Fields<F> = { readonly [K in keyof F]?: F[K] | undefined }

/** How fields lead back. */
export interface Before<F> {
  /** Those that differ, as they were. */
  readonly set: Partial<F>
  /** The same, as they are left: what the way back expects to find. */
  readonly expects: Partial<F>
  /** Whether fields were left alone, because they had been changed since. */
  readonly isPart: boolean
}

/** Of the fields that are being set, how those that differ lead back; `undefined` where none does. */
export function before<F extends object>(
  input: { readonly set: Fields<F>; readonly expects?: Fields<F> | undefined },
  was: F,
): Before<F> | undefined {
  const set: Partial<F> = {}
  const expects: Partial<F> = {}
  const taken = asExpected(input.set, input.expects, was)
  let differs = false
  let isPart = false
  for (const field in was) {
    const wanted = taken[field]
    if (wanted === undefined) {
      isPart ||= input.set[field] !== undefined
    } else if (wanted !== was[field]) {
      set[field] = was[field]
      expects[field] = wanted
      differs = true
    }
  }
  return differs ? { set, expects, isPart } : undefined
}
