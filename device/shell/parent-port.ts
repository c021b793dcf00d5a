import type { ShellAsk } from '../../contract/device/shell.ts'
import { shellAnswer } from '../../contract/device/shell.ts'

type Asked<A> = A extends { readonly n: number } ? Omit<A, 'n'> : never

/** The window that started this program. */
export interface Shell {
  ask(question: Asked<ShellAsk>): Promise<string | boolean | null>
}

interface Port {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: unknown) => void): unknown
}

/** The window behind this process; `undefined` where it was not started by one. */
export function shellBehind(port: unknown = Reflect.get(process, 'parentPort')): Shell | undefined {
  if (!isPort(port)) return undefined
  const waiting = new Map<number, (answer: string | boolean | null) => void>()
  let asked = 0
  port.on('message', event => {
    const answered = shellAnswer.safeParse(dataOf(event))
    if (!answered.success) return
    waiting.get(answered.data.n)?.(answered.data.answer)
    waiting.delete(answered.data.n)
  })
  return {
    ask(question) {
      const n = ++asked
      return new Promise(resolve => {
        waiting.set(n, resolve)
        port.postMessage({ ...question, n })
      })
    },
  }
}

const dataOf = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && 'data' in event ? event.data : undefined

function isPort(port: unknown): port is Port {
  if (typeof port !== 'object' || port === null) return false
  return (
    'postMessage' in port &&
    typeof port.postMessage === 'function' &&
    'on' in port &&
    typeof port.on === 'function'
  )
}
