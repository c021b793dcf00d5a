import { expect, test } from 'vitest'
import type { CommandAnswer, DoorErrorCode } from '../../contract/device/door.ts'
import type { Back, Step } from '../../core/undo/back.ts'
import { DoorRefused } from '../door/door.ts'
import { undoStack } from './undo-stack.ts'

type Done = Exclude<CommandAnswer, { status: 'refused' }>

const trash = (evidence: string, on: boolean): Step => ({
  name: 'evidence.trash',
  input: { evidence, on },
})
const done = (more: { key?: string; goesAt?: number; back?: Back } = {}): Done => ({
  status: 'applied',
  key: 'd:1',
  made: {},
  keptAt: 1,
  ...more,
})
const trashed = (evidence: string) =>
  done({ back: { did: 'trashed', step: trash(evidence, false) } })

const refusedBy = (code: DoorErrorCode) => new DoorRefused(409, { code })

/** A stack on a program that does what it is asked, and what it was asked. */
function aStack(answers?: (step: Step) => CommandAnswer) {
  const asked: unknown[] = []
  const stack = undoStack({
    async step(step) {
      asked.push(step)
      if (answers !== undefined) return answers(step)
      if (step.name !== 'evidence.trash') throw new Error('only trash is tried here')
      const { evidence, on } = step.input
      return done({ back: { did: 'untrashed', step: trash(evidence, !on) } })
    },
    async takeBack(key) {
      asked.push(key)
      if (key === 'gone') throw refusedBy('gone_already')
    },
    onChanged: () => undefined,
  })
  return { stack, asked }
}

test('the last thing is undone first, and is named until the next', async () => {
  const { stack, asked } = aStack()
  stack.done(trashed('a'))
  stack.done(trashed('b'))
  expect(stack.state().note).toEqual({ is: 'done', did: 'trashed' })
  await stack.undo()
  expect(stack.state().note).toEqual({ is: 'undone', did: 'trashed' })
  await stack.undo()
  await stack.undo()
  expect(asked).toEqual([trash('b', false), trash('a', false)])
  expect(stack.state().last).toBeUndefined()
})

test('what was undone can be done again, and undone again, until something else is done', async () => {
  const { stack, asked } = aStack()
  stack.done(trashed('a'))
  await stack.undo()
  await stack.redo()
  expect(stack.state()).toMatchObject({ canRedo: false, note: { is: 'done', did: 'trashed' } })
  await stack.undo()
  expect(asked).toEqual([trash('a', false), trash('a', true), trash('a', false)])
  stack.done(trashed('b'))
  await stack.redo()
  expect(asked).toHaveLength(3)
})

test('what is held is taken back by its key, in its turn or out of it', async () => {
  const { stack, asked } = aStack()
  stack.done(done({ key: 'd:7', goesAt: 9 }))
  stack.done(trashed('a'))
  expect(stack.state().note).toEqual({ is: 'done', did: 'trashed' })
  await stack.takeBack('d:7')
  expect(stack.state().note).toEqual({ is: 'taken-back' })
  await stack.undo()
  expect(asked).toEqual(['d:7', trash('a', false)])
})

test('what has gone, and what the rules refuse, is told; the next undo is of what was before', async () => {
  const refusal = { code: 'not_here', facts: { what: 'evidence' } } as const
  const { stack, asked } = aStack(() => ({ status: 'refused', refusal }))
  stack.done(trashed('a'))
  stack.done(done({ key: 'gone', goesAt: 9 }))
  await stack.undo()
  expect(stack.state().note).toMatchObject({ is: 'failed' })
  await stack.undo()
  expect(stack.state()).toEqual({
    last: undefined,
    canRedo: false,
    note: { is: 'refused', refusal },
  })
  expect(asked).toHaveLength(2)
})

test('something that can’t be undone is not offered, and leaves what was before as it was', async () => {
  const { stack, asked } = aStack()
  stack.done(trashed('a'))
  stack.done(done())
  expect(stack.state().note).toBeUndefined()
  await stack.undo()
  expect(asked).toEqual([trash('a', false)])
})

test('fifty things can be undone, and none of another person', async () => {
  const { stack, asked } = aStack()
  for (let n = 0; n < 60; n++) stack.done(trashed(String(n)))
  for (let n = 0; n < 60; n++) void stack.undo()
  await stack.undo()
  expect(asked).toHaveLength(50)
  stack.doneHere('putOff', () => void asked.push('put on'))
  stack.clear()
  await stack.undo()
  await stack.redo()
  expect(asked).toHaveLength(50)
})

test('what the window did by itself is undone by the window', async () => {
  const { stack, asked } = aStack()
  stack.doneHere('putOff', () => void asked.push('put on'))
  await stack.undo()
  expect(asked).toEqual(['put on'])
  expect(stack.state()).toMatchObject({ canRedo: false, note: { is: 'undone', did: 'putOff' } })
})

test('what the window could not undo yet is undone at the next try', async () => {
  const { stack, asked } = aStack()
  let isBroken = true
  stack.doneHere('renamed', async () => {
    if (isBroken) throw refusedBy('disk_full')
    asked.push('named as before')
  })
  await stack.undo()
  expect(stack.state().note).toMatchObject({ is: 'failed' })
  isBroken = false
  await stack.undo()
  expect(asked).toEqual(['named as before'])
  expect(stack.state()).toMatchObject({ last: undefined, note: { is: 'undone', did: 'renamed' } })
})

test.each(['disk_full', 'internal'] as const)(
  'what could not be undone because of %s is undone at the next try',
  async code => {
    let isBroken = true
    const { stack, asked } = aStack(() => {
      if (isBroken) throw refusedBy(code)
      return done({ back: { did: 'untrashed', step: trash('a', true) } })
    })
    stack.done(trashed('a'))
    await stack.undo()
    expect(stack.state()).toMatchObject({ note: { is: 'failed' }, last: { by: 'step' } })
    isBroken = false
    await stack.undo()
    expect(stack.state()).toMatchObject({ last: undefined, note: { is: 'undone' }, canRedo: true })
    // The way on again waits in the same way.
    isBroken = true
    await stack.redo()
    expect(stack.state()).toMatchObject({ canRedo: true, note: { is: 'failed' } })
    expect(asked).toHaveLength(3)
  },
)

test('what something else stands under keeps its place: that is undone first, then this', async () => {
  const asked: unknown[] = []
  let isNeeded = true
  const stack = undoStack({
    async step() {
      isNeeded = false
      return done()
    },
    async takeBack(key) {
      asked.push(key)
      if (isNeeded) throw refusedBy('needed_since')
    },
    onChanged: () => undefined,
  })
  stack.done(done({ key: 'd:7', goesAt: 9 }))
  stack.done(trashed('a'))
  await stack.takeBack('d:7')
  expect(stack.state()).toMatchObject({ note: { is: 'failed' }, last: { did: 'trashed' } })
  await stack.undo()
  expect(stack.state().last).toEqual({ by: 'key', key: 'd:7' })
  await stack.undo()
  expect(stack.state()).toEqual({ last: undefined, canRedo: false, note: { is: 'taken-back' } })
  expect(asked).toEqual(['d:7', 'd:7'])
})

test('an undo that leaves alone what was changed since says so', async () => {
  const back = { did: 'untrashed', step: trash('a', true), isPart: true } as const
  const { stack } = aStack(() => done({ back }))
  stack.done(trashed('a'))
  await stack.undo()
  expect(stack.state().note).toEqual({ is: 'undone', did: 'trashed', isPart: true })
})
