import { contentOf } from '../evidence/content.ts'
import { evidenceFields } from '../evidence/describe.ts'
import { way } from './back.ts'
import type { InverseOf } from './back.ts'
import { before } from './before.ts'

const trash: InverseOf<'evidence.trash'> = {
  back({ evidence }, { on }) {
    if ((evidence.body.trashedAt !== undefined) === on) return undefined
    // Only what comes back brings what it held.
    const content = on ? { content: contentOf(evidence.body) } : {}
    const input = { evidence: evidence.id, on: !on, ...content }
    const step = { name: 'evidence.trash', input } as const
    return way(on ? 'trashed' : 'untrashed', step)
  },
}

const keep: InverseOf<'evidence.keep'> = {
  back: (_none, _input, id) =>
    way('kept', { name: 'evidence.trash', input: { evidence: id('evidence'), on: true } }),
}

const describe: InverseOf<'evidence.describe'> = {
  back({ evidence }, input) {
    const was = before(input, evidenceFields(evidence.body))
    if (was === undefined) return undefined
    const { set, expects, isPart } = was
    const step = {
      name: 'evidence.describe',
      input: { evidence: evidence.id, set, expects },
    } as const
    return way('described', step, isPart)
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
