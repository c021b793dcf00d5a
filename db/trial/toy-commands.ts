import { z } from 'zod'
import { create, merge, patch, remove } from '../../core/kit/change.ts'
import { command, refuse } from '../../core/kit/command.ts'
import { blobs, each, holder, may, must } from '../../core/kit/loads.ts'
import { step } from '../../core/kit/machine.ts'
import type { Machine } from '../../core/kit/machine.ts'
import { mergeText } from '../../core/merge/text.ts'
import type { claimStates } from './toy-records.ts'
import { Badge, Claim, File, Goal, Reading } from './toy-records.ts'

const machine: Machine<(typeof claimStates)[number], 'submit' | 'pass' | 'fail' | 'withdraw'> = {
  draft: { submit: 'in_review', withdraw: 'withdrawn' },
  in_review: { pass: 'earned', fail: 'not_yet', withdraw: 'withdrawn' },
  earned: {},
  not_yet: {},
  withdrawn: {},
}

const addGoal = command({
  name: 'goal.add',
  where: 'both',
  input: z.object({ title: z.string() }),
  needs: q => q.none(),
  right: () => true,
  decide: (_s, i, context) => ({
    changes: [
      create(Goal, context.id('goal'), {
        owner: context.actor.person,
        title: i.title,
        lines: '',
        marks: {},
        secret: `secret of ${context.actor.person}`,
        isShared: false,
      }),
    ],
  }),
})

export const titleGoal = command({
  name: 'goal.title',
  where: 'both',
  input: z.object({ goal: z.string(), title: z.string() }),
  needs: q => q.first(i => ({ goal: must(Goal, i.goal) })),
  right: (actor, s) => s.goal.body.owner === actor.person,
  decide: (s, i, context) => ({ changes: merge(s.goal, { title: i.title }, context.stamp) }),
})

const markGoal = command({
  name: 'goal.mark',
  where: 'both',
  input: z.object({ goal: z.string(), part: z.string(), mark: z.number().optional() }),
  needs: q => q.first(i => ({ goal: must(Goal, i.goal) })),
  right: (actor, s) => s.goal.body.owner === actor.person,
  decide: (s, i, context) => ({
    changes: merge(s.goal, { [`marks.${i.part}`]: i.mark }, context.stamp),
  }),
})

/** Each typed line once: a line that the base had not is added at the end. */
export const writeGoal = command({
  name: 'goal.write',
  where: 'both',
  input: z.object({ goal: z.string(), base: z.string(), text: z.string() }),
  needs: q => q.first(i => ({ goal: must(Goal, i.goal) })),
  right: (actor, s) => s.goal.body.owner === actor.person,
  decide(s, i, context) {
    const { text, aside } = mergeText({
      stored: s.goal.body.lines,
      aside: undefined,
      base: i.base,
      text: i.text,
      at: context.doneAt,
      device: context.actor.device,
    })
    if (text !== undefined) return { changes: [patch(s.goal, { lines: text })] }
    if (!aside) return { changes: [] }
    return { changes: [patch(s.goal, { lines: `${s.goal.body.lines}\n${added(i.base, i.text)}` })] }
  },
  fold: (earlier, later) =>
    earlier.goal === later.goal && earlier.text === later.base
      ? { ...later, base: earlier.base }
      : undefined,
})

const added = (base: string, text: string): string => {
  const had = new Set(base.split('\n'))
  return text
    .split('\n')
    .filter(line => !had.has(line))
    .join('\n')
}

const shareGoal = command({
  name: 'goal.share',
  where: 'both',
  input: z.object({ goal: z.string(), isShared: z.boolean() }),
  needs: q => q.first(i => ({ goal: must(Goal, i.goal) })),
  right: (actor, s) => s.goal.body.owner === actor.person,
  decide: (s, i) => ({ changes: [patch(s.goal, { isShared: i.isShared })] }),
})

const dropGoal = command({
  name: 'goal.drop',
  where: 'both',
  input: z.object({ goal: z.string() }),
  needs: q => q.first(i => ({ goal: must(Goal, i.goal) })),
  right: (actor, s) => s.goal.body.owner === actor.person,
  decide: s => ({ changes: [remove(s.goal)] }),
})

const addFile = command({
  name: 'file.add',
  where: 'both',
  input: z.object({ sha: z.string() }),
  needs: q => q.none(),
  right: () => true,
  decide: (_s, i, context) => ({
    changes: [
      create(File, context.id('file'), { owner: context.actor.person, sha: i.sha, inClaims: [] }),
    ],
  }),
})

const startClaim = command({
  name: 'claim.start',
  where: 'both',
  input: z.object({ serial: z.string(), files: z.array(z.string()) }),
  needs: q => q.first(i => ({ files: each(File, i.files) })),
  right: (actor, s) => s.files.every(file => file.body.owner === actor.person),
  decide: (s, i, context) => ({
    changes: [
      create(Claim, context.id('claim'), {
        owner: context.actor.person,
        state: 'draft',
        files: s.files.map(file => file.id),
        readers: {},
        serial: i.serial,
      }),
    ],
  }),
})

