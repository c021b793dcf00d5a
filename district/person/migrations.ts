import type { Migration } from '../../db/open/migration.ts'

/**
 * Accounts lie in a database of their own: who may ask is no record that is synced, and a record that is restored
 * from a backup must not bring revoked devices back.
 */
export const accountMigrations: readonly Migration[] = [
  {
    number: 1,
    statements: ({ text, int, serial, strict }) => [
      `create table device (device ${text} primary key, person ${text} not null, name ${text} not null,
         public_key ${text} not null, invitation ${text} not null, joined_at ${int} not null,
         revoked_at ${int})${strict}`,
      'create index device_person on device (person)',
      // Only the hash of a code: who reads the file can't join with it.
      `create table invitation (hash ${text} primary key, person ${text} not null, made_at ${int} not null,
         expires_at ${int} not null, used_at ${int}, voided_at ${int})${strict}`,
      'create index invitation_person on invitation (person)',
      `create table miss (n ${serial}, source ${text} not null, at ${int} not null)${strict}`,
      'create index miss_at on miss (at)',
      `create table event (n ${serial}, at ${int} not null, what ${text} not null, person ${text} not null,
         device ${text}, about ${text} not null)${strict}`,
    ],
  },
  {
    number: 2,
    statements: ({ text, int, serial, strict }) => [
      // 1: of the person's own making, or of who runs the district. Those from before this are taken for another's.
      `alter table invitation add column own ${int} not null default 0`,
      // Until when only what everybody is told goes to a computer; now or earlier: it was said yes to.
      `alter table device add column waits_until ${int}`,
      // Names of computers that the register doesn't know (accounts of an older copy), whose work was brought along.
      `create table former (device ${text} primary key, person ${text} not null)${strict}`,
      // The name as it is compared; the password as argon2id writes it.
      `create table sign_in (person ${text} primary key, name ${text} not null unique, password ${text} not null,
         set_at ${int} not null)${strict}`,
      // The secret of one-time codes, sealed with a key outside of this database. Not yet confirmed: it asks nobody.
      `create table second_step (person ${text} primary key, secret ${text} not null, made_at ${int} not null,
         confirmed_at ${int}, last_step ${int} not null default 0)${strict}`,
      `create table spare_code (hash ${text} primary key, person ${text} not null, used_at ${int})${strict}`,
      'create index spare_code_person on spare_code (person)',
      // What was tried in vain: for which account (a hash of its name, also of one that is not there), from where.
      `create table sign_in_miss (n ${serial}, account ${text} not null, source ${text} not null, what ${text} not null,
         at ${int} not null)${strict}`,
      'create index sign_in_miss_at on sign_in_miss (at)',
    ],
  },
  {
    number: 3,
    // Who made it. Of those from before this it is not known.
    statements: ({ text }) => [`alter table invitation add column made_by ${text}`],
  },
  {
    number: 4,
    statements: ({ text, int }) => [
      // At which of the person's own computers a code was made.
      `alter table invitation add column made_on ${text}`,
      // Of what vouched for a computer: with whom it agrees to nothing, and until when (`let-in-by.ts`).
      `alter table device add column bound_to ${text}`,
      `alter table device add column bound_until ${int}`,
    ],
  },
]

/**
 * Used nonces lie apart, in a file that is not flushed at each request: that would make every question to the
 * district wait for the disk. A process that is killed loses none; a power cut may lose the last moments' nonces,
 * within which a request that someone had caught could be asked once more, to no other effect than the first time.
 */
export const nonceMigrations: readonly Migration[] = [
  {
    number: 1,
    statements: ({ text, int, strict }) => [
      // The newest time at which a device signed, by its own clock, never ahead of the district's (epoch s).
      `create table newest (device ${text} primary key, created ${int} not null)${strict}`,
      `create table nonce (device ${text} not null, nonce ${text} not null, created ${int} not null,
         primary key (device, nonce))${strict}`,
      'create index nonce_created on nonce (device, created)',
    ],
  },
]
