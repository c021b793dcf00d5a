import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { query, until } from './door.ts'
import type { ProgramHere } from './program-here.ts'
import { programHere } from './program-here.ts'
import { beginAlone } from './window.ts'
import { aStage } from './stage.ts'

const lastsMs = 60_000

const stage = aStage()
const files = stage.folder()
let program: ProgramHere
let page: Page
let now = Date.now()

beforeEach(async () => {
  program = await programHere({ clock: () => now, addressLastsMs: lastsMs })
  stage.ends(program.close)
  ;({ page } = await stage.window(program.startLink))
  await beginAlone(page, 'Maya')
})
afterEach(async () => {
  await page.context().close()
  await program.close()
})

/** Keeps bytes as evidence; the screen on which they are seen. */
async function kept(bytes: Buffer, name: string): Promise<string> {
  const path = join(files, name)
  writeFileSync(path, bytes)
  await page.goto(`${program.address}/add`)
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: /Choose files|Drop files/ })
    .first()
    .click()
  await (await chooser).setFiles(path)
  const [line] = await until(name, async () => {
    const { lines } = await query(page, 'evidence.list', {})
    return lines.length === 0 ? undefined : lines
  })
  return `${program.address}/evidence/${line?.row.id}`
}

/** An hour of silence, as a recorder writes it: too long for a player to hold. */
function hourOfSound(): Buffer {
  const rate = 8_000
  const sizeBytes = rate * 2 * 3_600
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + sizeBytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(sizeBytes, 40)
  return Buffer.concat([head, Buffer.alloc(sizeBytes)])
}

/** A PDF of five pages, each of them 4 MB. */
function thickPdf(): Buffer {
  const numbers = [1, 2, 3, 4, 5]
  const kids = numbers.map(n => `${n * 2 + 1} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${numbers.length} >>`,
    ...numbers.flatMap(n => {
      const padding = `% ${randomBytes(2_000_000).toString('hex')}`
      const content = `BT /F1 24 Tf 40 100 Td (Week ${n}) Tj ET\n${padding}\n`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents ${n * 2 + 2} 0 R
 /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  let text = '%PDF-1.7\n'
  const rows = objects.map((object, index) => {
    const at = String(text.length).padStart(10, '0')
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${at} 00000 n \n`
  })
  const count = objects.length + 1
  const xref = `xref\n0 ${count}\n0000000000 65535 f \n${rows.join('')}`
  const end = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + xref + end)
}

const frameSrc = () => page.locator('iframe').first().getAttribute('src')
const viewer = () => page.locator('iframe').first().contentFrame()

test('an hour of sound goes on at the same place when its address ends while it plays', async () => {
  await page.goto(await kept(hourOfSound(), 'lesson.wav'))
  const sound = () => viewer().locator('audio')
  await sound().waitFor()
  const first = await frameSrc()
  // Without a hand on the page nothing may play.
  await page.getByRole('heading', { level: 1 }).click()
  await sound().evaluate((audio: HTMLAudioElement) => audio.play())
  await until('enough for a while', () =>
    sound().evaluate((audio: HTMLAudioElement) =>
      audio.networkState === HTMLMediaElement.NETWORK_IDLE ? true : undefined,
    ),
  )
  now += lastsMs + 1
  // Somewhere that was not read yet: the player has to ask again. Not at once, since the frame goes with it; but soon, before
  // a player that ran out of bytes by itself is gone from where it was.
  await sound().evaluate((audio: HTMLAudioElement) => {
    setTimeout(() => {
      audio.currentTime = 3_000
    }, 20)
  })
  await until('another address', async () => ((await frameSrc()) === first ? undefined : true))
  await sound().waitFor()
  const at = await until('the same place', () =>
    sound().evaluate(({ currentTime, readyState }: HTMLAudioElement) =>
      // The player of before may still be there, a second from its beginning; the new one begins at its own, and is sent to
      // the place as soon as it knows its length.
      readyState >= 2 && currentTime > 100 ? currentTime : undefined,
    ),
  )
  expect(at).toBeGreaterThanOrEqual(2_999)
  expect(at).toBeLessThan(3_030)
  await until('it plays', () =>
    sound().evaluate(({ paused }: HTMLAudioElement) => (paused ? undefined : true)),
  )
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
})

test('a PDF whose address ends while it is read is shown all the same, at the page that was asked for', async () => {
  const address = await kept(thickPdf(), 'tickets.pdf')
  let asked = 0
  page.on('request', request => {
    if (request.method() !== 'GET' || !new URL(request.url()).pathname.startsWith('/bytes/')) return
    // What follows, the table at its end above all, comes too late.
    if (++asked === 1) now += lastsMs + 1
  })
  await page.goto(`${address}?page=4`)
  await viewer().getByText('Week 4').waitFor()
  const top = await viewer()
    .locator('section')
    .nth(3)
    .evaluate(view => Math.round(view.getBoundingClientRect().top))
  expect(Math.abs(top)).toBeLessThan(50)
  expect(asked).toBeGreaterThan(2)
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
})
