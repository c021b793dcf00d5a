import type { Say } from '../say.ts'

/** Evidence: keeping it, finding it, looking at it. */
export const evidence = (say: Say) => ({
  title: 'Evidence',
  untitled: 'Without a title',
  kind: {
    reflection: 'Reflection',
    link: 'Link',
    pdf: 'PDF',
    picture: 'Picture',
    video: 'Video',
    sound: 'Sound',
    document: 'Document',
    slides: 'Slides',
    table: 'Table',
    text: 'Text',
    archive: 'Archive',
    file: 'File',
  },
  pages: (f: { n: number }) => say.count(f.n, { one: '1 page', other: `${say.number(f.n)} pages` }),
  list: {
    add: 'Add evidence',
    search: 'Search your evidence',
    goal: 'Goal',
    anyGoal: 'Any goal',
    count: (f: { total: number; all: number }) =>
      f.total === f.all
        ? say.count(f.all, { one: '1 piece', other: `${say.number(f.all)} pieces` })
        : `${say.number(f.total)} of ${say.number(f.all)}`,
    trash: 'Trash',
    trashTitle: 'Evidence in the trash',
    back: 'Back to your evidence',
    thisWeek: 'This week',
    lastWeek: 'Last week',
    week: (f: { monday: string }) => `Week of ${say.day(f.monday)}`,
    more: 'Show more',
    loadingMore: 'Reading more of your evidence',
    nothing: (f: { words: readonly string[] }) =>
      `Nothing says ${say.list(f.words.map(word => `“${word}”`))}.`,
    near: (f: { word: string; n: number }) =>
      `${say.count(f.n, { one: '1 piece says', other: `${say.number(f.n)} pieces say` })} “${f.word}”`,
    nothingTogether: 'No piece says all of these words together.',
    nothingForGoal: 'Nothing stands for this goal yet.',
    showAll: 'Show everything',
    claims: (f: { n: number }) =>
      say.count(f.n, { one: '1 claim', other: `${say.number(f.n)} claims` }),
    goals: (f: { n: number }) =>
      say.count(f.n, { one: '1 goal', other: `${say.number(f.n)} goals` }),
    elsewhere: 'Not on this computer yet',
    none: 'Nothing kept yet. A first piece could look like this:',
    exampleTitle: 'Exit tickets, sorted by how children reasoned',
    exampleMeta: 'Picture, 172 kB. Six children explain which fraction is bigger.',
    noneInTrash: 'Nothing is in the trash.',
    takeOut: 'Take out of the trash',
    takeOutOf: (f: { title: string }) => `Take out of the trash: ${f.title}`,
  },
  shown: {
    nobody: 'No one is shown',
    me: 'Only you',
    students: 'Students, releases held',
    adults: 'Adults, releases held',
    studentsWithout: 'Students, a release is missing',
    adultsWithout: 'Adults, a release is missing',
    unsure: 'Who is shown: not said yet',
  },
  trash: {
    move: 'Move to trash',
    since: (f: { atMs: number }) => `In the trash since ${say.dayAt(f.atMs)}.`,
    used: (f: { claims: number }) =>
      say.count(f.claims, {
        one: 'One claim uses it. What was sent stays as it was sent.',
        other: `${say.number(f.claims)} claims use it. What was sent stays as it was sent.`,
      }),
    back: (f: { title: string }) => `“${f.title}” is back in your evidence.`,
    until: (f: { atMs: number }) =>
      `You can take it out until ${say.dayAt(f.atMs)}; then it is deleted for good.`,
    untilShort: (f: { atMs: number }) => `Until ${say.dayAt(f.atMs)}`,
    due: 'Its thirty days are over: it is deleted for good within days.',
    dueShort: 'Deleted within days',
    held: 'What was sent with a claim can’t be deleted: it stays to be seen for as long as your record is kept. So this stays in the trash. Sent with:',
    heldShort: (f: { claims: readonly string[] }) =>
      `Stays: sent with ${say.list(f.claims.map(title => `“${title}”`))}`,
    delete: 'Delete now',
    deleteOf: (f: { title: string }) => `Delete now: ${f.title}`,
    sure: 'Delete it for good? This can’t be undone. Backups made before hold it until newer ones take their place.',
    sureJoined:
      'It goes from your other computers and from the district as well. Copies of the district that its operator keeps elsewhere hold it for as long as they are kept.',
    yes: 'Delete for good',
    no: 'Leave it in the trash',
    deleted: (f: { title: string }) => `“${f.title}” is deleted for good.`,
    deletedHere: (f: { title: string }) =>
      `“${f.title}” is deleted for good. If it had a file, that goes from this computer once the district has heard of it.`,
    goneTitle: 'Deleted evidence',
    gone: (f: { atMs: number }) =>
      `This was deleted for good on ${say.dayAt(f.atMs)}. Nothing of it is left here.`,
    goneHere: (f: { atMs: number }) =>
      `This was deleted for good on ${say.dayAt(f.atMs)}. If it had a file, that stays on this computer until the district has heard of it.`,
    backToTrash: 'Back to the trash',
  },
  add: {
    title: 'Add evidence',
    lead: 'Kept first, questions after. Files stay on this computer until you say who is shown.',
    forSlot: (f: { slot: string; claim: string }) =>
      `What you keep here goes into “${f.slot}” of “${f.claim}”.`,
    backToClaim: (f: { claim: string }) => `Back to “${f.claim}”`,
    drop: 'Drop files or a folder here',
    dropMore: 'or press to choose; pasting works too',
    choose: 'Choose files',
    write: 'Write a reflection',
    link: 'Keep a link',
    keeping: (f: { n: number; of: number; name: string }) =>
      f.of === 1
        ? `Keeping ${f.name}`
        : `Keeping ${say.number(f.n)} of ${say.number(f.of)}: ${f.name}`,
    stop: 'Stop',
    list: 'Kept just now',
    leftOut: (f: { n: number; max: number }) =>
      `${say.count(f.n, { one: '1 file was', other: `${say.number(f.n)} files were` })} left out: at most ${say.number(f.max)} at a time.`,
    leftOutNext: 'Drop the others once these are kept.',
    unreadable: 'The folder could not be read.',
    unreadableNext: 'Open it and drop its files.',
    waiting: 'Waits its turn',
    kept: 'Kept',
    again: (f: { atMs: number }) => `You kept this on ${say.dayAt(f.atMs)}`,
    againInTrash: (f: { atMs: number }) =>
      `You kept this on ${say.dayAt(f.atMs)}; it is in the trash`,
    stopped: 'Not kept: you stopped it',
    goOn: (f: { n: number }) =>
      say.count(f.n, {
        one: 'Keep the one that was stopped',
        other: `Keep the ${say.number(f.n)} that were stopped`,
      }),
    inSlot: (f: { slot: string }) => `In “${f.slot}”`,
    notInSlot: (f: { said: string }) => `Kept, but not in the claim: ${f.said}`,
    slotFull: (f: { most: number }) =>
      say.count(f.most, {
        one: 'it takes one piece there, and has it.',
        other: `it takes ${say.number(f.most)} pieces there, and has them.`,
      }),
    open: 'Open',
    openOf: (f: { title: string }) => `Open: ${f.title}`,
    askAbout: (f: { title: string }) => `Answer the questions about: ${f.title}`,
    all: (f: { kept: number; refused: number }) =>
      f.refused === 0
        ? `${say.count(f.kept, { one: '1 piece is kept', other: `${say.number(f.kept)} pieces are kept` })}.`
        : `${say.count(f.kept, { one: '1 piece is kept', other: `${say.number(f.kept)} pieces are kept` })}, ${say.number(f.refused)} not.`,
    reflection: 'Your reflection',
    reflectionHint: 'It is kept at each stroke.',
    linkLabel: 'Address of the page or film',
    linkHint: 'It must begin with https. Only the address is kept, not the page.',
    linkKeep: 'Keep the link',
    linkWrong: {
      empty: 'Paste the address first.',
      not_https: 'Only addresses that begin with https are kept.',
      not_a_link: 'This is not an address. It looks like https://video.example/lesson',
      long: 'This address is too long to keep.',
    },
  },
  ask: {
    margin: 'About this evidence',
    title: 'Kept. Three short questions.',
    titleOpen: 'Three short questions',
    titleLater: 'About this evidence',
    note: 'They can wait.',
    noteFile: 'They can wait. Until the second is answered the file stays on this computer.',
    none: 'Three short questions come here once something is kept. They can wait.',
    what: 'What is it?',
    titleLabel: 'Title',
    noteLabel: 'What it shows, in your words',
    happened: 'When it happened',
    who: 'Who can be seen or heard?',
    choice: {
      nobody: 'No one',
      me: 'Only me',
      students: 'Students',
      adults: 'Adults',
      unsure: 'Not sure yet',
    },
    released: 'I hold a signed release for everyone who is shown.',
    whichGoal: 'Which goal?',
    noGoal: 'You have no goal of your own yet.',
    toPlan: 'Go to your plan',
    competencies: 'Which competencies?',
    noCompetency: 'None yet.',
    chooseCompetency: 'Choose',
    untie: 'Untie',
    untieOf: (f: { code: string }) => `Untie ${f.code}`,
    sameForAll: (f: { n: number }) =>
      say.count(f.n, {
        one: 'The same answers for the other one',
        other: `The same answers for the other ${say.number(f.n)}`,
      }),
    sameDone: (f: { n: number }) =>
      `${say.count(f.n, { one: '1 other piece has', other: `${say.number(f.n)} other pieces have` })} the same answers now.`,
  },
  piece: {
    kept: (f: { atMs: number }) => `kept ${say.dayAt(f.atMs)}`,
    download: 'Download original',
    openLink: 'Open the page',
    linkHost: (f: { host: string }) => `A page at ${f.host}`,
    linkNote: 'It opens in your browser. What is there may have changed since.',
    notHere: (f: { size: string }) =>
      `This file is on your other computer or in the district record. ${f.size}.`,
    fetch: 'Fetch it',
    reflection: 'The reflection',
    pointed: (f: { page: number }) => `page ${say.number(f.page)}`,
    goTo: (f: { place: string }) => `Go to ${f.place}`,
    pointedAt: 'Pointed at',
    goals: 'Goals',
    usedIn: 'Used in',
    usedNowhere: 'No claim yet',
    noGoals: 'None yet',
    fingerprint: 'Fingerprint',
    same: 'Same as when it was kept',
    happened: 'Happened',
  },
})
