import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'

// What `electron` is in tests: no window and no network; it notes what it was told, and lets a test play the rest.

type Call = readonly unknown[]
type Fn = (...args: never[]) => unknown

/** What the code under test told Electron, newest last. */
export const seen = {
  privileged: [] as unknown[],
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  handlers: new Map<string, Fn>(),
  session: new Map<string, Fn>(),
  openedOutside: [] as string[],
  dialogs: [] as { readonly message: string; readonly buttons: readonly string[] }[],
  errors: [] as Call[],
  windows: [] as BrowserWindow[],
  forks: [] as (Child & { readonly program: string; readonly args: readonly string[] })[],
  exposed: new Map<string, object>(),
  invoked: [] as Call[],
  paths: new Map<string, string>(),
  spellChecker: undefined as boolean | undefined,
  exitCode: undefined as number | undefined,
  isSandboxed: false,
}
/** What a person or the system answers. */
export const answers = {
  dialogButton: 0,
  hasLock: true,
  isPackaged: true,
  hasKeychain: true,
  backend: 'gnome_libsecret',
}

class Child extends EventEmitter {
  readonly stdout = new PassThrough()
  readonly stderr = new PassThrough()
  readonly received: unknown[] = []
  postMessage(message: unknown): void {
    this.received.push(message)
  }
  kill(): boolean {
    return this.emit('exit', 0)
  }
}

export class WebContents extends EventEmitter {
  url = ''
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  getURL(): string {
    return this.url
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly loaded: string[] = []
  readonly options: { readonly webPreferences?: object }
  isProtected = false
  constructor(options: { readonly webPreferences?: object }) {
    super()
    this.options = options
    seen.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    this.webContents.url = url
  }
  setContentProtection(isOn: boolean): void {
    this.isProtected = isOn
  }
  isMinimized = () => false
  restore(): void {}
  focus(): void {}
  show(): void {}
}

class App extends EventEmitter {
  get isPackaged() {
    return answers.isPackaged
  }
  getPath = (name: string) => `/${name}`
  getLocale = () => 'en-US'
  setPath = (name: string, path: string) => seen.paths.set(name, path)
  enableSandbox(): void {
    seen.isSandboxed = true
  }
  requestSingleInstanceLock = () => answers.hasLock
  setAsDefaultProtocolClient = () => true
  whenReady = () => Promise.resolve()
  quit(): void {
    this.emit('will-quit')
  }
  exit(code: number): void {
    seen.exitCode = code
  }
}
export const app = new App()

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => seen.privileged.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    seen.protocols.set(scheme, handler),
}
const note = (name: string) => (handler: Fn) => {
  seen.session.set(name, handler)
}
export const session = {
  defaultSession: {
    webRequest: { onBeforeRequest: note('request') },
    setPermissionRequestHandler: note('permission'),
    setPermissionCheckHandler: note('check'),
    setDevicePermissionHandler: note('device'),
    setDisplayMediaRequestHandler: note('display'),
    setSpellCheckerEnabled(isOn: boolean) {
      seen.spellChecker = isOn
    },
    on: (name: string, handler: Fn) => seen.session.set(name, handler),
  },
}
export const shell = { openExternal: async (url: string) => seen.openedOutside.push(url) }
export const ipcMain = { handle: (name: string, handler: Fn) => seen.handlers.set(name, handler) }
export const ipcRenderer = { invoke: async (...call: unknown[]) => seen.invoked.push(call) }
export const contextBridge = {
  exposeInMainWorld: (name: string, value: object) => seen.exposed.set(name, value),
}
export const Menu = { buildFromTemplate: () => ({}), setApplicationMenu: () => undefined }
export const dialog = {
  async showMessageBox(_window: unknown, asked: (typeof seen.dialogs)[number]) {
    seen.dialogs.push(asked)
    return { response: answers.dialogButton }
  },
  showErrorBox: (...call: unknown[]) => seen.errors.push(call),
}
const keychainMark = 'in the keychain: '
export const safeStorage = {
  isEncryptionAvailable: () => answers.hasKeychain,
  getSelectedStorageBackend: () => answers.backend,
  encryptString: (text: string) => Buffer.from(keychainMark + text),
  decryptString(bytes: Buffer): string {
    const text = bytes.toString()
    if (!text.startsWith(keychainMark)) throw new Error('not from this keychain')
    return text.slice(keychainMark.length)
  },
}
export const utilityProcess = {
  fork(program: string, args: readonly string[]) {
    const child = Object.assign(new Child(), { program, args })
    seen.forks.push(child)
    return child
  },
}
