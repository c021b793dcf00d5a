import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { buildingAlone } from './building-alone.ts'
import { isStale } from './stale.ts'

const root = join(import.meta.dirname, '..')
const at = (...names: string[]) => join(root, ...names)

/** Programs that run under Node or Electron's utility process; each becomes the file `dist/<name>.js`. */
const programs = {
  'device/start': at('device', 'start.ts'),
  // These find the district's program and the demo's files from where they stand, two folders deep (so is `parts`).
  'device/demo/district-process': at('device', 'demo', 'district-process.ts'),
  'device/verifying/checker-worker': at('device', 'verifying', 'checker-worker.ts'),
  'device/demo/first-day': at('device', 'demo', 'first-day.ts'),
  'district/start': at('district', 'start.ts'),
  'electron/main': at('electron', 'main.ts'),
}

/**
 * What stays a package beside the bundle: Electron itself, SQLite, and the drawing library, without which badges are
 * handed out on plain paper.
 */
const natives = ['electron', 'better-sqlite3', '@napi-rs/canvas']

/** Where what programs have in common goes: as deep as `device/demo`, from whose place paths are reckoned. */
const parts = 'device/parts'

/** Everything that any of the programs is made of. */
const nodeRooms = ['core', 'contract', 'content', 'words', 'badges', 'db', 'device', 'district']
const always = ['package-lock.json', 'start/build.ts'].map(name => at(name))
const screenSources = ['core', 'contract', 'words', 'renderer'].map(name => at(name))

/** Builds the pages that are missing or older than their sources: the screens and the viewer of evidence. */
export async function buildPages(onBuilding: () => void = () => undefined): Promise<void> {
  const isScreens = () =>
    isStale(at('dist', 'renderer', 'index.html'), [...screenSources, ...always])
  const isViewer = () =>
    isStale(at('dist', 'viewer', 'index.html'), [at('renderer', 'viewer'), ...always])
  if (!isScreens() && !isViewer()) return
  onBuilding()
  await buildingAlone(at('dist'), async () => {
    if (isScreens()) await run({ configFile: at('renderer', 'vite.config.ts') })
    if (isViewer()) await run({ configFile: at('renderer', 'viewer', 'vite.config.ts') })
  })
}

/**
 * Builds the programs into single files for the window and for packages. Native modules stay packages; all else is
 * inside, so that a package carries no folder of dependencies.
 */
export async function buildPrograms(): Promise<void> {
  const sources = [...nodeRooms, 'electron'].map(name => at(name))
  const isOld = () => isStale(at('dist', 'electron', 'preload.cjs'), [...sources, ...always])
  if (!isOld()) return
  await buildingAlone(at('dist'), async () => {
    if (isOld()) await buildAllPrograms()
  })
}

async function buildAllPrograms(): Promise<void> {
  for (const name of ['device', 'district', 'electron', 'content'])
    rmSync(at('dist', name), { recursive: true, force: true })
  await run(nodeProgram(programs, 'es'))
  for (const files of ['demo/files', 'letters'])
    cpSync(at('content', files), at('dist', 'content', files), {
      recursive: true,
      // Fonts and their licence; what is written about them is inside the programs already.
      filter: from => !/\.(ts|py)$/.test(from),
    })
  // A preload in the sandbox is one CommonJS file. Built last: its date says that everything is there.
  await run(nodeProgram({ 'electron/preload': at('electron', 'preload.ts') }, 'cjs'))
}

const nodeProgram = (input: Record<string, string>, format: 'es' | 'cjs'): InlineConfig => ({
  configFile: false,
  root,
  ssr: { noExternal: true, external: natives },
  build: {
    ssr: true,
    target: 'node24',
    outDir: at('dist'),
    emptyOutDir: false,
    copyPublicDir: false,
    rollupOptions: {
      input,
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        chunkFileNames: `${parts}/[name]-[hash].js`,
      },
    },
  },
})

/** Loaded only where there is something to build: it takes longer than the rest of a start. */
async function run(config: InlineConfig): Promise<void> {
  const { build } = await import('vite')
  const before = process.env['NODE_ENV']
  // Whoever builds, tests too: what is built is what people open, and Vite goes by this.
  process.env['NODE_ENV'] = 'production'
  try {
    await build({ logLevel: 'error', ...config })
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

if (import.meta.main) {
  await buildPages()
  await buildPrograms()
}
