/**
 * Works on something that only one may have at a time. Who comes later gets it: whoever has it then is told by their
 * signal, and it is handed over once they are done. A computer whose line broke comes back by another while the district
 * still waits at the first.
 */
export type HandOver = <T>(name: string, work: (cut: AbortSignal) => Promise<T>) => Promise<T>

/** Nobody has anything yet. */
export function handOver(): HandOver {
  const holders = new Map<
    string,
    { readonly stop: AbortController; readonly done: Promise<unknown> }
  >()
  return async (name, work) => {
    const before = holders.get(name)
    const stop = new AbortController()
    const mine = (async () => {
      before?.stop.abort()
      // How it went for them is told to whoever asked them.
      await before?.done.catch(() => undefined)
      return work(stop.signal)
    })()
    const holder = { stop, done: mine }
    holders.set(name, holder)
    try {
      return await mine
    } finally {
      if (holders.get(name) === holder) holders.delete(name)
    }
  }
}
