import { expect, test } from 'vitest'
import type { Badge } from '../../core/badge/record.ts'
import { aBadge } from '../../test/builders/badge.ts'
import { wordsIn } from '../../words/words.ts'
import { stateSaid } from './state-said.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const words = wordsIn('en', () => at('2026-11-27'))
const signed = aBadge({ approvedAt: at('2026-10-01'), signedAt: at('2026-10-02') })

test('a suspended badge is not called signed: since when and why stands beside it', () => {
  const suspension = { by: 'p', at: at('2026-11-03'), reason: 'The name is wrong' }
  const said = stateSaid(words, { ...signed, state: 'suspended', suspension })
  expect(said).toContain('Suspended')
  expect(said).toContain('“The name is wrong”')
  expect(said).not.toContain('Signed')
})

test('a badge that is being replaced says so, one that was replaced once', () => {
  expect(stateSaid(words, { ...signed, replacedBy: 'n' })).toMatch(
    /^Signed .+ · a newer one is being signed$/,
  )
  const superseded: Badge = {
    ...signed,
    state: 'superseded',
    replacedBy: 'n',
    supersededAt: at('2026-11-05'),
  }
  expect(stateSaid(words, superseded)).toMatch(/^Replaced .+ by a newer one$/)
})
