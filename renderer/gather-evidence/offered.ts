let waiting: readonly File[] = []
const listeners = new Set<() => void>()

/** Hands over files that were dropped or pasted somewhere in the window. */
export function offerFiles(files: readonly File[]): void {
  waiting = [...waiting, ...files]
  for (const listener of listeners) listener()
}

/** Takes what was handed over, once. */
export function takeOffered(): readonly File[] {
  const taken = waiting
  waiting = []
  return taken
}

/** Tells when more was handed over; returns how to stop. */
export function onOffered(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
