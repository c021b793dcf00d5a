// Plain JavaScript, because an older Node can't read anything else here: says which Node is needed, then runs a file.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isSpanish = /^es/i.test(
  process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '',
)

if (major < 22 || (major === 22 && minor < 18)) {
  const found = process.versions.node
  process.stderr.write(
    isSpanish
      ? `Meritfolio necesita Node 22.18 o más nuevo; este es ${found}. Ejecuta "npm ci" (trae Node 24) y luego "npm start".\n`
      : `Meritfolio needs Node 22.18 or newer; this one is ${found}. Run "npm ci" (it brings Node 24), then "npm start".\n`,
  )
  process.exitCode = 1
} else {
  await import('./start.ts')
}
