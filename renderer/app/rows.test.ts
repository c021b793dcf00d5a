import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { askAnew, memory } from './rows.ts'

afterEach(() => memory.clear())

/** A question whose answers the test gives when it likes, in the order they were asked. */
function question() {
  const asked: ((answer: string) => void)[] = []
  const observer = new QueryObserver(memory, {
    queryKey: ['question'],
    queryFn: () => new Promise<string>(resolve => asked.push(resolve)),
  })
  const seen: (string | undefined)[] = []
  const stop = observer.subscribe(({ data }) => void seen.push(data))
  return { asked, stop, newest: () => seen.at(-1) }
}
const settled = () => new Promise(resolve => setTimeout(resolve, 0))

test('a first answer that was read before a change is not taken for what is there after it', async () => {
  const { asked, stop, newest } = question()
  await settled()
  void askAnew({ queryKey: ['question'] })
  await settled()
  expect(asked).toHaveLength(2)
  asked[1]?.('after')
  await settled()
  asked[0]?.('before')
  await settled()
  expect(newest()).toBe('after')
  stop()
})

test('a later answer on its way is asked for again too, and the old one stays until it comes', async () => {
  const { asked, stop, newest } = question()
  await settled()
  asked[0]?.('first')
  await settled()
  void askAnew({ queryKey: ['question'] })
  await settled()
  void askAnew({ queryKey: ['question'] })
  await settled()
  expect(newest()).toBe('first')
  asked[1]?.('stale')
  asked[2]?.('newest')
  await settled()
  expect(newest()).toBe('newest')
  stop()
})
