import { loadImage, createCanvas } from '@napi-rs/canvas'
import type { Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { beforeAll, expect, test } from 'vitest'
import { codeAt, stepAt } from '../../district/sign-in/one-time-code.ts'
import { until } from './door.ts'
import { inviteSomeone, joinFromWelcome } from '../walk/story/join.ts'
import { aStage } from './stage.ts'

// A person's own way in: set on one computer, used on another; and what an administrator can do about it.
const stage = aStage()
let office: Page
let laptop: Page
let address: string

const fresh = async () => (await stage.fresh()).page

beforeAll(async () => {
  const district = await stage.districtProgram(stage.folder())
  ;({ address } = district.ready)
  office = await fresh()
  await joinFromWelcome(office, address, district.ready.invitation ?? '')
  const maya = { name: 'Maya Okafor', place: 'Grade 4', roles: ['Educator'] }
  const code = await inviteSomeone(office, maya)
  laptop = await fresh()
  // One link holds both: pasted into the first field, it fills them.
  await laptop.getByRole('button', { name: /Join my district/ }).click()
  await laptop
    .getByRole('textbox', { name: 'District’s address' })
    .fill(`${address}/join#code=${code}`)
  const field = laptop.getByRole('textbox', { name: 'Invitation code' })
  await until('the code in its field', async () =>
    (await field.inputValue()) === code ? true : undefined,
  )
  await laptop.getByRole('button', { name: /^Join/ }).last().click()
  await laptop.getByRole('navigation').first().waitFor()
})

const password = 'seven blue lamps hum'
const settings = (page: Page) => page.goto(new URL('/settings/district', page.url()).href)

/** What a phone's camera reads from the picture, and the key in it. */
async function scanned(page: Page): Promise<{ uri: string; secret: Buffer }> {
  const picture = page.getByRole('img', { name: /Picture for the app/ })
  const image = await loadImage(await picture.screenshot())
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  const { data, width, height } = canvas
    .getContext('2d')
    .getImageData(0, 0, image.width, image.height)
  const uri = decodeQR({ data: new Uint8ClampedArray(data), width, height })
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
    .map(sign => signs.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2))
  return { uri, secret: Buffer.from(bytes) }
}

async function signIn(page: Page, secret: Buffer, around: number): Promise<void> {
  await page.getByRole('button', { name: /Join my district/ }).click()
  await page.getByRole('textbox', { name: 'District’s address' }).fill(address)
  await page.getByText('with my sign-in', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Sign-in name' }).fill('MAYA@alder.example')
  await page.getByLabel('Password', { exact: true }).fill('not this one at all')
  await page.getByRole('button', { name: /^Join/ }).last().click()
  await page.getByText(/do not go together/).waitFor()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: /^Join/ }).last().click()
  const code = codeAt(secret, stepAt(Date.now()) + around)
  await page.getByRole('textbox', { name: 'One-time code' }).fill(code)
  await page.getByRole('button', { name: /^Join/ }).last().click()
  await page.getByRole('navigation').first().waitFor()
}

test('a sign-in with one-time codes is set on one computer, read by a camera, and lets another one in', async () => {
  await settings(laptop)
  await laptop.getByRole('button', { name: 'Choose a name and a password' }).click()
  await laptop.getByRole('textbox', { name: 'Sign-in name' }).fill('maya@alder.example')
  await laptop.getByLabel('Password', { exact: true }).fill('password1234')
  await laptop.getByRole('button', { name: /^Keep them/ }).click()
  await laptop.getByText(/among the first that anybody would try/).waitFor()
  await laptop.getByLabel('Password', { exact: true }).fill(password)
  await laptop.getByRole('button', { name: /^Keep them/ }).click()
  await laptop.getByText(/Your sign-in name is maya@alder\.example/).waitFor()
  await laptop.getByRole('button', { name: 'Set them up' }).click()
  const { uri, secret } = await scanned(laptop)
  expect(uri).toMatch(/^otpauth:\/\/totp\/Alder%20Valley%20Schools:maya%40alder\.example\?/)
  const before = codeAt(secret, stepAt(Date.now()) - 1)
  await laptop.getByRole('textbox', { name: 'Code' }).fill(before)
  await laptop.getByRole('button', { name: 'Turn them on' }).click()
  const spare = laptop.getByRole('group', { name: 'Your spare codes' })
  await spare.waitFor()
  await expect.poll(() => spare.getByRole('listitem').count()).toBe(8)
  await laptop.getByRole('button', { name: 'I have kept them' }).click()
  await laptop.getByText(/They are on\. 8 spare codes are left\./).waitFor()

  await signIn(await fresh(), secret, 0)
  await laptop.getByRole('link', { name: 'Today' }).click()
  await laptop.getByText('A new computer was added to your record').first().waitFor()
})

test('who comes in by an administrator’s code sees nothing until the person says yes on their own computer', async () => {
  await office.goto(new URL('/people', office.url()).href)
  await office.getByRole('button', { name: 'Reset sign-in: Maya Okafor' }).click()
  await office.getByRole('button', { name: 'Reset it and make a code' }).click()
  const region = office.getByRole('region', { name: 'Code for Maya Okafor' })
  const his = await fresh()
  await joinFromWelcome(his, address, (await region.locator('code').innerText()).trim())
  const foot = his.getByRole('contentinfo')
  await foot
    .getByText(/Goes once you have said yes to this computer/)
    .first()
    .waitFor()
  await laptop.getByText('Say whether a new computer is yours').first().waitFor()
  await laptop.getByRole('link', { name: /^Answer/ }).click()
  await laptop.getByText(/An administrator took your sign-in away/).waitFor()
  await laptop.getByRole('button', { name: 'Yes, it is mine' }).click()
  await foot
    .getByText(/In the district record/)
    .first()
    .waitFor()
})
