/** Gathers names and tells them: the first at once, then what has come together at most every so often. */
export interface Gathering {
  add(names: Iterable<string>): void
  /** Forgets what was not told. */
  stop(): void
}

/** A gathering that tells at most every `everyMs`; nothing that was added is left out. */
export function atMostEvery(
  everyMs: number,
  tell: (names: ReadonlySet<string>) => void,
): Gathering {
  let gathered = new Set<string>()
  let resting: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    resting = undefined
    if (gathered.size === 0) return
    resting = setTimeout(flush, everyMs)
    const names = gathered
    gathered = new Set()
    tell(names)
  }
  return {
    add(names) {
      for (const name of names) gathered.add(name)
      if (resting === undefined) flush()
    },
    stop: () => clearTimeout(resting),
  }
}
