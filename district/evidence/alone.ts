/** Does work of one name while no other work of that name is done; in the order in which it was asked for. */
export type Alone = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** Nothing is being done yet. */
export function aloneByName(): Alone {
  const queues = new Map<string, Promise<unknown>>()
  return async (name, work) => {
    const before = queues.get(name)
    const mine = (async () => {
      await before?.catch(() => undefined)
      return work()
    })()
    queues.set(name, mine)
    try {
      return await mine
    } finally {
      if (queues.get(name) === mine) queues.delete(name)
    }
  }
}
