import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const outDir = join(import.meta.dirname, '..', '..', 'dist', 'viewer')
const pdf = dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist'))))

/** The PDF reader's own worker, fonts, character maps and decoders that a PDF may need: the viewer has no network to get them from. */
const pdfFiles: Plugin = {
  name: 'pdf-files',
  apply: 'build',
  closeBundle() {
    for (const folder of ['cmaps', 'standard_fonts', 'iccs'])
      cpSync(join(pdf, folder), join(outDir, 'pdf', folder), { recursive: true })
    cpSync(join(pdf, 'build', 'pdf.worker.min.mjs'), join(outDir, 'pdf', 'pdf.worker.min.mjs'))
    for (const file of ['jbig2.wasm', 'openjpeg.wasm', 'qcms_bg.wasm'])
      cpSync(join(pdf, 'wasm', file), join(outDir, 'pdf', 'wasm', file))
  },
}

// The viewer of evidence: a page of its own, on an origin of its own, without the screens' code.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [pdfFiles],
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2024',
  },
})
