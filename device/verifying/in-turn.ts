/** A queue in which batches take turns, each in its own order. */
export interface InTurn<T extends { readonly batch: string }> {
  readonly size: number
  put(input: T): void
  take(): T | undefined
  /** Takes all of a batch out. */
  drop(batch: string): readonly T[]
}

/** Nothing waits at the beginning. */
export function startInTurn<T extends { readonly batch: string }>(): InTurn<T> {
  /** In the order of their turns. */
  const queues = new Map<string, T[]>()
  return {
    get size() {
      return [...queues.values()].reduce((sum, queue) => sum + queue.length, 0)
    },
    put(input) {
      const queue = queues.get(input.batch)
      if (queue === undefined) queues.set(input.batch, [input])
      else queue.push(input)
    },
    take() {
      for (const [batch, queue] of queues) {
        const input = queue.shift()
        queues.delete(batch)
        if (queue.length > 0) queues.set(batch, queue)
        return input
      }
      return undefined
    },
    drop(batch) {
      const dropped = queues.get(batch) ?? []
      queues.delete(batch)
      return dropped
    },
  }
}
