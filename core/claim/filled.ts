/** Slot ids hold no slash, so the first one divides `slot/evidence`. */
export const filledKey = (slot: string, evidence: string) => `${slot}/${evidence}`

/** The evidence ids in a slot, in the person's order. */
export function inSlot(filled: Readonly<Record<string, number>>, slot: string): readonly string[] {
  const prefix = `${slot}/`
  return Object.entries(filled)
    .filter(([key]) => key.startsWith(prefix))
    .sort(([a, x], [b, y]) => x - y || a.localeCompare(b))
    .map(([key]) => key.slice(prefix.length))
}

/** Every evidence id that the draft uses, once. */
export function inDraft(filled: Readonly<Record<string, number>>): readonly string[] {
  return [...new Set(Object.keys(filled).map(key => key.slice(key.indexOf('/') + 1)))]
}
