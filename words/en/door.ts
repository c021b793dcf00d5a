import type { DoorErrorCode } from '../../contract/device/door.ts'
import type { Say } from '../say.ts'

type Facts = Readonly<Record<string, string | number>>
type Sentences = {
  readonly [C in DoorErrorCode]: { readonly said: (facts: Facts) => string; readonly next: string }
}

/** What this computer itself could not do: what, and what next. */
export const door = (say: Say): Sentences => {
  const name = (f: Facts) => (f['name'] === undefined ? 'The file' : `“${f['name']}”`)
  const size = (f: Facts, fact: string) => say.size(Number(f[fact] ?? 0))
  return {
    no_secret: {
      said: () => 'This window lost its key.',
      next: 'Open Meritfolio again from its icon or its start command.',
    },
    link_used: {
      said: () => 'This start link was used already.',
      next: 'Start Meritfolio again; it prints a new one.',
    },
    malformed: { said: () => 'The request was not understood.', next: 'Try again.' },
    too_large: {
      said: f =>
        `That is too large${f['bytesMax'] === undefined ? '' : `; at most ${size(f, 'bytesMax')}`}.`,
      next: 'Choose something smaller.',
    },
    not_found: { said: () => 'There is nothing here.', next: 'Back to Today.' },
    read_only: {
      said: () => 'The records on this computer are damaged; nothing can be changed.',
      next: 'Nothing was overwritten. Settings, This device, says how to go on.',
    },
    disk_full: {
      said: f =>
        f['neededBytes'] === undefined
          ? 'There is no room left on this computer.'
          : `Needs ${size(f, 'neededBytes')}; ${size(f, 'freeBytes')} free for files.`,
      next: 'Make room and try again. Nothing that was kept is lost.',
    },
    folder_read_only: {
      said: () => 'Meritfolio may not write to its folder.',
      next: 'Give it the right to write there, or start it with another folder.',
    },
    newer: {
      said: () => 'A newer Meritfolio keeps these records; this one can’t read them.',
      next: 'Start the newer one. Nothing was changed.',
    },
    file_vanished: {
      said: f => `${name(f)} went away while it was being kept.`,
      next: 'Choose it again. Nothing half was kept.',
    },
    file_changed: {
      said: f => `${name(f)} changed while it was being kept.`,
      next: 'Wait until it is saved elsewhere, then choose it again.',
    },
    file_empty: {
      said: f => `${name(f)} has nothing in it (0 bytes).`,
      next: 'Open it in its program and save it again.',
    },
    file_too_large: {
      said: f => `${name(f)} is larger than ${size(f, 'bytesMax')}.`,
      next: 'Cut it, or keep the part that shows it.',
    },
    unreachable: {
      said: f => `Nothing answers at ${f['address'] ?? 'that address'}.`,
      next: 'Check the spelling, or start on this computer and join later.',
    },
    nonsense: {
      said: f => `What answers at ${f['address'] ?? 'that address'} is not a district record.`,
      next: 'Check the address with your district.',
    },
    invitation_unknown: {
      said: () => 'The district does not know this invitation code.',
      next: 'Check each sign, or ask for a new one.',
    },
    invitation_used: {
      said: () => 'This invitation code was used already.',
      next: 'Each code works once. Ask for a new one.',
    },
    invitation_expired: {
      said: () => 'This invitation code is too old.',
      next: 'Ask your district for a new one.',
    },
    sign_in_wrong: {
      said: () => 'That name and that password do not go together.',
      next: 'Look for a wrong letter or Caps Lock. If the password is forgotten, an administrator gives you a code.',
    },
    one_time_code_needed: {
      said: () => 'The district asks for a one-time code too.',
      next: 'Open the app on your phone that makes them, or take one of your spare codes.',
    },
    one_time_code_wrong: {
      said: () => 'That code is wrong, or was used already.',
      next: 'Wait for the next one; each works once. Check that the clock of your phone is right.',
    },
    second_step_needed: {
      said: () =>
        'With your role a password alone is not enough, and no one-time codes are set up yet.',
      next: 'Come in with an invitation. On that computer, set codes up in Settings, District.',
    },
    name_taken: {
      said: () => 'Somebody in your district has that sign-in name already.',
      next: 'Choose another, for example with your last name.',
    },
    password_short: {
      said: f => `The password is shorter than ${f['charsMin'] ?? 12} signs.`,
      next: 'Four words in a row are long enough, and easy to keep in mind.',
    },
    password_common: {
      said: () => 'That password is among the first that anybody would try.',
      next: 'Take four words that don’t belong together.',
    },
    too_many_tries: {
      said: () => 'Too many wrong tries.',
      next: 'Wait a while (15 minutes for a password, an hour for an invitation), then try again.',
    },
    waits: {
      said: f =>
        typeof f['until'] === 'number'
          ? `This computer waits for your yes, until ${say.dayAt(f['until'])}, ${say.time(f['until'])} at the latest.`
          : 'This computer waits for your yes.',
      next: 'Say yes in Settings, District on a computer of yours that is in already.',
    },
    other_person: {
      said: () => 'What is on this computer belongs to another person of the district.',
      next: 'Use an invitation for that person. If this computer is yours from now on, begin anew on it: what is here is put aside. Nothing was changed.',
    },
    other_district: {
      said: f =>
        `At ${f['address'] ?? 'that address'} is another district than the one this computer was in.`,
      next: 'Check the address. Nothing was changed.',
    },
    not_shown: {
      said: f =>
        `What answers at ${f['address'] ?? 'that address'} could not show that it is your district.`,
      next: 'Nothing was changed, and nothing of yours went there. If the address is right, your district’s office has to start its record with that address and by its own key.',
    },
    waiting_not_one: {
      said: () => 'That is not a file of what waited on a computer of yours.',
      next: 'It is called meritfolio-waiting.json and comes from Settings, on the other computer.',
    },
    waiting_unsigned: {
      said: () =>
        'No computer of yours has signed that file as it is, so nobody can know what is in it.',
      next: 'Save it again on the other computer, or let that computer join again.',
    },
    waiting_of_another: {
      said: () => 'That file holds what another person did.',
      next: 'Only their own computer can read it in. Nothing was taken in here.',
    },
    waiting_elsewhere: {
      said: () => 'That file is of another district, or of a computer that is in none.',
      next: 'Read it in on a computer that is in that district.',
    },
    waiting_newer: {
      said: () => 'That file is of a newer Meritfolio.',
      next: 'Install the newer version here, then read it again.',
    },
    not_allowed: {
      said: () => 'This needs a district, or a role that you don’t have.',
      next: 'Join your district first; nothing you wrote is lost.',
    },
    device_revoked: {
      said: () => 'The district no longer accepts this computer.',
      next: 'Everything is still here. Settings, District lets it join again; what waits goes then.',
    },
    clock: {
      said: f =>
        `The clock of this computer is off by ${say.age(Math.abs(Number(f['skewMs'] ?? 0)))}.`,
      next: 'Set the clock; what you did keeps its order.',
    },
    upgrade: {
      said: () => 'The district asks for a newer Meritfolio.',
      next: 'Install the newer version. Everything waits here.',
    },
    demo_failed: {
      said: () => 'The demo district did not start.',
      next: 'Close other programs and try again, or work on this computer.',
    },
    locked: {
      said: () => 'The records on this computer are locked.',
      next: 'Open the lock first.',
    },
    someone_else: {
      said: () => 'Another window changed to someone else.',
      next: 'This window begins anew; what you typed waits in it.',
    },
    wrong_word: {
      said: () => 'That is neither the passphrase nor the recovery code.',
      next: 'Look for a wrong letter or Caps Lock; the recovery code works too.',
    },
    wrong_group: {
      said: () => 'That is not the last group of the code.',
      next: 'Read the four signs at the end of the code you wrote down.',
    },
    passphrase_short: {
      said: f => `The passphrase is shorter than ${f['charsMin'] ?? 12} signs.`,
      next: 'Four words in a row are long enough, and easy to keep in mind.',
    },
    passphrase_common: {
      said: () => 'That passphrase is among the first that anybody would try.',
      next: 'Take four words that don’t belong together.',
    },
    keychain_refused: {
      said: () => 'This computer’s keychain did not take the key. Nothing was locked.',
      next: 'Choose a passphrase instead.',
    },
    key_lost: {
      said: () => 'The key by which the district knows this computer can’t be read.',
      next: 'Join again in Settings, District: it gets a new key, and what waits goes then.',
    },
    not_moved: {
      said: () =>
        'Something in Meritfolio’s folder could not be moved, or not be opened afterwards.',
      next: 'Close whatever else has a file of it open, then try again. Everything is where it was.',
    },
    gone_already: {
      said: () => 'That is on its way or has gone already, so it can’t be undone here.',
      next: 'Open it to see what can still be done.',
    },
    needed_since: {
      said: () => 'Something you did since stands on it.',
      next: 'Undo that first, then this.',
    },
    lists_full: {
      said: f => `This computer keeps ${say.number(Number(f['max'] ?? 0))} lists at most.`,
      next: 'Forget one you no longer need, then drop this again.',
    },
    program_gone: {
      said: () => 'The program on this computer does not answer.',
      next: 'It may be starting again; start Meritfolio if not. What was saved is safe.',
    },
    internal: {
      said: () => 'Something in Meritfolio itself went wrong.',
      next: 'Try again. What was saved is safe.',
    },
  }
}
