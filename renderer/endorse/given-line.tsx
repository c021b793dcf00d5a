import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { givenMachine } from '../../core/endorsement/given.ts'
import { step } from '../../core/kit/machine.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { CheckMark } from '../design/mark.tsx'
import { mono, quiet, row, small, voiceSmall } from '../design/text.css.ts'
import { pageOf } from '../hold-badges/page-of.ts'
import * as look from './endorse.css.ts'
import { givenStands } from './given-said.ts'

interface Line {
  readonly body: GivenEndorsement
  nameOf(person: string | undefined): string
  onSave(): void
  /** `undefined` for who may not. */
  readonly onTakeBack: (() => void) | undefined
}

/** One word of the district's: about whom or what, what it says, how it stands, and its file. */
export function GivenLine({ body, nameOf, onSave, onTakeBack }: Line) {
  const words = useWords()
  const said = words.givenEndorsements
  const { kind, name, issuer, id } = body.endorsed
  // The same name may be endorsed as a whole and for one badge.
  const named = `${name} (${said.kind[kind]})`
  const stands = givenStands(words, body, nameOf, Date.now())
  const page = pageOf(body.credential)
  const mayEnd =
    onTakeBack !== undefined && step(givenMachine, body.state, 'withdraw') !== undefined
  return (
    <>
      <h2 className={look.about}>{name}</h2>
      <p className={`${small} ${quiet}`}>
        {kind === 'issuer'
          ? said.kind.issuer
          : said.by({ kind: said.kind[kind], issuer: issuer.name || issuer.id })}
      </p>
      <p className={mono}>{id}</p>
      <p className={`${voiceSmall} ${look.lines}`}>{body.comment}</p>
      <p className={`${small} ${quiet} ${row}`}>
        <CheckMark outcome={stands.outcome} label={said.marks[stands.outcome]} />
        <span className={look.stands}>{stands.said}</span>
      </p>
      {page === undefined ? null : (
        <p className={small}>
          {said.page} <span className={mono}>{page}</span>
        </p>
      )}
      {body.credential === undefined && !mayEnd ? null : (
        <span className={row}>
          {body.credential === undefined ? null : (
            <Button kind="small" label={said.saveLabel({ name: named })} onPress={onSave}>
              {said.save}
            </Button>
          )}
          {mayEnd ? (
            <Button kind="small" label={said.takeBackLabel({ name: named })} onPress={onTakeBack}>
              {said.takeBack}
            </Button>
          ) : null}
        </span>
      )}
    </>
  )
}
