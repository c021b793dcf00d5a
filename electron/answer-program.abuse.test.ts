import { beforeEach, expect, test, vi } from 'vitest'
import { answers, safeStorage, seen } from '../test/builders/electron-double.ts'
import { answerProgram } from './answer-program.ts'
import { demoDistrict } from './demo-district.ts'
import { patienceMs } from '../test/builders/patience.ts'

// security.md §4: the records' key is wrapped by the system's keychain, where there is one that deserves the name.
const district = demoDistrict()
const ask = async (question: object) =>
  (await answerProgram({ n: 7, ...question }, district))?.answer
const key = Buffer.from('32 bytes of a key').toString('base64')

beforeEach(() => {
  answers.hasKeychain = true
  answers.backend = 'gnome_libsecret'
  seen.forks.length = 0
})

test('a key that was wrapped comes back, and the wrapped one is not the key', async () => {
  const wrapped = await ask({ ask: 'wrap', bytes: key })
  expect(wrapped).not.toBe(key)
  expect(await ask({ ask: 'unwrap', bytes: wrapped })).toBe(key)
})

test('a system without a keychain, or with one that only hides, is told as such and wraps nothing', async () => {
  expect(await ask({ ask: 'keychain' })).toBe(true)
  answers.hasKeychain = false
  expect(await ask({ ask: 'keychain' })).toBe(false)
  expect(await ask({ ask: 'wrap', bytes: key })).toBeNull()
  if (process.platform !== 'linux') return
  answers.hasKeychain = true
  answers.backend = 'basic_text'
  expect(await ask({ ask: 'keychain' })).toBe(false)
})

test('what another keychain wrapped does not open, and nothing is thrown', async () => {
  expect(await ask({ ask: 'unwrap', bytes: key })).toBeNull()
})

test('a keychain that refuses is told as such, and who asks is not left waiting', async () => {
  const wrap = vi.spyOn(safeStorage, 'encryptString').mockImplementation(() => {
    throw new Error('Error while encrypting the text provided to safeStorage.encryptString.')
  })
  expect(await ask({ ask: 'wrap', bytes: key })).toBeNull()
  wrap.mockRestore()
  const offered = vi.spyOn(safeStorage, 'isEncryptionAvailable').mockImplementation(() => {
    throw new Error('no keychain service')
  })
  expect(await ask({ ask: 'keychain' })).toBeNull()
  offered.mockRestore()
})

test.each([undefined, 'wrap', { n: 1 }, { n: 1, ask: 'exec' }, { n: 'x', ask: 'keychain' }])(
  '%j is not answered',
  async message => {
    expect(await answerProgram(message, district)).toBeUndefined()
  },
)

test('the demo’s district runs as a process of its own, one at a time', async () => {
  const started = ask({ ask: 'district', folder: '/data/demo/district' })
  await vi.waitFor(() => expect(seen.forks).toHaveLength(1), patienceMs)
  expect(seen.forks[0]?.program).toMatch(/district[/\\]start\.js$/)
  expect(seen.forks[0]?.args).toEqual(['--demo', '--data', '/data/demo/district', '--port', '0'])
  seen.forks[0]?.stdout.write('making it\nready {"address":"http://127.0.0.1:1"}\n')
  expect(await started).toBe('ready {"address":"http://127.0.0.1:1"}')
  const ended = vi.fn<() => void>()
  seen.forks[0]?.once('exit', ended)
  expect(await ask({ ask: 'end-district' })).toBe(true)
  expect(ended).toHaveBeenCalledOnce()
})

test('one that is still ending, which may take seconds, is waited for: its folder is one program’s', async () => {
  const started = ask({ ask: 'district', folder: '/data' })
  await vi.waitFor(() => expect(seen.forks).toHaveLength(1))
  const [first] = seen.forks
  if (first === undefined) throw new Error('nothing was started')
  first.stdout.write('ready {"address":"http://127.0.0.1:1"}\n')
  await started
  const told = vi.spyOn(first, 'kill').mockReturnValue(true)
  let isAnswered = false
  const left = ask({ ask: 'end-district' }).then(() => (isAnswered = true))
  const again = ask({ ask: 'district', folder: '/data' })
  await vi.waitFor(() => expect(told).toHaveBeenCalled())
  await new Promise(resolve => setTimeout(resolve, 20))
  expect([isAnswered, seen.forks.length]).toEqual([false, 1])
  first.emit('exit', 0)
  await left
  await vi.waitFor(() => expect(seen.forks).toHaveLength(2))
  seen.forks[1]?.stdout.write('ready {"address":"http://127.0.0.1:2"}\n')
  expect(await again).toContain('127.0.0.1:2')
})

test('a district that ends before it is ready is told as not started', async () => {
  const started = ask({ ask: 'district', folder: '/data' })
  await vi.waitFor(() => expect(seen.forks).toHaveLength(1), patienceMs)
  seen.forks[0]?.kill()
  expect(await started).toBeNull()
})
