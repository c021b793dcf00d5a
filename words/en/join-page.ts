/** The page to which an invitation link leads in a browser; served by the district, without scripts. */
export const joinPage = {
  title: (f: { district: string }) => `Join ${f.district} in Meritfolio`,
  lead: 'You have been invited. This page uses nothing up: the code in your link stays in your browser, and works once, in Meritfolio.',
  steps: {
    open: 'Open Meritfolio on your computer. If it is not there yet, ask whoever invited you where your district keeps it.',
    choose: 'Choose “Join my district”. On a computer that you use already: Settings, District.',
    paste:
      'Copy your whole invitation link, from your message or from the address bar above, and paste it there. Address and code fill themselves in.',
    join: 'Look whether the address is the one below, and join.',
  },
  appLink: 'Open Meritfolio with this address',
  appHint: 'Fills in the address, where Meritfolio is installed. Then paste the link.',
  address: 'The district’s address',
  old: 'A link works once, and for seven days. If yours no longer does, ask for another one.',
}
