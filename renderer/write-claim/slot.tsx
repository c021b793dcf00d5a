import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Slot } from '../../core/micro-credential/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { Button } from '../design/button.tsx'
import { TextLink } from '../design/link.tsx'
import { quiet, row as inRow, small, voiceSmall } from '../design/text.css.ts'
import { offerFiles } from '../gather-evidence/offered.ts'
import { useWords } from '../app/words.tsx'
import { AddToSlot } from './add-to-slot.tsx'
import { ChooseEvidence } from './choose-evidence.tsx'
import * as look from './claim.css.ts'
import { useSlotDrop } from './use-slot-drop.ts'

interface Slotting {
  readonly claim: string
  readonly slot: Slot
  readonly said: string
  readonly pieces: readonly Row<Evidence>[]
  /** Where each piece stands: any rising numbers. */
  readonly places: readonly number[]
  onFill(evidence: string, place: number | null): void
}

/** An evidence slot: what to bring, what is in it, and the ways to put something in. */
export function SlotOfClaim({ claim, slot, said, pieces, places, onFill }: Slotting) {
  const words = useWords()
  const [choosing, setChoosing] = useState(false)
  const [, go] = useLocation()
  const address = `/add?slot=${encodeURIComponent(`${claim}/${slot.id}`)}`
  // Kept where evidence is kept, with the same questions, and put in here.
  const take = (files: readonly File[]) => {
    if (files.length === 0) return
    offerFiles(files)
    go(address)
  }
  const { isOver, handlers } = useSlotDrop(take)
  // A piece moved up takes a place between its two new neighbours.
  const moveUp = (at: number) => {
    const piece = pieces[at]
    const above = places[at - 1]
    if (piece === undefined || above === undefined) return
    onFill(piece.id, (above + (places[at - 2] ?? above - 2)) / 2)
  }
  return (
    <section className={look.question} id={`slot-${slot.id}`} {...handlers}>
      <p className={`${small} ${quiet}`}>{said}</p>
      <div className={look.slotHead}>
        <h2>{slot.label}</h2>
        <span className={quiet}>
          {words.claims.files({ have: pieces.length, min: slot.minFiles, max: slot.maxFiles })}
        </span>
      </div>
      <p className={voiceSmall}>{slot.guidance}</p>
      <ul className={look.files}>
        {pieces.map((piece, at) => {
          const isGone = piece.body.deletedAt !== undefined
          const title = isGone ? words.evidence.trash.goneTitle : piece.body.title
          return (
            <li key={piece.id} className={look.file}>
              {/^(video|audio)\//.test(piece.body.file?.mediaType ?? '') ? (
                <span className={look.thumbFilm} />
              ) : (
                <span className={look.thumb}>
                  <b />
                  <b />
                  <b />
                </span>
              )}
              <div>
                <strong>{title}</strong>
                <p className={`${small} ${quiet}`}>{piece.body.note}</p>
              </div>
              <span className={inRow}>
                {at === 0 ? null : (
                  <Button
                    kind="bare"
                    label={`${words.claims.moveUp}: ${title}`}
                    onPress={() => moveUp(at)}
                  >
                    {words.claims.moveUp}
                  </Button>
                )}
                <Button
                  kind="bare"
                  label={`${words.claims.takeOut}: ${title}`}
                  onPress={() => onFill(piece.id, null)}
                >
                  {words.claims.takeOut}
                </Button>
                <TextLink to={`/evidence/${piece.id}`} label={`${words.claims.open}: ${title}`}>
                  {words.claims.open}
                </TextLink>
              </span>
            </li>
          )
        })}
      </ul>
      <AddToSlot
        slot={slot}
        address={address}
        isOver={isOver}
        onChoose={() => setChoosing(true)}
        onFiles={take}
      />
      {choosing ? (
        <ChooseEvidence
          slot={slot}
          taken={pieces.map(piece => piece.id)}
          onChoose={evidence => {
            onFill(evidence, (places.at(-1) ?? 0) + 1)
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </section>
  )
}
