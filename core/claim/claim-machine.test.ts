import { expect, test } from 'vitest'
import fc from 'fast-check'
import { step } from '../kit/machine.ts'
import { claimMachine, type ClaimEvent, type ClaimState } from './record.ts'

const events: readonly ClaimEvent[] = ['submit', 'complete', 'return', 'earn', 'notYet', 'withdraw']

test('earned and withdrawn are final', () => {
  for (const event of events) {
    expect(step(claimMachine, 'earned', event)).toBeUndefined()
    expect(step(claimMachine, 'withdrawn', event)).toBeUndefined()
  }
})

test('whatever happens, a claim is earned only after it was sent and found complete', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), happened => {
      let state: ClaimState = 'draft'
      const seen: string[] = []
      for (const event of happened) {
        const next: ClaimState | undefined = step(claimMachine, state, event)
        if (next === undefined) continue
        state = next
        seen.push(event)
      }
      if (state === 'earned') expect(seen.slice(-3)).toEqual(['submit', 'complete', 'earn'])
    }),
  )
})
