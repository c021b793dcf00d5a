import { changedByOneBit, pileBadge, pileIssuer, pileList } from '../builders/badge-pile.ts'

const dayMs = 86_400_000
const encoded = new TextEncoder()

export const alder = pileIssuer(1, 'Alder County', 'alder.example')
export const cedar = pileIssuer(2, 'Cedar Valley ESC', 'cedar.example')
export const brightline = pileIssuer(3, 'Brightline Learning', 'brightline.example')
const stranger = pileIssuer(4, 'Learn Anything')

const titles = [
  'Wait time',
  'Talk moves',
  'Number talks',
  'Data walls that teach',
  'Peer observation',
]
const given = ['A.', 'C.', 'D.', 'H.', 'L.', 'M.', 'P.', 'S.', 'T.']
const family = [
  'Boateng',
  'Okafor',
  'Marsh',
  'Quist',
  'Petrov',
  'Duarte',
  'Lind',
  'Haile',
  'Nguyen',
]
const personOf = (n: number) =>
  `${given[n % given.length] ?? ''} ${family[Math.floor(n / given.length) % family.length] ?? ''}${n < 81 ? '' : ` ${String(n)}`}`
const titleOf = (n: number) => titles[n % titles.length] ?? ''

/** How many of each there are, for the sentences: 312 together. */
export const hired = {
  holds: 284,
  stale: 17,
  strangers: 2,
  changed: 3,
  revoked: 2,
  expired: 1,
  unread: 2,
  apart: 1,
} as const
export const revokedIndexes = [9_001, 9_002]

export interface HiredFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Three hundred and twelve files as a district gets them before the summer, from the real issuing library. */
export async function hires(at: number): Promise<readonly HiredFile[]> {
  const texts: string[] = []
  let n = 0
  const add = async (
    count: number,
    make: (person: string, title: string, index: number) => Promise<string>,
  ) => {
    for (let made = 0; made < count; made += 1, n += 1)
      texts.push(await make(personOf(n), titleOf(n), n))
  }
  await add(hired.stale, (person, title, index) => pileBadge(cedar, at, { person, title, index }))
  await add(hired.strangers, (person, title) => pileBadge(stranger, at, { person, title }))
  await add(hired.changed, async (person, title, index) =>
    changedByOneBit(await pileBadge(brightline, at, { person, title, index }), person),
  )
  let revoked = 0
  await add(hired.revoked, (person, title) => {
    const index = revokedIndexes[revoked++] ?? 0
    return pileBadge(alder, at, { person, title, index })
  })
  await add(hired.expired, (person, title, index) =>
    pileBadge(alder, at, { person, title, index, validUntil: at - 30 * dayMs }),
  )
  await add(hired.holds, (person, title, index) =>
    pileBadge(index % 4 === 0 ? brightline : alder, at, { person, title, index }),
  )
  const badges = texts.map((text, number) => ({
    name: `hire-${String(number + 1).padStart(3, '0')}.json`,
    bytes: encoded.encode(text),
  }))
  return [
    ...badges,
    { name: 'letter.txt', bytes: encoded.encode('Dear office, my badges are on paper.') },
    { name: 'broken.json', bytes: encoded.encode('{"@context": ["https://www.w3.org/ns/cred') },
    { name: 'a-list.json', bytes: encoded.encode(await pileList(alder, at - 2 * dayMs, [])) },
  ]
}
