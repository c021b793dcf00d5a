import { vi } from 'vitest'

/** The window's own stores for tests, as a browser has them; what stands in the lasting one. */
export function aWindowStore(): ReadonlyMap<string, string> {
  const lasting = new Map<string, string>()
  vi.stubGlobal('localStorage', storage(lasting))
  vi.stubGlobal('sessionStorage', storage(new Map()))
  return lasting
}

/** Tabs of these names are open beside this one. Each closes when it is told to by what is returned. */
export function tabsOpen(...names: readonly string[]): (name: string) => void {
  const waiting = new Map<string, () => void>()
  const held = new Set(names.map(name => `meritfolio.tab.${name}`))
  vi.stubGlobal('navigator', {
    locks: {
      query: async () => ({ held: [...held].map(name => ({ name })) }),
      request: async (name: string, how: { signal: AbortSignal }, work: () => unknown) => {
        if (held.has(name))
          await new Promise<void>((resolve, reject) => {
            waiting.set(name, resolve)
            how.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
          })
        held.add(name)
        await work()
      },
    },
  })
  return name => {
    held.delete(`meritfolio.tab.${name}`)
    waiting.get(`meritfolio.tab.${name}`)?.()
  }
}

/** A store whose keys are its own properties, as `Object.keys` of a real one tells them. */
function storage(held: Map<string, string>): object {
  const methods = {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  }
  return new Proxy(methods, {
    ownKeys: () => [...held.keys()],
    getOwnPropertyDescriptor: (target, name) =>
      typeof name === 'string' && held.has(name)
        ? { configurable: true, enumerable: true, value: held.get(name) }
        : Reflect.getOwnPropertyDescriptor(target, name),
  })
}
