import type { Browser, Page } from 'playwright-core'
import { laptop } from '../browser/window.ts'
import type { Door } from './door.ts'
import type { Place } from './full-folder.ts'
import type { Measured } from './measured.ts'
import { timesOf } from './measured.ts'

const strokesAll = 200
/** A fast typist: about 120 words a minute. */
const strokeEveryMs = 90
const paintBudgetMs = 32
const diskBudgetMs = 1_000
const vowels = 'aeiou'

/** What the page itself saw, by its own clock (ms). */
interface Seen {
  readonly strokes: readonly {
    readonly keyAt: number
    readonly inputAt: number
    readonly paintedAt: number
  }[]
  readonly saves: readonly { readonly begunAt: number; readonly answeredAt: number }[]
  /** Event Timing (W3C): from the key until it was presented, in steps of 8; none under 16. */
  readonly presented: readonly number[]
}

export interface Typed {
  readonly measured: readonly Measured[]
  /** What the answer must hold now. */
  readonly text: string
}

/** Types at the end of a long answer, as a person does, and watches when each stroke is painted and when it is on disk. */
export async function typeStrokes(
  browser: Browser,
  door: Door,
  place: Place,
  where: string,
): Promise<Typed> {
  const context = await browser.newContext({ viewport: laptop, locale: 'en-US' })
  const page = await context.newPage()
  const link = await door.startLink()
  await page.goto(link)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.goto(new URL(`/claims/${place.claim}`, link).href)
  const field = page.locator(`[id="answer-${place.prompt}"]`)
  await field.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.evaluate(watch)
  let typed = ''
  for (let n = 0; n < strokesAll; n++) {
    const key = n % 6 === 5 ? ' ' : (vowels[n % vowels.length] ?? 'a')
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    typed += key
    await page.waitForTimeout(strokeEveryMs)
  }
  const seen = await allKept(page)
  // The browser goes as it stands: nothing may depend on leaving the field.
  await context.close()
  const onDisk = seen.strokes.map(({ inputAt, keyAt }) => {
    // One request is on its way at a time: the first that began after the stroke carries it.
    const save = seen.saves.find(({ begunAt }) => begunAt >= inputAt)
    if (save === undefined) throw new Error('a stroke was never sent')
    return save.answeredAt - keyAt
  })
  const painted = seen.strokes.map(({ keyAt, paintedAt }) => paintedAt - keyAt)
  const slow = seen.presented.filter(ms => ms > paintBudgetMs).length
  const isLong = `${place.text.split(' ').length} words stood there`
  return {
    text: `${place.text}${typed}`,
    measured: [
      timesOf(
        {
          name: `key until paint, ${where}`,
          budget: paintBudgetMs,
          note: `${isLong}; Event Timing over ${paintBudgetMs} ms: ${slow}`,
        },
        painted,
      ),
      timesOf(
        {
          name: `key until on disk, ${where}`,
          budget: diskBudgetMs,
          note: `until the door’s answer; ${seen.saves.length} requests; read back after kill -9`,
        },
        onDisk,
      ),
    ],
  }
}

/** Runs in the page: notes every stroke, its frame and the answers of the door. */
function watch(): void {
  const strokes: { keyAt: number; inputAt: number; paintedAt: number }[] = []
  const saves: { begunAt: number; answeredAt: number }[] = []
  const presented: number[] = []
  let keyAt = 0
  addEventListener('keydown', event => (keyAt = event.timeStamp), { capture: true })
  addEventListener(
    'input',
    () => {
      const stroke = { keyAt, inputAt: performance.now(), paintedAt: 0 }
      strokes.push(stroke)
      requestAnimationFrame(() => {
        // A message that is posted in the frame's last script comes after its style, layout and paint.
        const after = new MessageChannel()
        after.port1.addEventListener('message', () => (stroke.paintedAt = performance.now()))
        after.port1.start()
        after.port2.postMessage('')
      })
    },
    { capture: true },
  )
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if (entry instanceof PerformanceResourceTiming && entry.name.endsWith('/api/commands'))
        saves.push({ begunAt: entry.startTime, answeredAt: entry.responseEnd })
  }).observe({ type: 'resource' })
  const asked: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
  }
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if (entry.name === 'keydown') presented.push(entry.duration)
  }).observe(asked)
  Object.assign(globalThis, { benchSeen: { strokes, saves, presented } })
}

/** Waits until the last stroke's answer is there. */
async function allKept(page: Page): Promise<Seen> {
  const handle = await page.waitForFunction(
    strokes => {
      const seen: Seen | undefined = Reflect.get(globalThis, 'benchSeen')
      const last = seen?.strokes.at(-1)
      if (seen === undefined || last === undefined || seen.strokes.length < strokes)
        return undefined
      const isKept = seen.saves.some(save => save.begunAt >= last.inputAt)
      return isKept && last.paintedAt > 0 ? seen : undefined
    },
    strokesAll,
    { timeout: 30_000 },
  )
  const seen = await handle.jsonValue()
  if (seen === undefined) throw new Error('the last stroke was not kept')
  return seen
}
