import { join, resolve } from 'node:path'
import { app, BrowserWindow, dialog, Menu, protocol, session } from 'electron'
import { shellWordsIn } from '../words/shell-words.ts'
import { linkIn, linkScheme } from './deep-link.ts'
import { keepDeviceProgram } from './device-program.ts'
import { deviceFlags, readFlags } from './flags.ts'
import { linkFollower } from './follow-link.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import { menuFor } from './menu.ts'
import { scheme } from './origins.ts'
import { passOn } from './pass-on.ts'
import { answerProtect } from './protect.ts'
import { schemes } from './schemes.ts'
import { windowOptions } from './window-options.ts'

// The desktop window: no rules, no data. It starts the device program, passes the page's requests on to it, and
// refuses everything else that a page could ask a desktop for.

const flags = readFlags(process.argv.slice(1))
// Beside its data, so that there is one window for each data folder.
app.setPath(
  'userData',
  flags.data === undefined
    ? join(app.getPath('appData'), 'Meritfolio', 'window')
    : join(resolve(flags.data), 'window'),
)
protocol.registerSchemesAsPrivileged(schemes)
app.enableSandbox()

async function start(): Promise<void> {
  let window: BrowserWindow | undefined
  let follow: ReturnType<typeof linkFollower> | undefined
  let waiting = linkIn(process.argv)

  const onLink = (link: string | undefined) => {
    if (link === undefined) return
    if (window === undefined || follow === undefined) waiting = link
    else void follow(link, window)
  }
  app.on('second-instance', (_event, args) => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    onLink(linkIn(args))
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    onLink(link)
  })
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())

  await app.whenReady()
  const words = shellWordsIn(app.getLocale())
  follow = linkFollower(words)
  const program = keepDeviceProgram(deviceFlags(flags), times => {
    dialog.showErrorBox('Meritfolio', words.gaveUp({ times }))
    app.quit()
  })
  app.on('will-quit', () => program.stop())
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuFor(process.platform)))
  guardSession(session.defaultSession, app.isPackaged)
  protocol.handle(scheme, request => passOn(program.pipes(), request))
  answerProtect(() => window)

  const opened = await program.opened
  if ('failed' in opened) {
    dialog.showErrorBox('Meritfolio', opened.failed === '' ? words.windowFailed : opened.failed)
    return app.exit(1)
  }
  process.stdout.write(`${opened.startLink}\n`)
  const preload = join(import.meta.dirname, 'preload.cjs')
  const shown = new BrowserWindow(windowOptions({ preload, isPackaged: app.isPackaged }))
  window = shown
  shown.once('ready-to-show', () => shown.show())
  shown.once('closed', () => {
    window = undefined
  })
  await shown.loadURL(opened.startLink)
  onLink(waiting)
}

// Not awaited: Electron is ready only after this file has been read to its end.
if (app.requestSingleInstanceLock()) void start()
else app.quit()
