import { vanillaExtractPlugin } from '@vanilla-extract/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The screens run under a strict policy (security.md §6): own files only, nothing inline.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), vanillaExtractPlugin()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2024',
    rolldownOptions: {
      output: {
        // A script a screen, and three that they share: a hundred small ones would each cost a request.
        codeSplitting: {
          groups: [
            {
              // In one script, so that zod knows what the policy allows before anybody makes a schema.
              name: 'schemas',
              test: /renderer\/app\/without-eval|node_modules\/zod\//,
              priority: 3,
            },
            {
              name: 'shared',
              test: /\/(renderer\/(?!design\/(sheet|palette)\.)|core\/|words\/)/,
              minShareCount: 2,
              priority: 2,
            },
            {
              name: 'packages',
              test: /node_modules\/(?!react-aria|react-stately|@internationalized)/,
              minShareCount: 2,
              priority: 2,
            },
            // Only where somebody chooses: no first screen needs it.
            {
              name: 'sheets',
              test: /node_modules\/(react-aria|react-stately|@internationalized)|design\/(sheet|palette)\./,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})
