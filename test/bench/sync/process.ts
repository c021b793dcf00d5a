import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

/** A process of a bench that does one thing after the other when it is asked. */
export interface Asked<R = unknown> {
  readonly pid: number
  /** What it said when it was ready. */
  readonly ready: R
  /** Asks for something by name; what came of it. Throws when the process ends meanwhile. */
  ask<T>(does: string, given?: object): Promise<T>
  end(): Promise<void>
}

/** Starts a file as a process of its own; resolves when it says that it is ready. */
export async function startAsked<R = unknown>(
  file: string,
  args: readonly string[],
): Promise<Asked<R>> {
  const child = fork(file, args)
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const { ready } = await answerOf<{ ready: R }>(child, said => 'ready' in said)
  let n = 0
  const { pid } = child
  if (pid === undefined) throw new Error('a running process has no number')
  return {
    pid,
    ready,
    async ask<T>(does: string, given: object = {}) {
      const mine = ++n
      child.send({ n: mine, does, ...given })
      const { value } = await answerOf<{ n: number; value: T }>(child, said => said.n === mine)
      return value
    },
    async end() {
      child.disconnect()
      await ended
    },
  }
}

function answerOf<S extends object>(child: ChildProcess, isIt: (said: S) => boolean): Promise<S> {
  return new Promise((resolve, reject) => {
    const hear = (said: S) => {
      if (!isIt(said)) return
      child.off('message', hear)
      child.off('exit', fail)
      resolve(said)
    }
    const fail = (code: number | null) => reject(new Error(`a process ended with ${code}`))
    child.on('message', hear)
    child.once('exit', fail)
  })
}
