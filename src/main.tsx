/** Boot: the theme before the first picture, then the story at its stable address. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'virtual:dateline-fonts.css'
import { App } from './app/App.tsx'
import { fetchFonts } from './app/firstFonts.ts'
import { fetchWhatTheLinkNeeds } from './app/laterParts.ts'
import { applyTheme } from './app/theme.ts'

applyTheme()
fetchFonts()
void fetchWhatTheLinkNeeds()
const root = document.getElementById('root')
if (root === null) throw new Error('missing: the element #root')
createRoot(root).render(
  <StrictMode>
    <App storyAddress={`${import.meta.env.BASE_URL}data/mythos-access.json`} />
  </StrictMode>,
)
