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
