import { expect, test } from 'vitest'
import { grouped } from './grouped.ts'

const finding = (code: string) => ({ code, state: 'ok' as const, facts: {} })

test('what was found stands under the question that it answers, in the order of the questions', () => {
  const codes = ['disk_ok', 'audit_ok', 'key_old', 'keys_open', 'waits', 'drill_none', 'backup_ok']
  const groups = grouped(codes.map(finding))
  expect(groups.map(([group, found]) => [group, found.map(({ code }) => code)])).toEqual([
    ['back', ['drill_none', 'backup_ok']],
    ['waiting', ['waits']],
    ['badges', ['key_old', 'keys_open']],
    ['truth', ['audit_ok']],
    ['ground', ['disk_ok']],
  ])
})

test('what a newer district found and this version has no words for is left out', () => {
  expect(grouped([finding('moon_phase')])).toEqual([])
})
