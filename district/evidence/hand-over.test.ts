import { expect, test } from 'vitest'
import { handOver } from './hand-over.ts'

test('who comes later has it once who had it is done, who is told to be', async () => {
  const handedOver = handOver()
  const said: string[] = []
  const { promise: written, resolve: write } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const first = handedOver('film', async cut => {
    begin()
    await new Promise<void>(resolve => cut.addEventListener('abort', () => resolve()))
    said.push('told')
    // What was taken in is still on its way to the disk.
    await written
    said.push('first done')
  })
  await begun
  const second = handedOver('film', async () => void said.push('second'))
  await handedOver('another', async () => void said.push('another'))
  await new Promise(resolve => setImmediate(resolve))
  expect(said).toEqual(['told', 'another'])
  write()
  await Promise.all([first, second])
  expect(said).toEqual(['told', 'another', 'first done', 'second'])
})

test('who waits for it is told too when somebody comes after them, and what failed before is nobody’s matter', async () => {
  const handedOver = handOver()
  const seen: boolean[] = []
  const first = handedOver('film', async () => {
    throw new Error('a full disk')
  })
  const second = handedOver('film', async cut => void seen.push(cut.aborted))
  const third = handedOver('film', async cut => void seen.push(cut.aborted))
  await expect(first).rejects.toThrow('a full disk')
  await Promise.all([second, third])
  expect(seen).toEqual([true, false])
})
