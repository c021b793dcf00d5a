import type { HealthCode } from '../../core/health/finding.ts'
import type { Say } from '../say.ts'

/** What a sentence may say of a finding. */
export type HealthFacts = Readonly<Record<string, string | number>>

const n = (facts: HealthFacts, name: string): number => Number(facts[name] ?? 0)
const t = (facts: HealthFacts, name: string): string => String(facts[name] ?? '')

/** The district's own work, as it is called where it waits. */
const works: Readonly<Record<string, string>> = {
  precheck: 'to check a claim that came in',
  sign: 'to sign a badge that was approved',
  revoke: 'to publish that a badge holds no more, or holds again',
  seat: 'to bring claims to the school where their person works now',
  'carry-out': 'to carry out what two officers decided',
  'count-erasure': 'to count what erasing a record comes to',
  'delete-evidence': 'to let the files of deleted evidence go',
  endorse: 'to look at an endorsement that was read in',
  'sign-endorsement': 'to sign an endorsement of what others issue',
  'take-back': 'to publish that an endorsement was taken back',
  vouch: 'to sign the trust list anew',
  'let-go': 'to end the access of who has left',
  rename: 'to tell every computer its new name',
}

/** Why work waits, where disk or database said so. */
const whys: Readonly<Record<string, string>> = {
  disk_full: 'the disk is full',
  folder_read_only: 'its folder may not be written to',
  in_use: 'something else holds the database',
  unreachable: 'the database does not answer',
  not_let_in: 'the database does not let it in',
  too_many: 'the database has no connection left',
  read_only: 'the database may only be read from',
}

const because = (facts: HealthFacts): string => {
  const why = whys[t(facts, 'why')]
  return why === undefined ? '' : `: ${why}`
}

/** Why an address does not answer. */
const away: Readonly<Record<string, string>> = {
  name: 'nobody knows that name',
  refused: 'nothing listens there',
  certificate: 'its certificate is not one that can be trusted',
  slow: 'it takes too long',
  answer: 'what comes is no answer of a district',
}

