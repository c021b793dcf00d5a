import type { PutAside } from '../../contract/device/aside.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { codeOf } from '../../db/open/failure.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Keychain } from '../lock/key-copies.ts'
import { readAbout } from '../place/about.ts'
import { oneAtATime } from '../place/one-at-a-time.ts'
import type { OwnFailure, OwnPlace } from '../place/own-place.ts'
import { openOwnPlace } from '../place/own-place.ts'
import type { PlaceParts } from '../place/place.ts'
import type { Moving } from './moving.ts'
import { beginMoving, finishMoving, isMoving, takeBackMoving } from './moving.ts'
import type { Note } from './note.ts'
import { readNote } from './note.ts'
import { freeAsideName, putAsideIn } from './put-aside.ts'

/** The own place of a computer that may be handed on: put aside for somebody else, and opened again. */
export interface HandedOn extends OwnPlace {
  putAside(): readonly PutAside[]
  /** Puts everything aside and begins anew. Throws the door's refusal; then all is as it was. */
  beginAnew(): Promise<void>
  /** Opens what was put aside; what is open now is put aside in its stead. Throws the door's refusal, as above. */
  openAside(id: string): Promise<void>
}

/** Opens a data folder; what a program that was killed had begun to move is moved first. */
export async function openHandedOn(
  folder: string,
  parts: PlaceParts,
  keychain: Keychain | undefined,
): Promise<HandedOn | { readonly failed: OwnFailure }> {
  try {
    finishMoving(folder)
  } catch (error) {
    // Opened as it is, one person's things would be made anew beside another's.
    parts.onDefect(error, 'aside')
    return { failed: codeOf(error) ?? 'cannot_open' }
  }
  const opened = await openOwnPlace(folder, parts, keychain)
  if ('failed' in opened) return opened
  let own = opened
  let isEnded = false
  const turn = oneAtATime()

  /** Opens what is there now. Throws where that can't be. */
  const open = async () => {
    const made = await openOwnPlace(folder, parts, keychain)
    if ('failed' in made) throw refusalOf(made.failed)
    own = made
  }
  /**
   * Closes, moves, and opens what has come; where one of these can't be, what was there before. `back` puts what has come
   * where it was, and brings the other in again.
   */
  const moved = async (moving: Moving, back: () => Moving) => {
    let hasMoved = false
    try {
      await own.close()
      beginMoving(folder, moving)
      finishMoving(folder)
      hasMoved = true
      await open()
    } catch (error) {
      const code = codeOf(error)
      if (isMoving(folder)) takeBackMoving(folder)
      else if (hasMoved) {
        beginMoving(folder, back())
        finishMoving(folder)
      }
      await open()
      throw code === undefined ? error : refusalOf(code)
    }
  }
  const noteNow = async (): Promise<Note> => {
    const at = parts.clock()
    if (own.lock.said().state !== 'none' || own.lock.isShut()) return { at }
    const { store, readOnly } = own.current()
    const { alone, district } = readAbout(store)
    const person = await store.seen.get(PersonRecord, store.standing().actor.person)
    const name = person?.rec.body.name ?? alone?.name
    // Of records that are damaged nobody knows whose they are.
    const isNobodys = readOnly === undefined && alone === undefined && district === undefined
    return {
      at,
      ...(name === undefined ? {} : { name }),
      ...(district === undefined ? {} : { district: district.name }),
      ...(isNobodys ? { isNobodys } : {}),
    }
  }
  const refuseWhereEnded = () => {
    if (isEnded) throw new DoorRefusal('not_allowed', { needs: 'a program that goes on' })
  }
  return {
    get lock() {
      return own.lock
    },
    current: () => own.current(),
    unlock: word => own.unlock(word),
    setLock: given => own.setLock(given),
    takeLock: () => own.takeLock(),
    reopen: () => own.reopen(),
    putAside: () => putAsideIn(folder),
    beginAnew: () =>
      turn(async () => {
        refuseWhereEnded()
        const note = await noteNow()
        if (note.isNobodys === true) throw new DoorRefusal('not_allowed', { needs: 'somebody' })
        const to = freeAsideName(folder, note.at)
        const nobodys = { at: note.at, isNobodys: true }
        await moved({ to, note }, () => ({
          ...{ to: freeAsideName(folder, note.at), note: nobodys, from: to },
        }))
      }),
    openAside: id =>
      turn(async () => {
        refuseWhereEnded()
        const wanted = putAsideIn(folder).find(one => one.id === id)
        if (wanted === undefined) throw new DoorRefusal('not_found')
        const wantedNote = readNote(wanted.path) ?? { at: parts.clock() }
        const note = await noteNow()
        const to = freeAsideName(folder, note.at)
        await moved({ to, note, from: id }, () => ({ to: id, note: wantedNote, from: to }))
      }),
    close: () =>
      turn(async () => {
        isEnded = true
        await own.close()
      }),
  }
}

const refusalOf = (code: OwnFailure): DoorRefusal =>
  code === 'disk_full' || code === 'folder_read_only' || code === 'newer'
    ? new DoorRefusal(code)
    : new DoorRefusal('not_moved')
