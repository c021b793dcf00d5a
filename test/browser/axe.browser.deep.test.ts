import { beforeAll, expect, inject, test } from 'vitest'
import { found } from './axe-found.ts'
import { screens } from './screens.ts'
import { visit } from './visit.ts'
import { aStage, type Seat } from './stage.ts'

const demo = inject('demo')
const stage = aStage()
let open: Seat

beforeAll(async () => {
  open = await stage.demo()
  // Nothing may be looked at halfway through a change of colour.
  await open.page.emulateMedia({ reducedMotion: 'reduce' })
})

test.each(screens.filter(({ isSeenAtWork }) => isSeenAtWork === true))(
  '$name keeps to its policy, breaks nothing, and axe finds nothing on it in light and dark',
  async screen => {
    open.complaints.length = 0
    await visit(open.page, screen, demo.played)
    expect(open.complaints).toEqual([])
    expect(await found(open)).toEqual([])
  },
)
