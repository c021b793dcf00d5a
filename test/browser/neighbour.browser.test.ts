import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { until } from './door.ts'
import { startStranger, type Stranger } from './stranger.ts'
import { aStage } from './stage.ts'

const demo = inject('demo')
const stage = aStage()
let stranger: Stranger
let page: Page

beforeAll(async () => {
  stranger = await startStranger()
  stage.ends(stranger.close)
  page = await stage.page()
  await page.goto(`${stranger.origin}/`)
})

/**
 * The status of the next answer to one of the door's paths, as it came over the wire: what the browser keeps from a
 * page, it keeps from the usual events too.
 */
async function answered(path: string): Promise<() => Promise<number>> {
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  const asked = new Map<string, string>()
  wire.on('Network.requestWillBeSent', ({ requestId, request }) =>
    asked.set(requestId, request.url),
  )
  const statuses: { readonly id: string; readonly status: number }[] = []
  wire.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) =>
    statuses.push({ id: requestId, status: statusCode }),
  )
  return () =>
    until(
      `an answer to ${path}`,
      async () => statuses.find(({ id }) => asked.get(id) === `${demo.address}${path}`)?.status,
    )
}

test('row 1: a page on another port that knows the key can’t read the door', async () => {
  const read = page.evaluate(
    async ([address, secret]) => {
      const answer = await fetch(`${address}/api/session`, { headers: { 'x-meritfolio': secret } })
      return answer.text()
    },
    [demo.address, demo.secret] as const,
  )
  await expect(read).rejects.toThrow(/Failed to fetch/)
})

test('row 1: what it asks without wanting to read is refused', async () => {
  const status = await answered('/api/session')
  const type = await page
    .evaluate(
      async address => (await fetch(`${address}/api/session`, { mode: 'no-cors' })).type,
      demo.address,
    )
    .catch(() => 'blocked')
  expect(await status()).toBe(403)
  // Opaque, or not even that: CORP keeps it out of the page.
  expect(['opaque', 'blocked']).toContain(type)
})

test('row 1: a picture, a script and a frame of ours in its page get 403', async () => {
  for (const [tag, path] of [
    ['img', '/favicon.svg'],
    ['script', '/api/queries/today'],
    ['iframe', '/today'],
  ] as const) {
    const status = await answered(path)
    await page.evaluate(
      ([name, from]) => {
        const element = document.createElement(name)
        element.setAttribute('src', from)
        document.body.append(element)
      },
      [tag, `${demo.address}${path}`] as const,
    )
    expect(await status(), tag).toBe(403)
  }
})

test('row 1: a form that it sends to the door gets 403', async () => {
  const status = await answered('/api/commands')
  await page.evaluate(address => {
    const form = document.createElement('form')
    form.method = 'post'
    form.enctype = 'text/plain'
    form.action = `${address}/api/commands`
    const field = document.createElement('input')
    field.name = '{"name":"goal.add","input":{"layer":"personal","title":"'
    field.value = 'theirs"}}'
    form.append(field)
    document.body.append(form)
    form.submit()
  }, demo.address)
  expect(await status()).toBe(403)
})
