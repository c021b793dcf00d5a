const counted = (n: number, one: string, other: string) => (n === 1 ? `1 ${one}` : `${n} ${other}`)

/** What `keys` and everything about the district's keys says on its operator's terminal. */
export const districtKeys = {
  use: `Use: keys list      [--data DIR] [--database URL] [--json]
     keys rotate    [issuer|cursor] [--alone WHY]
     keys compromise KEY [--from TIME] [--report FILE] [--alone WHY]
     keys make-master FILE
     keys seal      --master-key FILE [--old-master-key FILE]
     keys unseal    --master-key FILE
     keys replace-lost --alone WHY
  All but list want the district stopped, and take --data DIR and --master-key FILE.
  Another key signs, or one is given up, once two people agreed to it in the app (Keys); with --alone without that.`,
  unknown: (f: { text: string }) => `keys knows nothing to do that is called “${f.text}”.`,
  problem: {
    damaged: (f: { file: string }) =>
      `${f.file} does not hold a key that this district knows. Put the copy of the keys folder back; a new key would make another issuer.`,
    missing: (f: { file: string }) =>
      `${f.file} is not there, and this district had it. Put the newest copy of the keys folder back. If there is none any more: keys replace-lost.`,
    noMaster: (f: { file: string }) =>
      `${f.file} is wrapped. Give the master key: --master-key FILE, or MERITFOLIO_MASTER_KEY. Nothing was changed.`,
    otherMaster: (f: { file: string }) =>
      `${f.file} is wrapped with another master key than the one that was given. Nothing was changed.`,
    masterAbsent: (f: { where: string }) => `The master key ${f.where} is not there to be read.`,
    masterNoKey: (f: { where: string }) =>
      `${f.where} holds no master key: 32 bytes, as base64 or as 64 signs of hex. keys make-master makes one.`,
  },
  inUse: (f: { folder: string }) =>
    `${f.folder} is in use: stop the district first. The change counts from its next start.`,
  open: (f: { folder: string }) =>
    `Its keys lie unwrapped in ${f.folder}: whoever copies that folder can sign as this district. keys seal wraps them.`,
  list: {
    signsAs: (f: { did: string }) => `Signs as ${f.did}`,
    neverStarted: 'It was not started since it keeps a list of its keys: start it once.',
    state: {
      active: 'signs',
      retired: 'retired',
      compromised: 'given up',
    },
    made: (f: { day: string }) => `made ${f.day}`,
    madeBefore: 'made before keys were listed',
    retired: (f: { day: string }) => `retired ${f.day}`,
    compromised: (f: { time: string }) =>
      `not trusted, since someone else may have it from ${f.time} on`,
    signed: (f: { badges: number; lists: number }) =>
      `on ${counted(f.badges, 'badge', 'badges')} and ${counted(f.lists, 'status list', 'status lists')} as they stand now`,
    sealed: 'wrapped',
    plain: 'unwrapped',
    gone: 'secret destroyed',
    trust: (f: { key: string; lies: string }) =>
      `trust  ${f.key} · ${f.lies} · signs trust lists and the log. Every computer holds on to it, so it is not changed.`,
    cursor: (f: { n: number; lies: string }) =>
      `cursor ${f.n} · ${f.lies} · places of computers in the log`,
    pseudonym: (f: { lies: string }) =>
      `pseudonym · ${f.lies} · the names of people in badges. Another one would give everybody another name.`,
    unread: (f: { why: string }) => `What they signed can’t be counted: ${f.why}`,
  },
  grounds: {
    agreed: (f: { time: string; reason: string }) =>
      `Two people agreed to this in the app, the second at ${f.time}: “${f.reason}”`,
    nobodyAgreed: `Nobody agreed to this, so nothing was changed. In the app, under Keys, one officer or administrator asks for it and another agrees; then run this again within seven days.
If there is only one of them, or nobody can open the app, and it can’t wait: --alone "why". Every officer and administrator is then told that it was done alone, and the log keeps it.`,
    lost: 'Nobody can be asked while the district can’t start. Say why there is no copy of the keys: --alone "why". Every officer and administrator is then told that it was done alone, and the log keeps it.',
    alone:
      'This is done by you alone. At the next start every officer and administrator is told, with your reason, and the log keeps it.',
    noReason: 'Write why this can’t wait for a second person: --alone "why", up to 2,000 signs.',
    unread: (f: { why: string }) =>
      `Whether two people agreed to this can’t be read, so nothing was changed: ${f.why}`,
  },
  rotate: {
    oneThing: 'What can be changed: issuer or cursor.',
    done: (f: { id: string; before: string }) =>
      `${f.id} signs from the next start on. ${f.before} signs nothing any more; what it signed stays good, its public half stays in the district’s document.`,
    kept: (f: { id: string }) =>
      `The secret of ${f.id} stays: it signs the status lists of badges from the time before the district had an address.`,
    destroyed: (f: { id: string }) =>
      `The secret of ${f.id} is destroyed here. Copies of the keys folder still have it: replace them.`,
    cursor:
      'Cursors are sealed with a new key from the next start on. Those sealed before are still taken.',
    didKey:
      'This district signs as a did:key, which is its key: with another one it would be another issuer, and nobody would know its badges. Give it an address (--public-url) and start it once; then keys can be changed.',
    neverStarted: 'Start the district once with this version; then its keys can be changed.',
  },
  compromise: {
    noKey: 'Which key is missing, such as key-1; keys list names them.',
    noTime: (f: { text: string }) =>
      `“${f.text}” is no time. Write --from 2026-11-24T16:00:00Z, or a day as 2026-11-24 (its beginning in UTC).`,
    not: {
      unknown: (f: { id: string }) => `There is no key ${f.id}; keys list names them.`,
      in_future: (f: { id: string }) =>
        `${f.id} can’t be given up from a time that is still to come.`,
      before_made: (f: { id: string }) =>
        `${f.id} did not exist yet at that time; keys list tells when it was made.`,
      later: (f: { id: string }) =>
        `${f.id} is given up already, from that time or an earlier one.`,
    },
    done: (f: { id: string; from: string }) =>
      `${f.id} is given up from ${f.from} on. Its secret is destroyed here.`,
    next: (f: { id: string }) =>
      `${f.id} signs from the next start on. Start the district now: it signs every badge in its record again and tells all computers and verifiers.`,
    nextSame: 'Start the district now: it tells all computers and verifiers.',
    old: `No copy of a badge that this key signed is believed any more, whatever date it bears: a thief writes any date. What is in the record gets a new signature and comes to its holder by sync; copies elsewhere have to be replaced.`,
    didKey:
      'This district signs as a did:key: with a new key it is another issuer. Verifiers elsewhere learn of it only from the new badges and the trust list.',
    signed: (f: { all: number; since: number }) =>
      `It signed ${counted(f.all, 'badge', 'badges')} in the record, ${f.since} of them since then. Look at these: were they decided by people you know?`,
    endorsed: (f: { all: number; since: number }) =>
      `It signed ${counted(f.all, 'endorsement', 'endorsements')} of what others issue, ${f.since} since then. Each gets a new signature; whoever put one into a badge needs the file anew.`,
    row: (f: { time: string; badge: string; title: string }) =>
      `  ${f.time}  ${f.badge}  ${f.title}`,
    more: (f: { n: number }) => `  and ${f.n} more: --report FILE has all of them.`,
    report: (f: { file: string }) => `All of them are in ${f.file}`,
    unread: (f: { why: string }) =>
      `The key is given up, but what it signed can’t be listed: ${f.why} Once it can: keys compromise with an earlier time, or keys list.`,
    reportThere: (f: { file: string }) => `${f.file} is there already. Name a file that is not.`,
    headings: {
      badge: 'Badge',
      title: 'Title',
      holder: 'Holder',
      state: 'State',
      signedAt: 'Signed',
      since: 'Since that time',
    },
    yes: 'yes',
    no: 'no',
  },
  seal: {
    noMaster: 'Which master key is missing: --master-key FILE. keys make-master makes one.',
    within: (f: { file: string }) =>
      `${f.file} lies in the folder that it protects, and is copied with it. Keep it elsewhere.`,
    made: (f: { file: string }) =>
      `A master key is in ${f.file}. Keep a second copy of it, apart from the district and its backups: without it no wrapped key opens again.`,
    there: (f: { file: string }) => `${f.file} is there already and was left as it is.`,
    noFile: 'Where the master key goes is missing: keys make-master FILE.',
    done: (f: { n: number }) =>
      `${counted(f.n, 'key is', 'keys are')} wrapped. Start the district with --master-key from now on. Copies of the keys folder from before are unwrapped, or wrapped with the old key: replace them.`,
    unsealed: (f: { n: number }) =>
      `${counted(f.n, 'key lies', 'keys lie')} unwrapped. Whoever copies the keys folder can sign as this district.`,
  },
  lost: {
    none: 'No key is missing.',
    not: {
      issuer: (f: { id: string }) =>
        `${f.id} is the new key that signs. What the lost one signed stays good.`,
      trust:
        'The key of trust lists and of the log is new: every computer has to join again, since it holds on to the old one, and audit verify names the seals from before as not signed.',
      cursor: 'The key of cursors is new: every computer begins anew at the start of the log.',
      pseudonym:
        'The key of people’s names in badges is new: in new badges everybody has another identifier.',
    },
  },
}
