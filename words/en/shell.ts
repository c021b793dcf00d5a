/** What the shells say: `npm start` in the terminal, and the window's own boxes. */
export const shell = {
  unknownFlag: (f: { flag: string }) =>
    `${f.flag} is not known here. Known are --data DIR, --port N, --no-open and --demo.`,
  flagNeeds: (f: { flag: string; what: string }) => `${f.flag} needs ${f.what}.`,
  aFolder: 'a folder',
  aPort: 'a number from 1 to 65535',
  building: 'Building the screens; only after a change.',
  buildFailed: (f: { what: string }) => `The screens could not be built: ${f.what}`,
  noWindow: (f: { why: string }) =>
    `${f.why} Meritfolio opens in your browser instead; it is the same app.`,
  why: {
    chosen: 'MERITFOLIO_SHELL asks for the browser.',
    portAsked: '--port asks for an address, which a window has not.',
    noDisplay: 'There is no display for a window.',
    notInstalled: 'The package for the window (Electron) is not installed.',
    failedToday: 'The window’s program (Electron) could not be downloaded earlier today.',
    refused: 'The window’s program (Electron) could not be downloaded.',
    noProgress: (f: { seconds: number }) =>
      `The download of the window’s program (Electron) did not move for ${f.seconds} seconds.`,
    didNotStart: 'The window’s program (Electron) did not start.',
  },
  fetching: 'Downloading the window’s program (Electron), once; about 110 MB.',
  addressIs: 'Meritfolio is open at this address. It opens once; start again for another.',
  alreadyOpen: 'It was open with this data already; this is a fresh way in.',
  noBrowser: 'No browser could be opened from here. Open the address yourself.',
  restarted: 'The program stopped and was started again. Everything kept is still there.',
  gaveUp: (f: { times: number }) =>
    `The program stopped ${f.times} times in a minute and was not started again. What was kept is still on this computer.`,
  linkAsks: (f: { place: string }) =>
    `A link from outside asks Meritfolio to show ${f.place}. It can open a screen, nothing else.`,
  linkJoins: (f: { address: string }) =>
    `A link from outside asks Meritfolio to fill in an invitation of ${f.address}. Nothing is sent before you press Join.`,
  linkOpen: 'Show it',
  linkLeave: 'Stay here',
  windowFailed: 'Meritfolio could not open its records.',
}
