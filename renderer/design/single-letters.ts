const place = 'meritfolio.single-letters'

/** Whether single letters do something in this browser; somebody who speaks to the computer switches them off. */
export const lettersAct = (): boolean => localStorage.getItem(place) !== 'off'

/** Keeps the choice in this browser; it holds from the next key on. */
export function chooseLetters(act: boolean): void {
  if (act) localStorage.removeItem(place)
  else localStorage.setItem(place, 'off')
}
