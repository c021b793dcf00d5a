import { way } from './back.ts'
import type { InverseOf } from './back.ts'
import { before } from './before.ts'

const trash: InverseOf<'evidence.trash'> = {
  back({ evidence }, { on }) {
    if ((evidence.body.trashedAt !== undefined) === on) return undefined
    const step = { name: 'evidence.trash', input: { evidence: evidence.id, on: !on } } as const
    return way(on ? 'trashed' : 'untrashed', step)
  },
}

const keep: InverseOf<'evidence.keep'> = {
  back: (_none, _input, id) =>
    way('kept', { name: 'evidence.trash', input: { evidence: id('evidence'), on: true } }),
}

const describe: InverseOf<'evidence.describe'> = {
  back({ evidence }, input) {
    const { happenedOn, shown, released } = evidence.body
    const set = before(input.set, { happenedOn, shown, released })
    if (set === undefined) return undefined
    return way('described', { name: 'evidence.describe', input: { evidence: evidence.id, set } })
  },
}

const link: InverseOf<'evidence.link'> = {
  back({ evidence }, { to, id, on }) {
    if ((evidence.body[to][id] === true) === on) return undefined
    const input = { evidence: evidence.id, to, id, on: !on }
    return way(on ? 'linked' : 'unlinked', { name: 'evidence.link', input })
  },
}

export const evidenceInverses = {
  'evidence.keep': keep,
  'evidence.describe': describe,
  'evidence.link': link,
  'evidence.trash': trash,
}