/** Record health: what was found, and what to do about it. Said to administrators on a screen and to operators on a terminal. */
export const health = (say: Say) => {
  const day = (facts: HealthFacts, name = 'at') => say.dayAt(n(facts, name))
  const found: Readonly<Record<HealthCode, (facts: HealthFacts) => string>> = {
    backup_none: () =>
      'No copy of the record was ever made outside of its own folder, as far as it knows.',
    backup_old: f => `The last copy of the record is ${say.age(n(f, 'ageMs'))} old, of ${day(f)}.`,
    backup_lacks: f =>
      `The last copy, of ${day(f)}, lacks ${say.count(n(f, 'lacking'), { one: 'a file', other: `${say.number(n(f, 'lacking'))} files` })} that the record names.`,
    backup_ok: f => `The last copy was made on ${day(f)}.`,
    drill_none: () => 'Nobody has tried yet to bring a copy back.',
    drill_failed: f => `A copy was tried on ${day(f)}, and it was not good.`,
    drill_old: f => `A copy was last tried ${say.age(n(f, 'ageMs'))} ago, on ${day(f)}.`,
    drill_ok: f => `A copy was brought back to try it on ${day(f)}, and it was good.`,
    restored_unsaid: f =>
      `On ${day(f)} computers knew more than the record: an older copy stood in its place, and nobody had told the district. Since then every computer sends again what it lacks.`,
    erased_copies: f =>
      `A record was erased on ${day(f)}. Copies that were made before still hold it.`,
    erased_aside: f =>
      `Databases of before a restore lie in ${t(f, 'aside')}, and hold what was erased since.`,
    waits: f =>
      `${say.count(n(f, 'count'), { one: 'One thing waits', other: `${say.number(n(f, 'count'))} things wait` })} for the district ${works[t(f, 'work')] ?? 'to do its work'}${because(f)}.`,
    arriving_still: f =>
      `${say.count(n(f, 'count'), { one: 'A file', other: `${say.number(n(f, 'count'))} files` })} began to arrive and went no further for a day.`,
    waits_nothing: () => 'Nothing waits for the district itself.',
    waits_erasures: f =>
      `The record came back from a copy. ${say.count(n(f, 'count'), { one: 'One erasing whose days are over waits', other: `${say.number(n(f, 'count'))} erasings whose days are over wait` })} until ${day(f, 'until')}: the copy may lack that it was called off, or a hold.`,
    resign_waits: () => 'Badges of a key that was given up are being signed again.',
    lists_none: () => 'No list of revoked badges was published yet.',
    lists_ended: f =>
      `The list of revoked badges ended on ${day(f, 'until')}: verifiers can’t tell any more whether a badge still counts.`,
    lists_old: f =>
      `The list of revoked badges was signed ${say.age(n(f, 'ageMs'))} ago. It should be signed each day.`,
    lists_ok: f => `The list of revoked badges was signed on ${day(f)}.`,
    lists_unexplained: f =>
      `The published list says that ${say.count(n(f, 'count'), { one: 'one badge is', other: `${say.number(n(f, 'count'))} badges are` })} revoked, and this record does not know why: ${t(f, 'which')}.`,
    issuer_key: () =>
      'Badges are signed by a key without an address: verifiers elsewhere see a row of signs instead of the district’s site, and the key can’t be changed.',
    issuer_web: f => `Badges are signed as ${t(f, 'did')}.`,
    keys_open: () =>
      'The district’s keys lie unwrapped: whoever copies their folder can sign badges as this district.',
    keys_sealed: () => 'The district’s keys are wrapped where they lie.',
    key_old: f => `The key that signs badges is ${say.age(n(f, 'ageMs'))} old.`,
    keys_alone: f =>
      `The district’s keys were changed on ${day(f)} without a second person’s yes: “${f['why']}”`,
    audit_never: () => 'Nobody has verified yet that the log of decisions is whole.',
    audit_faults: f =>
      `On ${day(f)} the log of decisions was not what the district had written: ${say.count(n(f, 'faults'), { one: 'one fault', other: `${say.number(n(f, 'faults'))} faults` })}.`,
    audit_old: f =>
      `The log of decisions was last verified ${say.age(n(f, 'ageMs'))} ago, on ${day(f)}.`,
    audit_ok: f => `The log of decisions was verified on ${day(f)}: it is whole.`,
    disk_full: f =>
      `The disk has ${say.size(n(f, 'bytes'))} left: files are not taken any more. They wait on people’s computers.`,
    disk_low: f => `The disk has ${say.size(n(f, 'bytes'))} left.`,
    disk_ok: f => `The disk has ${say.size(n(f, 'bytes'))} left.`,
    database: f => `The record lies in ${t(f, 'database')}.`,
    unreadable: f => t(f, 'why'),
    half_restored: f => `A restore broke off. What was there before lies in ${t(f, 'aside')}.`,
    runs: () => 'The district runs.',
    stands: () => 'The district does not run now.',
    never_started: () => 'It was not started since this version.',
    reached: f => `${t(f, 'address')} answers, and is this district.`,
    not_reached: f =>
      `${t(f, 'address')} does not answer: ${away[t(f, 'why')] ?? 'the connection broke off'}.`,
    other_reached: f => `${t(f, 'address')} answers, but it is not this district.`,
    keys_elsewhere: f =>
      `${t(f, 'address')} tells other keys than this district has: verifiers trust none of its badges.`,
    http_only: f => `Computers elsewhere would reach it at ${t(f, 'address')} without encryption.`,
    proxy_unsaid: () =>
      'It has a public address, but was not told that a proxy stands before it: then all computers count as one, and share one limit.',
    clock_behind: f =>
      `This computer’s clock is ${say.age(n(f, 'behindMs'))} behind what the district has already signed.`,
    zone: f => `Its days are those of ${t(f, 'zone')}.`,
    node_old: f => `Node.js ${t(f, 'version')} gets no more repairs for security.`,
    may_be_read: f => `Other users of this computer may read ${t(f, 'file')}.`,
    keys_wrong: f => t(f, 'why'),
    postgres_old: f =>
      `PostgreSQL ${t(f, 'version')} is older than what this program is tried with.`,
    postgres_plain: f => `The connection to the database on ${t(f, 'host')} is not encrypted.`,
  }
  const next: Readonly<Partial<Record<HealthCode, string>>> = {
    backup_none:
      'Whoever runs the server: backup --to FOLDER, each day, onto another disk; on PostgreSQL its own tools, then backup --noted.',
    backup_old: 'Whoever runs the server: backup --to FOLDER, and see why it stopped.',
    backup_lacks:
      'Whoever runs the server: backup names them. Their owners’ computers may have them still.',
    drill_none: 'Whoever runs the server: restore --try --from COPY. It touches nothing.',
    drill_failed: 'Whoever runs the server: restore --try with an older copy, then a fresh backup.',
    drill_old: 'Whoever runs the server: restore --try --from COPY, once a term.',
    restored_unsaid:
      'Whoever runs the server: find out who put it back. Start the district anew once: then invitations and spare codes that were not used are void, and what was suspended stays so. Next time, restore or --restored.',
    erased_copies:
      'Whoever keeps copies: destroy those from before within 35 days, also the files beside them that no later copy names. Should one be brought back meanwhile, the district erases it again by itself.',
    erased_aside: 'Whoever runs the server: once the restore has proved good, remove that folder.',
    waits:
      'It is tried again by itself. If it is still here tomorrow, whoever runs the server looks at its log.',
    waits_erasures:
      'Whoever called one off, put a hold or gave such a person a role lets that computer be in touch with the district before then. Then it is done by itself.',
    arriving_still:
      'The computer that sends it goes on by itself when it is opened with a network.',
    lists_none: 'It is made when the district starts.',
    lists_ended: 'Whoever runs the server: start it anew, and look at its log.',
    lists_old: 'Whoever runs the server: start it anew, and look at its log.',
    lists_unexplained:
      'The record came back from an older copy. Whoever revoked it may still bring the reason with their computer. Where nobody does, the credential office revokes it once more, with a reason, or issues it anew.',
    issuer_key:
      'Whoever runs the server: start it with --public-url, at an HTTPS address that lasts.',
    keys_open: 'Whoever runs the server: keys make-master, then keys seal.',
    key_old: 'Whoever runs the server: keys rotate. What was signed stays good.',
    keys_alone:
      'Ask whoever runs the server what happened. Next time one asks under Keys, and another agrees.',
    audit_never: 'Whoever runs the server: audit verify.',
    audit_faults:
      'Whoever runs the server: audit verify names what was changed. Somebody had the database in their hands: ask who.',
    audit_old: 'Whoever runs the server: audit verify, once a month.',
    disk_full: 'Whoever runs the server: make room on its disk.',
    disk_low: 'Whoever runs the server: make room before it is full.',
    half_restored: 'Restore it once more.',
    never_started: 'Start it once, then ask again.',
    not_reached: 'Look at its name, its certificate, and the proxy before it.',
    other_reached: 'Look at what the name leads to, or start it with its own --public-url.',
    keys_elsewhere: 'Start this district anew, or find the other one that has its name.',
    http_only:
      'Put a proxy with HTTPS in front, and start it with --public-url and --behind-proxy.',
    proxy_unsaid: 'Start it with --behind-proxy, if a proxy of yours sets X-Forwarded-For.',
    clock_behind: 'Set the clock by the network (NTP).',
    node_old: 'Install Node.js 22 or newer.',
    may_be_read: 'chmod -R go= on the folder.',
    postgres_old: 'Bring the server to PostgreSQL 14 or newer.',
    postgres_plain: 'End the address with ?sslmode=verify-full.',
  }
  return {
    title: 'Record health',
    lead: 'What keeps the record safe, and what waits.',
    notYours: 'Record health is for administrators.',
    needsDistrict: 'This computer has joined no district, so there is no record to look after.',
    again: 'Ask again',
    asked: (f: { at: number }) => `As of ${say.time(f.at)}`,
    asking: 'The district is asked.',
    old: 'This district is of an older version and can’t tell. Its operator installs the newer one.',
    state: { ok: 'Good', look: 'Worth a look', mend: 'To be mended' },
    summary: (f: { mend: number; look: number }) => {
      const look = say.count(f.look, {
        one: 'One thing is worth a look.',
        other: `${say.number(f.look)} things are worth a look.`,
      })
      const mend = say.count(f.mend, {
        one: 'One thing has to be mended.',
        other: `${say.number(f.mend)} things have to be mended.`,
      })
      if (f.mend === 0) return f.look === 0 ? 'All is well.' : look
      return f.look === 0 ? mend : `${mend} ${look}`
    },
    groups: {
      back: 'What would bring it back',
      waiting: 'What waits',
      badges: 'What badges rest on',
      truth: 'Whether it is what was decided',
      ground: 'What it stands on',
    },
    found,
    next,
  }
}
