import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { command, query, until } from './door.ts'
import { hostileFiles } from './hostile-files.ts'
import { startStranger, type Stranger } from './stranger.ts'
import { allThere } from './visit.ts'
import { aStage, type Seat } from './stage.ts'

/** Long enough for a script that is let run to have run (ms). */
const runMs = 500
const names = ['tickets.html', 'tickets.svg', 'tickets.pdf']
const stage = aStage()
let stranger: Stranger
let open: Seat
let page: Page
const left: string[] = []
const dialogs: string[] = []

beforeAll(async () => {
  stranger = await startStranger()
  stage.ends(stranger.close)
  open = await stage.alone('Maya')
  ;({ page } = open)
  const ours = [open.address, open.viewerOrigin]
  open.context.on('request', request => {
    const { origin, protocol } = new URL(request.url())
    if (protocol !== 'blob:' && !ours.includes(origin)) left.push(request.url())
  })
  page.on('dialog', dialog => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await keepFiles()
})
beforeEach(() => {
  left.length = 0
  dialogs.length = 0
})

async function keepFiles(): Promise<void> {
  await page.goto(`${open.address}/add`)
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: /Choose files|Drop files/ })
    .first()
    .click()
  const files = hostileFiles(stranger.origin).map(file => ({ ...file }))
  await (await chooser).setFiles(files)
  await page.getByText('3 pieces are kept.').waitFor()
}

async function pieceOf(name: string) {
  const { lines } = await query(page, 'evidence.list', {})
  const line = lines.find(({ row }) => row.body.file?.name === name)
  if (line?.row.body.file === undefined) throw new Error(`${name} was not kept`)
  return { id: line.row.id, sha256: line.row.body.file.sha256 }
}

/** Whether anything of a file ran or got out, seen from every side. */
async function harm() {
  await page.waitForTimeout(runMs)
  const ran = await Promise.all(page.frames().map(frame => frame.evaluate(() => 'ran' in window)))
  return { ran: ran.includes(true), left, dialogs, asked: stranger.asked, at: page.url() }
}

test('the same markup does harm where nothing stands in its way', async () => {
  for (const name of ['tickets.html', 'tickets.svg']) {
    const file = hostileFiles(stranger.origin).find(one => one.name === name)
    const tab = await stage.page()
    await tab.goto(`${stranger.origin}/`)
    await tab.setContent(String(file?.buffer), { waitUntil: 'commit' })
    await until(`${name} at work`, async () =>
      stranger.asked.includes('/fetch') ? true : undefined,
    )
    await tab.close()
    stranger.asked.length = 0
  }
})

test.each(names)('%s in the viewer asks nobody for anything and runs nothing', async name => {
  const { id } = await pieceOf(name)
  await page.goto(`${open.address}/evidence/${id}`)
  await allThere(page)
  const at = page.url()
  expect(await harm()).toEqual({ ran: false, left: [], dialogs: [], asked: [], at })
})

test('markup is shown as the text that it is, and a PDF as a picture of its page', async () => {
  const { id } = await pieceOf('tickets.html')
  await page.goto(`${open.address}/evidence/${id}`)
  await allThere(page)
  const viewer = page.locator('iframe').first().contentFrame()
  await expect.poll(() => viewer.locator('pre').innerText()).toContain('<script>window.ran = true')
  const pdf = await pieceOf('tickets.pdf')
  await page.goto(`${open.address}/evidence/${pdf.id}`)
  await viewer.locator('section canvas').waitFor()
  await viewer.getByText('Tickets').first().waitFor()
  // Over the page lies a link of the file's own: it is not there.
  await viewer.locator('section').click()
  expect(await viewer.locator('a').count()).toBe(0)
  expect(await harm()).toMatchObject({ ran: false, left: [], asked: [] })
})

test.each(names)(
  'the bytes of %s, opened by their own address, are saved and not run',
  async name => {
    const { sha256 } = await pieceOf(name)
    const { download } = await page.evaluate(async sha => {
      const answer = await fetch('/api/file-address', {
        method: 'POST',
        headers: { 'x-meritfolio': localStorage.getItem('meritfolio.secret') ?? '' },
        body: JSON.stringify({ sha256: sha }),
      })
      const told: { download: string } = await answer.json()
      return told
    }, sha256)
    const { headers } = await fetch(download, { method: 'HEAD' })
    expect(headers.get('content-security-policy')).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    )
    expect(headers.get('content-disposition')).toBe('attachment')
    expect(headers.get('content-type')).not.toMatch(/html|svg/)
    const tab = await open.context.newPage()
    const saved = tab.waitForEvent('download')
    await tab.goto(download).catch(() => 'a download ends the navigation')
    await (await saved).cancel()
    expect(tab.url()).toBe('about:blank')
    await tab.close()
    expect(stranger.asked).toEqual([])
  },
)

test('the viewer, framed by a stranger, shows nothing', async () => {
  const tab = await open.context.newPage()
  await tab.goto(`${stranger.origin}/`)
  const refused = tab.waitForEvent('console', message => /frame/i.test(message.text()))
  await tab.evaluate(viewer => {
    const frame = document.createElement('iframe')
    frame.src = viewer
    document.body.append(frame)
  }, `${open.viewerOrigin}/`)
  await refused
  await tab.close()
  stranger.asked.length = 0
})

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,<b>',
  'file:///etc/passwd',
])('the link %s is refused in the screen and at the door', async link => {
  await page.goto(`${open.address}/add`)
  await page.getByRole('button', { name: 'Keep a link' }).click()
  await page.getByRole('textbox', { name: /Address of the page/ }).fill(link)
  await page.getByRole('button', { name: 'Keep the link' }).click()
  await page.getByText(/Only addresses that begin with https|This is not an address/).waitFor()
  const kept = command(page, 'evidence.keep', {
    kind: 'link',
    title: 'x',
    note: '',
    link,
    happenedOn: '2026-03-02',
    shown: 'nobody',
    goals: [],
  })
  await expect(kept).rejects.toThrow()
  expect((await query(page, 'evidence.list', {})).all).toBe(names.length)
})

test('row 11: pasted HTML becomes plain text, and its pictures are not asked for', async () => {
  await page.goto(`${open.address}/add`)
  await open.context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: open.address,
  })
  await page.getByRole('button', { name: 'Write a reflection' }).click()
  const field = page.getByRole('textbox', { name: 'Your reflection' })
  await field.click()
  await page.evaluate(async from => {
    const html = `<p><b>Nine</b> tickets<img src="${from}/pixel" onerror="window.ran=true"><script>window.ran=true</script></p>`
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob(['Nine tickets'], { type: 'text/plain' }),
      }),
    ])
  }, stranger.origin)
  await page.keyboard.press('ControlOrMeta+v')
  await page.getByText('Nine tickets').first().waitFor()
  await expect.poll(() => field.evaluate(element => element.innerHTML)).toBe('Nine tickets')
  expect(await harm()).toMatchObject({ ran: false, left: [], asked: [] })
})