const submitClaim = command({
  name: 'claim.submit',
  where: 'both',
  input: z.object({ claim: z.string() }),
  needs: q =>
    q
      .first(i => ({ claim: must(Claim, i.claim) }))
      .next((_i, s) => ({ files: each(File, s.claim.body.files) }))
      .next((_i, s) => ({ here: blobs(s.files.map(file => file.body.sha)) })),
  right: (actor, s) => s.claim.body.owner === actor.person,
  decide(s) {
    const state = step(machine, s.claim.body.state, 'submit')
    if (!state) return refuse('claim_state', { state: s.claim.body.state })
    if (s.here.length < s.files.length) return { wait: { on: 'blobs' } }
    return {
      changes: [
        patch(s.claim, { state }),
        ...s.files.map(file =>
          patch(file, { inClaims: [...new Set([...file.body.inClaims, s.claim.id])] }),
        ),
      ],
    }
  },
})

const withdrawClaim = command({
  name: 'claim.withdraw',
  where: 'both',
  input: z.object({ claim: z.string() }),
  needs: q =>
    q
      .first(i => ({ claim: must(Claim, i.claim) }))
      .next((_i, s) => ({ files: each(File, s.claim.body.files) })),
  right: (actor, s) => s.claim.body.owner === actor.person,
  decide(s) {
    const state = step(machine, s.claim.body.state, 'withdraw')
    if (!state) return refuse('claim_state', { state: s.claim.body.state })
    return {
      changes: [
        patch(s.claim, { state }),
        ...s.files.map(file =>
          patch(file, { inClaims: file.body.inClaims.filter(id => id !== s.claim.id) }),
        ),
      ],
    }
  },
})

/** The second reading decides: the rule for the last event, in the one command that can be last. */
const readClaim = command({
  name: 'claim.read',
  where: 'district',
  input: z.object({ claim: z.string(), says: z.enum(['yes', 'no']) }),
  needs: q => q.first(i => ({ claim: must(Claim, i.claim) })),
  right: actor => actor.roles.includes('coach'),
  decide(s, i, context) {
    const { state } = s.claim.body
    const { person } = context.actor
    if (state !== 'in_review' || s.claim.body.readers[person])
      return refuse('claim_state', { state })
    const says = Object.values({ ...s.claim.body.readers, [person]: i.says })
    const event = says.includes('no') ? 'fail' : 'pass'
    const next = says.length < 2 ? state : (step(machine, state, event) ?? state)
    return {
      changes: [
        patch(s.claim, { state: next, readers: { ...s.claim.body.readers, [person]: i.says } }),
      ],
    }
  },
})

const giveReadings = command({
  name: 'reading.give',
  where: 'district',
  input: z.object({ claim: z.string() }),
  needs: q => q.first(i => ({ claim: must(Claim, i.claim) })),
  right: actor => actor.roles.includes('coach'),
  decide: (_s, i) => ({
    changes: ['1', '2'].map(n => create(Reading, `${i.claim}.${n}`, { claim: i.claim })),
  }),
})

const finishReading = command({
  name: 'reading.finish',
  where: 'district',
  input: z.object({ claim: z.string(), mine: z.string(), other: z.string() }),
  needs: q =>
    q.first(i => ({
      claim: must(Claim, i.claim),
      mine: must(Reading, i.mine),
      other: must(Reading, i.other),
    })),
  right: actor => actor.roles.includes('coach'),
  decide: s => ({
    changes: [
      patch(s.mine, { says: 'yes' }),
      ...(s.other.body.says === undefined ? [] : [patch(s.claim, { state: 'earned' })]),
    ],
  }),
})

export const approveBadge = command({
  name: 'badge.approve',
  where: 'both',
  input: z.object({ claim: z.string() }),
  needs: q =>
    q.first(i => ({
      claim: must(Claim, i.claim),
      held: holder(Badge, `badge of ${i.claim}`),
    })),
  right: actor => actor.roles.includes('officer'),
  decide(s, i, context) {
    if (s.held) return refuse('badge_exists', { badge: s.held.id })
    const { state, owner } = s.claim.body
    if (state !== 'earned') return refuse('claim_state', { state })
    const badge = { claim: i.claim, owner: owner ?? '' }
    return { changes: [create(Badge, context.id('badge'), badge)] }
  },
})

/** Looks at nothing and takes a name: the store has to say that it is taken. */
const nameBlindly = command({
  name: 'badge.blindly',
  where: 'district',
  input: z.object({ claim: z.string() }),
  needs: q => q.first(i => ({ claim: may(Claim, i.claim) })),
  right: () => true,
  decide: (_s, i, context) => ({
    changes: [create(Badge, context.id('badge'), { claim: i.claim, owner: 'someone' })],
  }),
})

export const toyCommands = [
  addGoal,
  titleGoal,
  markGoal,
  writeGoal,
  shareGoal,
  dropGoal,
  addFile,
  startClaim,
  submitClaim,
  withdrawClaim,
  readClaim,
  giveReadings,
  finishReading,
  approveBadge,
  nameBlindly,
]
