/**
 * How often each of these must happen in a thousand runs at least, of what happens in all of them: a run that never comes to
 * the end of the loop checks nothing.
 */
export const floors: Readonly<Record<string, number>> = {
  'claim submitted': 700,
  'claim in_review': 700,
  'claim earned': 800,
  'claim withdrawn': 300,
  'claim not_yet': 120,
  'claim incomplete': 40,
  'review reading': 2_500,
  'review finalised': 900,
  'review returned': 400,
  'badge approved': 1_000,
  'badge signed': 1_000,
  'badge revoked': 350,
  'decided alike': 2_500,
  'push wait': 250,
  'push refused': 1_500,
  'taken back': 150,
  'files kept': 1_500,
  'disk full': 100,
  'resync epoch': 500,
  'fault computer killed': 500,
  'fault district killed': 400,
  'fault district killed at start': 50,
  'fault district restored': 80,
  'fault copy put back': 5,
  'fault folder copied to another computer': 50,
  'fault computer ended': 50,
  'fault clock': 300,
  'fault role changed': 120,
  'fault file damaged': 80,
  'net lost': 1_500,
  'net cut': 1_000,
  'net twice': 1_500,
  'net flipped': 40,
  'net answer lost': 1_000,
  'net answer cut': 400,
}

/** What was reached too seldom, of so many runs. */
export function belowFloor(
  counts: ReadonlyMap<string, number>,
  runs: number,
): readonly { readonly what: string; readonly times: number; readonly least: number }[] {
  return Object.entries(floors).flatMap(([what, aThousand]) => {
    // Few runs say little: what is rare may not be among them.
    const least = Math.floor((aThousand * runs) / 1_000 / 2)
    const times = counts.get(what) ?? 0
    return times < least ? [{ what, times, least }] : []
  })
}
