import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { buildPages } from '../../start/build.ts'
import { chromiumFlags, chromiumPath } from '../browser/chromium.ts'
import { readArguments } from './arguments.ts'
import { expect } from './expect.ts'
import { sitDown } from './person.ts'
import { startDistrict } from './programs.ts'
import { stepsInto } from './steps.ts'
import * as claim from './story/claim.ts'
import { inviteSomeone, joinFromSettings, joinFromWelcome } from './story/join.ts'
import { pdfText } from '../builders/pdf-text.ts'
import * as pile from './story/pile.ts'
import * as review from './story/review.ts'

/** The whole loop, by five people on computers of their own, through the visible interface. */

const args = readArguments(process.argv.slice(2))
const executablePath = chromiumPath()
if (executablePath === undefined) {
  process.stdout.write(
    'The walk needs a Chromium (Debian: apt-get install chromium).\n0 passed, 1 failed\n',
  )
  process.exit(1)
}

await buildPages()
const folder = mkdtempSync(join(tmpdir(), 'meritfolio-walk-'))
const at = (...names: string[]) => join(folder, ...names)
const evidence = (name: string) => join('content', 'demo', 'files', name)
const { step, told } = stepsInto(args.pictures)

const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] })
let district = await startDistrict(at('record'), 0, args.database)
const { address } = district.ready
const districtPort = Number(new URL(address).port)
const saved = (page: Page, words: RegExp | string) =>
  page.getByRole('contentinfo').getByText(words).first().waitFor()
const inRecord = (page: Page) => saved(page, /In the district record/)

const administrator = await sitDown(browser, at('administrator'))
const teacher = await sitDown(browser, at('teacher'))
const coach = await sitDown(browser, at('coach'))
const officer = await sitDown(browser, at('officer'))
const everybody = [administrator, teacher, coach, officer]
const pileReason = 'Cedar Valley told us by phone that nothing was revoked since.'
const codes = { teacher: '', coach: '', officer: '' }

