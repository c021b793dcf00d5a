import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { shellBehind } from './parent-port.ts'
import { shellKeychain } from './shell-keychain.ts'

/** Electron's end of the port: notes what is asked, and answers when the test says so. */
class Port extends EventEmitter {
  readonly asked: { readonly n: number; readonly ask: string }[] = []
  postMessage(message: { readonly n: number; readonly ask: string }): void {
    this.asked.push(message)
  }
  answer(n: number, answer: unknown): void {
    this.emit('message', { data: { n, answer } })
  }
}

test('a program that no window started has no shell', () => {
  expect(shellBehind(undefined)).toBeUndefined()
  expect(shellBehind({ postMessage: 1, on: 2 })).toBeUndefined()
})

test('each answer goes to its question, in whatever order they come; others are not read', async () => {
  const port = new Port()
  const shell = shellBehind(port)
  const first = shell?.ask({ ask: 'keychain' })
  const second = shell?.ask({ ask: 'end-district' })
  port.emit('message', { data: 'noise' })
  port.emit('message', null)
  port.answer(99, true)
  port.answer(2, true)
  port.answer(1, false)
  expect([await first, await second]).toEqual([false, true])
})

test('the keychain’s bytes go and come whole', async () => {
  const port = new Port()
  const shell = shellBehind(port)
  if (shell === undefined) throw new Error('no shell')
  const keychain = shellKeychain(shell)
  const wrapped = keychain.wrap(Uint8Array.of(0, 128, 255))
  expect(port.asked[0]).toMatchObject({ ask: 'wrap', bytes: 'AID/' })
  port.answer(1, 'AQI=')
  expect([...(await wrapped)]).toEqual([1, 2])
  const lost = keychain.unwrap(Uint8Array.of(1))
  port.answer(2, null)
  expect(await lost).toBeUndefined()
})
