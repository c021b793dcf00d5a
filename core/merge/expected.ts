type Fields<F> = { readonly [K in keyof F]?: F[K] | undefined }

/**
 * Of the fields that are to be set, those that still hold what was expected of them, or hold what is wanted already.
 * All of them where nothing was expected: only a way back expects something, so that undoing never undoes what was
 * changed since, on this computer or another. `now` has every field there is.
 */
export function asExpected<F extends object>(
  set: Fields<F>,
  expects: Fields<F> | undefined,
  now: F,
): Partial<F> {
  const fields: Partial<F> = {}
  for (const field in now) {
    const wanted = set[field]
    if (wanted === undefined) continue
    const expected = expects?.[field]
    if (expected === undefined || now[field] === expected || now[field] === wanted)
      fields[field] = wanted
  }
  return fields
}
