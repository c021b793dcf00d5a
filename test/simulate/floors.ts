/**
 * How often each of these must happen in a thousand runs at least, of what happens in all of them: a run that never comes to
 * the end of the loop checks nothing.
 */
export const floors: Readonly<Record<string, number>> = {
  'claim submitted': 10,
  'claim in_review': 10,
  'claim earned': 10,
  'claim withdrawn': 60,
  'review reading': 300,
  'review finalised': 10,
  'review returned': 60,
  'badge approved': 200,
  'badge signed': 200,
  'badge revoked': 200,
  'decided alike': 2_000,
  'push wait': 5,
  'push refused': 200,
  'taken back': 10,
  'files kept': 150,
  'disk full': 5,
  'resync epoch': 5,
  'fault computer killed': 100,
  'fault district killed': 100,
  'fault district killed at start': 10,
  'fault district restored': 5,
  'fault copy put back': 5,
  'fault folder copied to another computer': 10,
  'fault computer ended': 10,
  'fault clock': 100,
  'fault role changed': 30,
  'fault file damaged': 10,
  'net lost': 500,
  'net cut': 300,
  'net twice': 500,
  'net answer lost': 500,
  'net answer cut': 150,
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
