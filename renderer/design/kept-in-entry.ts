import { useState } from 'react'

/** What this entry of the history keeps under a name: back and reload find it again, a new visit does not. */
export function keptInEntry(name: string): unknown {
  const kept: unknown = history.state
  return typeof kept === 'object' && kept !== null
    ? Object.entries(kept).find(([key]) => key === name)?.[1]
    : undefined
}

/** Keeps something under a name, beside what the entry keeps already. */
export function keepInEntry(name: string, value: unknown): void {
  const kept: unknown = history.state
  history.replaceState({ ...(typeof kept === 'object' ? kept : {}), [name]: value }, '')
}

/** A state of a screen that stays with the entry; `read` returns `undefined` for what it does not know. */
export function useKeptInEntry<T>(
  name: string,
  read: (kept: unknown) => T | undefined,
  first: T,
): readonly [T, (next: T) => void] {
  const [value, setValue] = useState(() => read(keptInEntry(name)) ?? first)
  const keep = (next: T) => {
    keepInEntry(name, next)
    setValue(next)
  }
  return [value, keep]
}
