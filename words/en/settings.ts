import type { Say } from '../say.ts'

const named = (f: { name: string | undefined }) =>
  f.name === undefined || f.name === '' ? 'a computer' : `“${f.name}”`

/** Settings: you, how it looks, this device, the district, about. */
export const settings = (say: Say) => ({
  title: 'Settings',
  parts: 'Parts of the settings',
  part: {
    you: 'You',
    look: 'Language and text',
    device: 'This device',
    district: 'District',
    about: 'About',
  },
  you: {
    name: 'Name',
    nameHint: 'Stands on your plan, your claims and what you save as a file.',
    nameMissing: 'Write a name; until then the one before stays.',
    place: 'Place',
    roles: 'Roles',
    role: {
      educator: 'educator',
      coach: 'coach',
      officer: 'credential officer',
      administrator: 'administrator',
      system: 'the district itself',
    },
    kept: {
      alone: 'You work on this computer, without a district.',
      joined: 'Your district keeps these; an administrator can change them in People and access.',
      manager: 'Your district keeps these; you can change your name yourself:',
      demo: 'One of the five people of the demo district. You can be someone else at the foot of the sidebar, or leave the demo there.',
    },
    noPlace: 'not said',
  },
  look: {
    language: 'Language',
    theme: 'Light or dark',
    themes: { system: 'As the computer', light: 'Light', dark: 'Dark' },
    textNote: 'For this window’s browser. Zooming works as well.',
    letters: 'Single letters as keys',
    lettersOn: 'On',
    lettersOff: 'Off',
    lettersNote:
      'N for a new goal, J for the next criterion and the like. Off helps if you speak to your computer; everything has a button as well.',
    kept: 'Kept at once, on this computer.',
  },
  device: {
    folder: 'Where your data is',
    folderWhat:
      'This folder holds everything: records, evidence, keys, backups. Copy it while Meritfolio is closed, and you have a copy of all of it.',
    saved: 'What is saved',
    backups:
      'A copy of the records is made each hour while Meritfolio is open; the last eight are kept.',
    filesGoing: (f: { n: number }) =>
      say.count(f.n, {
        one: '1 file is on its way to the district.',
        other: `${say.number(f.n)} files are on their way to the district.`,
      }),
    waiting: (f: { n: number }) =>
      f.n === 0
        ? 'Nothing waits to go to the district.'
        : say.count(f.n, {
            one: '1 thing waits to go to the district.',
            other: `${say.number(f.n)} things wait to go to the district.`,
          }),
    waitingAlone: 'No district: everything stays here until you join one.',
    saveFile: 'Save what waits as a file',
    savedFile: (f: { name: string }) => `Saved as ${f.name} in your downloads.`,
    fileName: 'meritfolio-waiting.json',
    readOnly: (f: { since: number | undefined }) =>
      f.since === undefined
        ? 'The records on this computer were damaged, and there is no copy. Nothing was overwritten.'
        : `The records on this computer were damaged. You see the copy of ${say.dayAt(f.since)}, ${say.time(f.since)}. Nothing was overwritten.`,
    readOnlyNext: (f: { copy: string | undefined }) =>
      f.copy === undefined
        ? 'Put a copy of the whole folder back if there is one, or ask whoever looks after this computer. Or begin anew (below, or in Settings, This device): what is here is put aside as it is.'
        : `To go on with that copy: close Meritfolio. In its folder give record.sqlite, and record.sqlite-wal where there is one, another name; then copy backups/${f.copy} to record.sqlite.`,
    skew: (f: { ms: number }) =>
      `The clock of this computer is ${say.age(Math.abs(f.ms))} ${f.ms > 0 ? 'behind' : 'ahead'}.`,
  },
  district: {
    computers: {
      title: 'Computers that sign in your name',
      one: (f: { isThis: boolean; joinedAt: number }) =>
        `${f.isThis ? 'This computer' : 'Another computer'}, joined ${say.dayAt(f.joinedAt)}, ${say.time(f.joinedAt)}.`,
      add: 'Add a computer of mine',
      isItYours: 'Is this computer yours?',
      waits: (f: { until: number }) =>
        `An administrator’s code let this computer in as you. Is it yours? Until you say so, or until ${say.dayAt(f.until)}, ${say.time(f.until)}, it is shown nothing that is yours alone.`,
      yes: 'Yes, it is mine',
      no: 'No, end its access',
      ended: (f: { at: number }) => `Its access ended ${say.dayAt(f.at)}.`,
      end: 'End its access',
      endSure:
        'It is told nothing more and can send nothing. What is on it stays on it; with a new invitation it can join again.',
      keep: 'Leave it',
      endOf: (f: { name: string | undefined; joinedAt: number }) =>
        `End its access: ${named(f)}, joined ${say.dayAt(f.joinedAt)}, ${say.time(f.joinedAt)}`,
      rename: 'Change its name',
      renameOf: (f: { name: string | undefined; joinedAt: number }) =>
        `Change its name: ${named(f)}, joined ${say.dayAt(f.joinedAt)}, ${say.time(f.joinedAt)}`,
      name: 'Name of the computer',
      nameHint: 'You read it, and whoever manages computers in your district.',
      nameMissing: 'Write a name; until then the one before stays.',
      callsItself: (f: { name: string }) => `It calls itself “${f.name}”.`,
      unknown:
        'If you don’t know one of them, tell your administrator: somebody may be signing as you.',
      other: 'Your district now says another key for one of these computers than it said before.',
      otherNext: 'Tell your administrator. What you sign yourself still carries your own key.',
    },
    log: {
      title: 'The district’s log of decisions',
      held: (f: { n: number; atMs: number }) =>
        `${say.count(f.n, { one: '1 entry', other: `${say.number(f.n)} entries` })}, signed by the district ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}. This computer holds its seal:`,
      what: 'Whoever changes or removes an entry later can’t make this seal fit again. The district’s administrator can check it.',
      before: (f: { atMs: number }) =>
        `The district came back from a backup: it told this computer so ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}. The seal before that:`,
      doubt: {
        shorter: (f: { atMs: number }) =>
          `Since ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}, the log lacks entries that this computer has seen.`,
        rewritten: (f: { atMs: number }) =>
          `Since ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}, other entries stand in the log than this computer has seen.`,
        unsigned: (f: { atMs: number }) =>
          `Since ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}, the log comes without the district’s own signature.`,
      },
      doubtNext:
        'Your own work is not touched. Tell your administrator, with any seal above: it shows what the log said.',
    },
    joined: (f: { district: string }) => `You are in ${f.district}.`,
    address: 'Address',
    lastInRecord: 'All of it last in the record',
    never: 'not yet',
    at: (f: { atMs: number }) => `${say.dayAt(f.atMs)}, ${say.time(f.atMs)}`,
    askNow: 'Send and fetch now',
    asked: 'Asked.',
    refused: (f: { n: number }) =>
      say.count(f.n, {
        one: 'The district did not take 1 thing. Today says why.',
        other: `The district did not take ${say.number(f.n)} things. Today says why.`,
      }),
    seeWhy: 'See why',
    held: (f: { n: number }) =>
      say.count(f.n, {
        one: 'The district no longer has 1 thing that is here. It stays until you let it go.',
        other: `The district no longer has ${say.number(f.n)} things that are here. They stay until you let them go.`,
      }),
    room: {
      title: 'Your files in the district',
      used: (f: { usedBytes: number; bytesMax: number; files: number }) =>
        `${say.count(f.files, { one: '1 file', other: `${say.number(f.files)} files` })}, ${say.size(f.usedBytes)} of the ${say.size(f.bytesMax)} that the district keeps for you. What you handed over in a claim counts.`,
      lacking: (f: { n: number }) =>
        say.count(f.n, {
          one: '1 file of yours has no room left in the district. It is safe on this computer; a claim that brings it waits for it.',
          other: `${say.number(f.n)} files of yours have no room left in the district. They are safe on this computer; a claim that brings one of them waits for it.`,
        }),
      next: 'Put evidence that you no longer need in the trash, and choose “Delete now” there: the district lets go of it at once. Left in the trash, it goes by itself after thirty days and about three more. If that is not enough, ask your administrator for more room. Everything else goes on.',
    },
    copy: {
      title: 'This computer’s copy of the record',
      whole:
        'It is compared with the district’s each time something comes, and read through once a day.',
      mended: (f: { n: number; atMs: number }) =>
        `${say.count(f.n, { one: 'Once a part of it', other: `${say.number(f.n)} times a part of it` })} was not what the district has, and was fetched anew; last ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}. Your own work was not touched.`,
      differing: (f: { n: number }) =>
        say.count(f.n, {
          one: 'A part of it is not what the district has, although it was fetched anew. It is kept as it is.',
          other: `${say.number(f.n)} parts of it are not what the district has, although they were fetched anew. They are kept as they are.`,
        }),
      differingNext:
        'We try again, less often. If this stays, tell your administrator: the district’s own count may be wrong.',
    },
    later: (f: { n: number }) =>
      say.count(f.n, {
        one: 'The district does not take 1 thing you did yet. It may rest on work that another computer has to bring again after the district came back from a backup. It is kept here, we ask again every minute, and you are told if it can’t be taken.',
        other: `The district does not take ${say.number(f.n)} things you did yet. They may rest on work that another computer has to bring again after the district came back from a backup. They are kept here, we ask again every minute, and you are told if they can’t be taken.`,
      }),
    ahead: (f: { n: number }) =>
      say.count(f.n, {
        one: 'Your district’s record is older than this Meritfolio and does not know 1 thing you did. It is kept here and goes when the district is updated.',
        other: `Your district’s record is older than this Meritfolio and does not know ${say.number(f.n)} things you did. They are kept here and go when the district is updated.`,
      }),
    letGo: 'Let them go from this computer',
    letGoAsked: 'They go with the next fetch.',
    joinTitle: 'Join my district',
    joinWhat: 'What you made here comes along, and stays yours. Nothing is lost.',
    demo: 'The demo district runs on this computer, as a program of its own. Nothing leaves it.',
    leaveDemo:
      'You are in the demo. Leave it to join your district or to work on your own. What you tried here stays in the demo, and you can come back to it.',
    tryDemo: {
      title: 'The demo district',
      what: 'Five invented people and their work, beside yours: nothing of one gets into the other. At the sidebar’s foot you leave it again.',
      open: 'Open the demo',
    },
    away: {
      network: 'It can’t be reached at the moment. Everything waits here.',
      nonsense: 'It answers in a way we do not understand. Trying again.',
      revoked:
        'It no longer accepts this computer, and tells it nothing more. Everything is still here, and nothing of it is lost.',
      clock: 'This computer’s clock is off, so the district can’t trust its dates. Set the clock.',
      upgrade: 'It asks for a newer Meritfolio. Everything waits here.',
      key: 'The key by which it knows this computer can’t be read. Everything is still here, and nothing of it is lost.',
    },
    elsewhere: {
      begin: 'The district has another address',
      away: 'If your district has moved, enter its new address here; what waits goes there then.',
      what: 'We ask there first. Only your own district can answer by the key that this computer knows; until it has, nothing of yours goes there.',
      address: 'New address of the district',
      hint: 'As your district’s office says it, for example record.alder.example',
      missing: 'Write the address first.',
      go: 'Ask there, and go there',
      asking: (f: { address: string }) => `Asking ${f.address}…`,
      done: (f: { address: string }) =>
        `It is your district. This computer asks it at ${f.address} from now on, and what waits goes there.`,
      silent: 'Check the spelling, and whether there is a network. Nothing was changed.',
      notOne: 'Check the address with your district’s office. Nothing was changed.',
      leave: 'Leave it as it is',
    },
    again: {
      title: 'Join again',
      what: 'With a new invitation, or with your sign-in, this computer goes on where it was, under a new key. What waits here goes to the district then, each thing once.',
      done: 'This computer is in the district again.',
    },
    waits: {
      title: 'This computer waits for your yes',
      what: (f: { until: number }) =>
        `An administrator’s code let it in, so what is yours alone stays away from it until one of your other computers says yes, or until ${say.dayAt(f.until)}, ${say.time(f.until)}. What you do here stays here until then, and goes by itself afterwards.`,
    },
    signIn: {
      title: 'Your sign-in',
      what: 'With a name and a password you can come in from a new computer without an invitation. They are kept by the district; this computer does not need them.',
      reset: (f: { at: number }) =>
        `An administrator took your sign-in away ${say.dayAt(f.at)}, ${say.time(f.at)}, and got a code for you. If you did not ask for that, look at your computers above.`,
      none: 'You have none yet.',
      is: (f: { name: string; at: number }) =>
        `Your sign-in name is ${f.name}. Set ${say.dayAt(f.at)}.`,
      choose: 'Choose a name and a password',
      change: 'Change name or password',
      remove: 'Remove them',
      form: {
        title: 'Name and password',
        name: 'Sign-in name',
        nameHint: 'Capitals don’t matter. Your e-mail address is fine; nothing is sent to it.',
        nameMissing: 'Write a name first.',
        password: 'Password',
        newPassword: 'New password',
        passwordHint: 'At least 12 signs. Four words that don’t belong together are good.',
        passwordMissing: 'Write a password.',
        current: 'Your password as it is now',
        currentMissing: 'Write your password as it is now.',
        save: 'Keep them',
        saving: 'The district keeps them',
        cancel: 'Not now',
        removeTitle: 'Remove name and password',
        removeWhat: 'A new computer then needs an invitation. Computers that are in stay in.',
        removeNow: 'Remove them',
      },
      codes: {
        title: 'One-time codes',
        what: 'An app on your phone makes a new code every 30 seconds. Whoever learns your password can’t come in without it.',
        needed: 'With your role they are needed: without them a password lets nobody in.',
        on: (f: { left: number }) =>
          `They are on. ${say.count(f.left, { one: '1 spare code is left.', other: `${say.number(f.left)} spare codes are left.` })}`,
        off: 'They are off.',
        begin: 'Set them up',
        newSpare: 'Make new spare codes',
        end: 'Turn them off',
        scan: 'In the app on your phone, add an account and point the camera here.',
        picture: 'Picture for the app on your phone; the same stands below as text',
        orType: 'Or type this key into the app (six digits, every 30 seconds):',
        code: 'Code',
        codeHint: 'The six digits that the app shows now.',
        codeOrSpare: 'The six digits that the app shows now, or a spare code.',
        codeMissing: 'Write the code first.',
        verb: {
          'confirm-codes': 'Turn them on',
          'new-spare': 'Make new spare codes',
          'end-codes': 'Turn them off',
        },
        spareTitle: 'Your spare codes',
        spareWhat: (f: { n: number }) =>
          `These ${say.number(f.n)} are shown only now. Each lets you in once, on a day without your phone. Print them or copy them to a safe place; earlier ones no longer count.`,
        copy: 'Copy them',
        copied: 'Copied.',
        copyFailed: 'The browser did not allow copying. Select them and copy them yourself.',
        kept: 'I have kept them',
      },
    },
    readBack: {
      title: 'Read in what waited on another computer',
      what: 'If a computer of yours was sent away and you saved what waited there as a file, read the file in here. Everything in it comes into the record once, even if that computer joins again later.',
      choose: 'Choose the file',
      holds: (f: { n: number; savedAt: number }) =>
        `${say.count(f.n, { one: '1 thing', other: `${say.number(f.n)} things` })} that you did on another computer, saved ${say.dayAt(f.savedAt)}, ${say.time(f.savedAt)}:`,
      group: {
        plan: (f: { n: number }) =>
          say.count(f.n, { one: '1 in your plan', other: `${say.number(f.n)} in your plan` }),
        evidence: (f: { n: number }) =>
          say.count(f.n, { one: '1 about evidence', other: `${say.number(f.n)} about evidence` }),
        claim: (f: { n: number }) =>
          say.count(f.n, { one: '1 in your claims', other: `${say.number(f.n)} in your claims` }),
        review: (f: { n: number }) =>
          say.count(f.n, {
            one: '1 in your readings',
            other: `${say.number(f.n)} in your readings`,
          }),
        office: (f: { n: number }) =>
          say.count(f.n, {
            one: '1 for the office: badges, people, the district',
            other: `${say.number(f.n)} for the office: badges, people, the district`,
          }),
        other: (f: { n: number }) =>
          say.count(f.n, { one: '1 of another kind', other: `${say.number(f.n)} of other kinds` }),
      },
      known: (f: { n: number }) =>
        say.count(f.n, {
          one: '1 of them is here already.',
          other: `${say.number(f.n)} of them are here already.`,
        }),
      refused: (f: { n: number }) =>
        say.count(f.n, {
          one: 'The district did not take 1 of them there. Today will show it, with the reason.',
          other: `The district did not take ${say.number(f.n)} of them there. Today will show them, with the reasons.`,
        }),
      files: (f: { n: number }) =>
        say.count(f.n, {
          one: 'The file of 1 piece of evidence is not in it. It is on that computer only.',
          other: `The files of ${say.number(f.n)} pieces of evidence are not in it. They are on that computer only.`,
        }),
      nothing: 'Everything in this file is here already.',
      take: 'Take it in',
      leave: 'Leave it',
      taken: (f: { n: number }) =>
        say.count(f.n, {
          one: '1 thing was taken in and goes to the district.',
          other: `${say.number(f.n)} things were taken in and go to the district.`,
        }),
    },
    reachable: 'It answers.',
    standing: 'Standing',
  },
  about: {
    what: 'Meritfolio keeps plans, evidence, claims and badges, offline first. It is free software under the Apache License 2.0.',
    content:
      'The Meritfolio Framework of Teaching Practice and the micro-credentials that come with it are CC BY 4.0: use them, change them, say where they are from.',
    faces: 'Typefaces: Atkinson Hyperlegible Next and Mono, Literata (SIL Open Font License 1.1).',
    licences: 'Software it is built on',
    licence: 'Licence',
    name: 'Name',
    purpose: 'What for',
    purposes: {
      screens: 'the screens',
      records: 'the records',
      door: 'asking and answering',
      files: 'evidence files',
      badges: 'badges',
      window: 'the window',
      merging: 'merging texts',
    },
    noTracking: 'It reports nothing to anybody. There are no counters and no adverts.',
  },
})
