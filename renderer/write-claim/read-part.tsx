import { useState } from 'react'
import type { Attempt, Item } from '../../core/claim/record.ts'
import type { Part } from '../../core/micro-credential/record.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { HandedLink } from '../design/handed-link.tsx'
import { heading, mono, quiet, small, voice } from '../design/text.css.ts'
import { shortFingerprint } from '../design/short-fingerprint.ts'
import { SeeFile } from '../see-file/see-file.tsx'
import * as look from './read-claim.css.ts'

interface Reading {
  readonly part: Part
  readonly n: number
  readonly attempt: Attempt
}

/** One part as it was sent: each question with its answer, then each piece. */
export function ReadPart({ part, n, attempt }: Reading) {
  const words = useWords()
  const items = attempt.items.filter(item => part.slots.some(slot => slot.id === item.slot))
  return (
    <section className={look.part}>
      <h2 className={heading}>{words.claims.part({ n, title: part.title })}</h2>
      {part.prompts.map(prompt => {
        const answer = attempt.answers[prompt.id] ?? ''
        return (
          <div key={prompt.id} className={look.answer}>
            <h3 className={`${small} ${quiet}`}>{prompt.text}</h3>
            {answer.trim() === '' ? (
              <p className={quiet}>{words.review.notAnswered}</p>
            ) : (
              <p className={`${voice} ${look.written}`}>{answer}</p>
            )}
          </div>
        )
      })}
      <ul>
        {items.map(item => (
          <Piece key={`${item.slot} ${item.evidence}`} item={item} />
        ))}
      </ul>
    </section>
  )
}

/** One piece as it was sent; its file is fetched and shown when somebody asks for it. */
function Piece({ item }: { item: Item }) {
  const words = useWords()
  const said = words.claims.read
  const [isShown, setShown] = useState(false)
  const { file, title } = item
  const shown: Readonly<Record<string, string>> = words.review.shown
  const facts = [
    words.review.happened({ day: item.happenedOn }),
    shown[item.shown] ?? '',
    item.released ? words.review.released : '',
    file === undefined ? '' : words.say.size(file.sizeBytes),
  ]
  return (
    <li className={look.piece}>
      <div>
        <h3 className={look.title}>{title}</h3>
        {item.note === '' ? null : <p className={small}>{item.note}</p>}
        <p className={`${small} ${quiet}`}>
          {facts.filter(fact => fact !== '').join(' · ')}
          {file === undefined ? null : (
            <>
              {' · '}
              {words.evidence.piece.fingerprint}{' '}
              <code className={mono}>{shortFingerprint(file.sha256)}</code>
            </>
          )}
        </p>
      </div>
      {file === undefined ? null : (
        <Button
          kind="small"
          label={isShown ? said.closeLabel({ title }) : said.showLabel({ title })}
          onPress={() => setShown(!isShown)}
        >
          {isShown ? said.close : said.show}
        </Button>
      )}
      {item.text === undefined ? null : (
        <p className={`${voice} ${look.written} ${look.below}`}>{item.text}</p>
      )}
      {item.link === undefined ? null : <Address link={item.link} />}
      {file === undefined || !isShown ? null : (
        <div className={file.mediaType.startsWith('audio/') ? look.heard : look.seen}>
          <SeeFile sha256={file.sha256} mediaType={file.mediaType} name={file.name} title={title} />
        </div>
      )}
    </li>
  )
}

function Address({ link }: { link: string }) {
  const words = useWords()
  return (
    <div className={look.below}>
      <p className={look.written}>
        <HandedLink link={link} />
      </p>
      <p className={`${small} ${quiet}`}>{words.review.link}</p>
    </div>
  )
}
