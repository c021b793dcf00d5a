import type { PartSaid } from '../../contract/device/door.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../app/words.tsx'
import { reasonSaid } from './mark-said.ts'
import * as look from './why.css.ts'

/** What is inside a badge or a record and has an answer of its own, each with that answer; nothing where there is none. */
export function Parts({ parts }: { parts: readonly PartSaid[] }) {
  const words = useWords()
  if (parts.length === 0) return null
  return (
    <section className={look.whyFacts}>
      <h3>{words.verify.many.inside}</h3>
      <ul>
        {parts.map(part => (
          <li key={`${part.about} ${part.kind}`}>{partSaid(words, part)}</li>
        ))}
      </ul>
    </section>
  )
}

/** What a part is, whether it holds, and whether the whole stands or falls with it. */
function partSaid(words: Words, part: PartSaid): string {
  const { many } = words.verify
  const kinds: Readonly<Record<string, string>> = many.partKind
  const { kind, title = '', issuer = '', because, counts } = part
  const what = many.part({ kind: kinds[kind] ?? many.partOther, title, issuer })
  if (because === undefined) return `${what}: ${many.partHolds}`
  return [`${what}: ${reasonSaid(words, because)}`, ...(counts ? [] : [many.partBeside])].join(' ')
}
