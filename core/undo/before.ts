/** Of the fields that are being set, those that differ, as they were; `undefined` where none does. */
export function before<F extends object>(
  set: { readonly [K in keyof F]?: F[K] | undefined },
  was: F,
): Partial<F> | undefined {
  const fields: Partial<F> = {}
  let differs = false
  for (const field in was) {
    if (set[field] === undefined || set[field] === was[field]) continue
    fields[field] = was[field]
    differs = true
  }
  return differs ? fields : undefined
}
