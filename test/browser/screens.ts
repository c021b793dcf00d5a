import type { Page } from 'playwright-core'
import { aList } from './a-list.ts'
import type { Key, Played } from './loop-played.ts'

/** A screen with something on it: whose computer it is on, where, and what is done there first. */
export interface Screen {
  readonly name: string
  readonly person: Key
  path(played: Played): string
  prepare?(page: Page): Promise<void>
  /** Another file of tests works on it and has axe look at it there; by itself only `npm run deep` looks at it. */
  readonly isSeenAtWork?: true
}

/** Every screen of the demo, person after person: becoming another one takes a moment. */
export const screens: readonly Screen[] = [
  { name: 'Today', person: 'maya', path: () => '/today' },
  { name: 'the plan', person: 'maya', path: () => '/plan' },
  { name: 'a goal', person: 'maya', path: ({ goal }) => `/goals/${goal}` },
  { name: 'adding evidence', person: 'maya', path: () => '/add' },
  {
    name: 'keeping a link',
    person: 'maya',
    path: () => '/add',
    prepare: page => page.getByRole('button', { name: 'Keep a link' }).click(),
  },
  { name: 'the evidence', person: 'maya', path: () => '/evidence' },
  { name: 'a search that finds nothing', person: 'maya', path: () => '/evidence?q=zebra' },
  { name: 'a PDF', person: 'maya', path: ({ piece }) => `/evidence/${piece}` },
  { name: 'a film', person: 'maya', path: ({ film }) => `/evidence/${film}` },
  { name: 'the micro-credentials', person: 'maya', path: () => '/micro-credentials' },
  {
    name: 'a micro-credential',
    person: 'maya',
    isSeenAtWork: true,
    path: ({ micro }) => `/micro-credentials/${micro}`,
  },
  { name: 'the claims', person: 'maya', path: () => '/claims' },
  {
    name: 'a claim that is being written',
    person: 'maya',
    isSeenAtWork: true,
    path: ({ half }) => `/claims/${half}`,
  },
  { name: 'a claim that was earned', person: 'maya', path: ({ sent }) => `/claims/${sent}` },
  { name: 'a claim just sent', person: 'maya', path: ({ sent }) => `/claims/${sent}/sent` },
  { name: 'the badges', person: 'maya', isSeenAtWork: true, path: () => '/badges' },
  { name: 'a badge', person: 'maya', isSeenAtWork: true, path: ({ badge }) => `/badges/${badge}` },
  { name: 'the frameworks', person: 'maya', path: () => '/frameworks' },
  { name: 'a framework', person: 'maya', path: ({ framework }) => `/frameworks/${framework}` },
  { name: 'Verify before anything is dropped', person: 'maya', path: () => '/verify' },
  {
    name: 'Verify with one answer',
    person: 'maya',
    isSeenAtWork: true,
    path: () => '/verify',
    async prepare(page) {
      await page.getByRole('textbox', { name: /paste the text/ }).fill('{"not": "a badge"}')
      await page.getByRole('button', { name: 'Check the text' }).click()
      await page.getByText('It could not be read.').waitFor()
    },
  },
  { name: 'who is trusted here', person: 'maya', isSeenAtWork: true, path: () => '/verify/trust' },
  {
    name: 'what the district endorses',
    person: 'maya',
    isSeenAtWork: true,
    path: () => '/verify/endorsements',
  },
  { name: 'find or do', person: 'maya', path: () => '/today', prepare: openPalette },
  {
    name: 'all keys',
    person: 'maya',
    path: () => '/today',
    async prepare(page) {
      await page.keyboard.press('F1')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'settings, about you', person: 'maya', isSeenAtWork: true, path: () => '/settings/you' },
  { name: 'settings, language and look', person: 'maya', path: () => '/settings/look' },
  {
    name: 'settings, this computer',
    person: 'maya',
    isSeenAtWork: true,
    path: () => '/settings/device',
  },
  {
    name: 'settings, the district',
    person: 'maya',
    isSeenAtWork: true,
    path: () => '/settings/district',
  },
  { name: 'settings, about Meritfolio', person: 'maya', path: () => '/settings/about' },
  { name: 'nothing at an address', person: 'maya', path: () => '/claims/nobody' },
  { name: 'the queue of a coach', person: 'jonah', isSeenAtWork: true, path: () => '/review' },
  {
    name: 'a reading',
    person: 'jonah',
    isSeenAtWork: true,
    path: ({ reading }) => `/review/${reading}`,
  },
  {
    name: 'a reading that is not done',
    person: 'jonah',
    path: ({ reading }) => `/review/${reading}`,
    async prepare(page) {
      await page.getByRole('button', { name: /Finish reading/ }).click()
      await page.getByText(/left before you finish/).waitFor()
    },
  },
  {
    name: 'the last look before sending',
    person: 'ruth',
    path: ({ ready }) => `/claims/${ready}`,
    async prepare(page) {
      await page.getByRole('heading', { name: 'Ready to send' }).waitFor()
      await page.getByRole('button', { name: /Send claim/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'Verify with many, by cause',
    person: 'ruth',
    isSeenAtWork: true,
    path: () => '/verify',
    prepare: aList,
  },
  {
    name: 'why a badge does not hold, with every check',
    person: 'ruth',
    path: () => '/verify',
    async prepare(page) {
      await aList(page)
      await page.getByText('Every check').click()
    },
  },
  {
    name: 'deciding for a cause',
    person: 'ruth',
    isSeenAtWork: true,
    path: () => '/verify',
    async prepare(page) {
      await aList(page)
      await page.getByRole('button', { name: /^Decide for all 6/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'adding badges to a list',
    person: 'ruth',
    path: () => '/verify',
    async prepare(page) {
      await aList(page)
      await page.getByRole('button', { name: 'Add badges' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'what waits to be issued', person: 'ruth', isSeenAtWork: true, path: () => '/issue' },
  { name: 'revoking several', person: 'ruth', isSeenAtWork: true, path: () => '/issue/several' },
  { name: 'the people', person: 'desmond', isSeenAtWork: true, path: () => '/people' },
  {
    name: 'the record’s health',
    person: 'desmond',
    path: () => '/health',
    prepare: page => page.getByRole('heading', { name: 'What waits' }).waitFor(),
  },
  {
    name: 'adding a person',
    person: 'desmond',
    isSeenAtWork: true,
    path: () => '/people',
    prepare: page => page.getByRole('button', { name: 'Add a person' }).click(),
  },
  {
    name: 'where somebody works and coaches',
    person: 'desmond',
    isSeenAtWork: true,
    path: () => '/people',
    prepare: page => page.getByRole('button', { name: 'Change Jonah Feld' }).click(),
  },
  {
    name: 'what somebody may do',
    person: 'desmond',
    path: () => '/people',
    prepare: page => page.getByRole('button', { name: 'What they may do: Jonah Feld' }).click(),
  },
]

/** The screen of a name. */
export function screenOf(name: string): Screen {
  const found = screens.find(screen => screen.name === name)
  if (found === undefined) throw new Error(`no screen is called ${name}`)
  return found
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').waitFor()
}
