import '@fontsource-variable/atkinson-hyperlegible-mono/index.css'
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '@fontsource-variable/literata/opsz.css'
import '../design/global.css.ts'
import './without-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openTab } from '../door/tab.ts'
import { tidyUnsaved } from '../door/unsaved.ts'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
// Before anything can be typed: what a tab has not saved stands under its own name.
await openTab()
void tidyUnsaved()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
