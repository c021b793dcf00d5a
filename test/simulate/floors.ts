/**
 * How often each of these must happen in a thousand runs at least, of what happens in all of them: a run that never comes to
 * the end of the loop checks nothing.
 */
export const floors: Readonly<Record<string, number>> = {
  'claim submitted': 1_000,
  'claim in_review': 1_000,
  'claim earned': 500,
  'claim withdrawn': 300,
  'claim not_yet': 100,
  'claim incomplete': 8,
  'review reading': 2_000,
  'review finalised': 900,
  'review returned': 300,
  'badge approved': 800,
  'badge signed': 800,
  'badge revoked': 350,
  'decided alike': 2_500,
  'push wait': 600,
  'push refused': 1_200,
  'taken back': 300,
  'files kept': 1_500,
  'file deleted': 20,
  'evidence withheld': 10,
  'file still named': 1_000,
  'disk full': 100,
  'resync epoch': 300,
  'fault computer killed': 450,
  'fault district killed': 400,
  'fault district killed at start': 40,
  'fault district restored': 80,
  'fault copy put back': 30,
  'fault folder copied to another computer': 50,
  'fault computer ended': 40,
  'fault clock': 280,
  'fault role changed': 40,
  'fault person moved': 40,
  'fault person moved within': 30,
  'held within schools': 400,
  'fault file damaged': 80,
  'fault days pass': 50,
  'fault hours pass': 30,
  'act erasure.agree': 60,
  'act key-change.agree': 14,
  'act called off': 2,
  'record erased': 20,
  'erasing replayed': 2,
  'role given alone': 20,
  'role given by two': 40,
  'role taken': 20,
  'person followed in a push': 50,
  'computer came back': 20,
  'file fetched': 250,
  'file not fetched: nonsense': 60,
  'file not fetched: unreachable': 180,
  'net answer flipped': 80,
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
    const half = (aThousand * runs) / 1_000 / 2
    // Few runs say little: what is rare, or comes in heaps, may hardly be among them.
    const least = Math.floor(half - 2 * Math.sqrt(half))
    const times = counts.get(what) ?? 0
    return times < least ? [{ what, times, least }] : []
  })
}
