import { way } from './back.ts'
import type { InverseOf } from './back.ts'

/** No reason is asked when a reading goes back to the pool, so taking one can be taken back. */
const take: InverseOf<'review.take'> = {
  back: (_before, _input, id) =>
    way('readingTaken', {
      name: 'review.give-back',
      input: { review: id('review'), expects: 'blank' },
    }),
}

const rate: InverseOf<'review.rate'> = {
  back({ review }, { criterion, rank }) {
    const was = review.body.levels[criterion] ?? null
    if (was === rank) return undefined
    return way('rated', {
      name: 'review.rate',
      input: { review: review.id, criterion, rank: was, expects: rank, activeMs: 0 },
    })
  },
}

const anchor: InverseOf<'review.anchor'> = {
  back({ review }, input) {
    const { criterion, mark } = input
    const was = review.body.anchors[`${criterion}/${mark}`] ?? null
    if (was === null && input.anchor === null) return undefined
    const did = input.anchor === null ? 'unpointed' : was === null ? 'pointed' : 'moved'
    return way(did, {
      name: 'review.anchor',
      input: { review: review.id, criterion, mark, anchor: was, expects: input.anchor },
    })
  },
}

const mask: InverseOf<'review.mask'> = {
  back({ review, claim }, { mark, anchor }) {
    const was = claim.body.masks?.[mark]?.anchor ?? null
    if (was === null && anchor === null) return undefined
    const input = { review: review.id, mark, anchor: was }
    return way(anchor === null ? 'unmasked' : 'masked', { name: 'review.mask', input })
  },
}

export const reviewInverses = {
  'review.take': take,
  'review.rate': rate,
  'review.anchor': anchor,
  'review.mask': mask,
}