await step(
  'First run: the administrator joins with the code that the record printed',
  administrator.page,
  async () => {
    await joinFromWelcome(administrator.page, address, district.ready.invitation ?? '')
  },
)
await step(
  'The administrator adds a teacher, a coach and an officer and invites them',
  administrator.page,
  async () => {
    const { page } = administrator
    codes.teacher = await inviteSomeone(page, {
      name: 'Maya Okafor',
      place: 'Grade 4, Linden Elementary',
      roles: ['Educator'],
    })
    codes.coach = await inviteSomeone(page, {
      name: 'Jonah Feld',
      place: 'Coach, Alder Valley',
      roles: ['Educator', 'Coach'],
    })
    codes.officer = await inviteSomeone(page, {
      name: 'Ruth Lindqvist',
      place: 'Credential office',
      roles: ['Educator', 'Credential officer'],
    })
  },
)
await step('The teacher begins alone on her computer', teacher.page, async () => {
  const { page } = teacher
  await page.getByRole('button', { name: /Work on this computer/ }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Maya')
  await page.getByRole('button', { name: /Begin/ }).click()
  await page.getByRole('heading', { level: 1, name: /day, / }).waitFor()
})
await step('She writes a goal in her plan', teacher.page, async () => {
  const { page } = teacher
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page
    .getByRole('button', { name: /New goal|Write a goal/ })
    .first()
    .click()
  await page
    .getByRole('textbox', { name: 'What will you do better?' })
    .fill('Ask questions that show how children think')
  await page.getByRole('button', { name: 'Add the goal' }).click()
  await page.getByText('Ask questions that show how children think').first().waitFor()
})
await step('She joins her district, and the goal is still there', teacher.page, async () => {
  const { page } = teacher
  await joinFromSettings(page, address, codes.teacher)
  await inRecord(page)
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page.getByText('Ask questions that show how children think').first().waitFor()
})
await step('She checks in: tried, saw, next', teacher.page, async () => {
  const { page } = teacher
  await page.getByRole('link', { name: 'Today' }).click()
  await claim.typeAnswer(
    page,
    /What did you try/,
    'Asked “how do you know?” before saying right or wrong.',
  )
  await page.getByRole('button', { name: /Keep check-in/ }).click()
  await page.getByText('Kept. See you next time.').waitFor()
})
await step(
  'She keeps a picture and a plan as evidence and says who is shown',
  teacher.page,
  async () => {
    const { page } = teacher
    await page.getByRole('link', { name: 'Evidence', exact: true }).click()
    await page
      .getByRole('link', { name: /Add evidence/ })
      .or(page.getByRole('button', { name: /Add evidence/ }))
      .first()
      .click()
    const chooser = page.waitForEvent('filechooser')
    await page
      .getByRole('button', { name: /Choose files|Drop files/ })
      .first()
      .click()
    await (await chooser).setFiles([evidence('exit-tickets-sorted.png')])
    await page.getByText('1 piece is kept.').waitFor()
    await page.getByRole('radio', { name: 'No one' }).check()
    await claim.typeAnswer(page, /What it shows/, 'Nine tickets in three piles.')
  },
)
await step('The viewer shows the picture from another origin', teacher.page, async () => {
  const { page } = teacher
  await page.getByRole('link', { name: 'Evidence', exact: true }).click()
  await page
    .getByRole('link', { name: /exit.tickets.sorted/i })
    .first()
    .click()
  const frame = page.locator('iframe').first()
  await frame.waitFor()
  const source = new URL((await frame.getAttribute('src')) ?? '')
  expect(source.origin === new URL(page.url()).origin, 'the viewer is on the screens’ origin').toBe(
    false,
  )
  await page.frameLocator('iframe').first().locator('img, canvas').first().waitFor()
})
await step('She reads a micro-credential and starts a claim', teacher.page, async () => {
  const { page } = teacher
  await page.getByRole('link', { name: 'Micro-credentials' }).click()
  await page
    .getByRole('link', { name: 'An exit ticket that changes tomorrow', exact: true })
    .click()
  await page.getByRole('heading', { name: 'How it is judged' }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await claim.expectToFix(page, 7)
})
await step(
  'kill -9 in the middle of a sentence loses nothing that was on disk',
  teacher.page,
  async () => {
    const { page } = teacher
    const half = claim.overview.slice(0, 90)
    await claim.typeAnswer(page, /What was your exit question/, half)
    await page.waitForTimeout(1_000)
    await teacher.dieAndReturn()
    await page.getByRole('link', { name: 'Claims' }).click()
    await page
      .getByRole('link', { name: 'An exit ticket that changes tomorrow', exact: true })
      .click()
    await page.getByRole('textbox', { name: /What was your exit question/ }).waitFor()
    expect(await claim.answerOf(page, /What was your exit question/), 'what was typed').toBe(
      half.trim(),
    )
  },
)
await step(
  'The district goes away: she writes on, and everything is saved here',
  teacher.page,
  async () => {
    const { page } = teacher
    await district.stop()
    await claim.typeAnswer(page, /What was your exit question/, claim.overview.slice(90))
    await claim.typeAnswer(page, /What did you do differently/, claim.reflection)
    await claim.chooseEvidence(page, 'exit-tickets-sorted')
    await claim.giveWord(page)
    await saved(page, /Saved here/)
  },
)
await step(
  'She sends the claim without a network; the date starts when there is one',
  teacher.page,
  async () => {
    const { page } = teacher
    await claim.send(page)
    await page.getByText('Goes when there is a network; the date starts then').waitFor()
  },
)
await step(
  'The district is back: the claim goes, is found complete and has a date',
  teacher.page,
  async () => {
    // While it was away it has learnt of three neighbours, whose badges the office meets later.
    await pile.neighboursTold(at('record'), args.database)
    district = await startDistrict(at('record'), districtPort, args.database)
    await teacher.page.getByText(/Waits for a coach. Answer by/).waitFor({ timeout: 60_000 })
  },
)
await step('The coach joins and finds the claim in the queue', coach.page, async () => {
  await joinFromWelcome(coach.page, address, codes.coach)
  await coach.page.getByRole('link', { name: /To review/ }).click()
  await coach.page.getByText('An exit ticket that changes tomorrow').first().waitFor()
})
await step(
  'The coach reads with the evidence beside the rubric and gives levels by key',
  coach.page,
  async () => {
    const { page } = coach
    await review.readNext(page)
    const count = await review.criteriaCount(page)
    await review.rate(page, 1)
    for (let n = 1; n < count; n += 1) {
      await review.nextCriterion(page)
      await review.rate(page, 3)
    }
  },
)
await step('Finishing below passing asks for a reason and a place', coach.page, async () => {
  const { page } = coach
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('Below passing: say what to show next').first().waitFor()
  await page.getByRole('button', { name: 'Go there' }).first().click()
  await review.comment(page, 'Say how a child would answer who compares different wholes.')
  await page.getByRole('button', { name: 'Point at this answer' }).first().click()
  await page
    .getByRole('button', { name: /^Take away/ })
    .first()
    .waitFor()
})
await step('The coach finishes: not yet, with what to show', coach.page, async () => {
  const { page } = coach
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('heading', { name: 'Not yet' }).first().waitFor()
})
await step(
  'The teacher sees why, and only the failed part is asked for again',
  teacher.page,
  async () => {
    const { page } = teacher
    await page.getByRole('link', { name: 'Claims' }).click()
    await page
      .getByText(/Not yet:/)
      .first()
      .waitFor({ timeout: 60_000 })
    await page
      .getByRole('link', { name: 'An exit ticket that changes tomorrow', exact: true })
      .click()
    await page.getByText('Say how a child would answer who compares different wholes.').waitFor()
    expect(
      await page.getByRole('textbox', { name: /What did you do differently/ }).count(),
      'a part that stands is asked for',
    ).toBe(0)
  },
)
await step('She mends it and sends the second attempt', teacher.page, async () => {
  const { page } = teacher
  await claim.typeAnswer(
    page,
    /What was your exit question/,
    ' A child who compares different wholes would draw two circles of different size.',
  )
  await claim.giveWordAgain(page)
  await claim.send(page)
  await page.getByText(/Waits for a coach. Answer by/).waitFor({ timeout: 60_000 })
})
await step('The coach judges what is left: earned', coach.page, async () => {
  const { page } = coach
  await review.readNext(page)
  await review.rate(page, 3)
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('heading', { name: 'Earned' }).first().waitFor()
})
await step('The officer joins and approves the badge', officer.page, async () => {
  const { page } = officer
  await joinFromWelcome(page, address, codes.officer)
  await page.getByRole('link', { name: /To issue/ }).click()
  await page.getByRole('button', { name: /Approve 1 badge/ }).waitFor({ timeout: 60_000 })
  await page.keyboard.press('ControlOrMeta+Enter')
  await page
    .getByText(/Signed /)
    .first()
    .waitFor({ timeout: 60_000 })
})
await step(
  'The badge is on the teacher’s shelf and leaves it as file and as picture',
  teacher.page,
  async () => {
    const { page } = teacher
    await page.getByRole('link', { name: 'Badges' }).click()
    await page
      .getByRole('link', { name: /exit ticket/i })
      .first()
      .click({ timeout: 60_000 })
    for (const [button, file] of [
      ['Save as file (JSON)', 'badge.json'],
      ['Save as picture (PNG)', 'badge.png'],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      await (await download).saveAs(at(file))
    }
  },
)
await step(
  'The coach’s computer verifies the picture: signed, in time, not revoked, known',
  coach.page,
  async () => {
    await verify(coach.page, at('badge.png'))
    await coach.page.getByText('It holds.', { exact: true }).waitFor()
  },
)
await step('One changed letter, and it does not hold', coach.page, async () => {
  const text = readFileSync(at('badge.json'), 'utf8')
  writeFileSync(at('changed.json'), text.replace('exit ticket', 'exit tickot'))
  await verify(coach.page, at('changed.json'))
  await coach.page.getByText('It does not hold.', { exact: true }).waitFor()
})
await step('The office revokes it with a reason', officer.page, async () => {
  const { page } = officer
  await page
    .getByRole('button', { name: /^Change “/ })
    .first()
    .click()
  await page.getByRole('radio', { name: 'Revoke it' }).check()
  await page
    .getByRole('textbox', { name: 'Reason' })
    .fill('Issued to the wrong person in this walk.')
  await page.getByRole('button', { name: 'Revoke this badge' }).click()
  await page
    .getByText(/Revoked .*wrong person/)
    .first()
    .waitFor()
})
await step('Holder and verifier see it after the next sync', teacher.page, async () => {
  await teacher.page
    .getByText(/wrong person in this walk/)
    .first()
    .waitFor({ timeout: 60_000 })
  // The coach's computer hears of it with its own pull.
  const refuted = coach.page.getByText('It does not hold.', { exact: true })
  const until = Date.now() + 60_000
  const isRefuted = async () => {
    await verify(coach.page, at('badge.json'))
    return refuted.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    )
  }
  while (!(await isRefuted())) if (Date.now() > until) throw new Error('it still holds')
})
await step(
  'A folder of 312 badges is checked at the office without a network, worst first',
  officer.page,
  async () => {
    await district.stop()
    await pile.pileInto(at('spring-hires'))
    await pile.checkPile(officer.page, at('spring-hires'))
  },
)
await step('One decision settles seventeen of them', officer.page, async () => {
  await pile.settleSeventeen(officer.page, pileReason)
})
await step('The report is saved as CSV and as PDF, and says so', officer.page, async () => {
  const { page } = officer
  await pile.saveReport(page, /Save as CSV/, at('report.csv'))
  const lines = readFileSync(at('report.csv'), 'utf8').trim().split('\r\n').slice(1)
  expect(lines.length, 'lines of the CSV').toBe(312)
  expect(lines.filter(line => line.includes(pileReason)).length, 'settled lines').toBe(17)
  await pile.saveReport(page, /Save report/, at('report.pdf'))
  const text = await pdfText(at('report.pdf'))
  expect(text.includes(pileReason) && text.includes('284'), 'the PDF says it').toBe(true)
  district = await startDistrict(at('record'), districtPort, args.database)
  await inRecord(page)
})
await step('In Spanish, chosen in Settings', teacher.page, async () => {
  const { page } = teacher
  await page.goto(new URL('/settings', page.url()).href)
  await page.getByRole('tab', { name: 'Language and text' }).click()
  await page.getByRole('radio', { name: 'Español' }).check()
  await page.getByRole('link', { name: 'Solicitudes' }).waitFor()
})
await step(
  'Nobody’s window complained about an error or its policy',
  administrator.page,
  async () => {
    expect(everybody.flatMap(person => person.complaints).join('\n'), 'complaints').toBe('')
  },
)

await browser.close()
for (const person of everybody) await person.program.stop()
await district.stop()
rmSync(folder, { recursive: true, force: true })

const failures = told.flatMap(({ name, why }) => (why === undefined ? [] : [`${name}: ${why}`]))
const failed = failures.length
const passed = told.length - failed
if (args.json !== undefined) {
  writeFileSync(args.json, JSON.stringify({ passed, failed, failures, steps: told }, undefined, 2))
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

async function verify(page: Page, file: string): Promise<void> {
  // A reading has no sidebar: first back to the list.
  const back = page.getByRole('link', { name: 'Back to review' })
  if ((await back.count()) > 0) await back.first().click()
  await page.getByRole('link', { name: 'Verify' }).click()
  const again = page.getByRole('button', { name: 'Start again' })
  if ((await again.count()) > 0) await again.click()
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: /Choose files|Add badges/ })
    .first()
    .click()
  await (await chooser).setFiles(file)
}
