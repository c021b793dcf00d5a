/**
 * Does so much at once and no more; `waitingMax` may wait for their turn, in order, and who comes then is refused at
 * once with what `onFull` makes.
 */
export function atMost(
  atOnce: number,
  waitingMax: number,
  onFull: () => Error,
): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async work => {
    if (running >= atOnce) {
      if (waiting.length >= waitingMax) throw onFull()
      await new Promise<void>(resolve => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      // The place goes to the next, or is free again.
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
