import { useSyncExternalStore } from 'react'
import type { Told } from './act.ts'

/** Fields whose newest text stands in this window alone, each with why it does not get to disk, where that is known. */
const fields = new Map<string, Told | undefined>()
let told: { readonly why: Told | undefined } | undefined
const listeners = new Set<() => void>()

/** Notes that a field's text has not got to disk, or (`fine`) that it has. It outlives the screen that wrote it. */
export function standsInWindow(name: string, why: Told | 'fine' | undefined): void {
  if (why === 'fine') fields.delete(name)
  else fields.set(name, why)
  const reason = [...fields.values()].find(one => one !== undefined)
  told = fields.size === 0 ? undefined : told?.why === reason && told ? told : { why: reason }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether something stands in this window alone, and why: then nothing may be said to be saved. */
export const useInWindow = () => useSyncExternalStore(subscribe, () => told)
