/// <reference types="vitest/config" />
/** How the site is served while developing and built, and tested. The steps of its own stand in src/prerender. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contentPolicyPlugin } from './src/prerender/contentPolicyPlugin.ts'
import { eventPagesPlugin } from './src/prerender/eventPagesPlugin.ts'
import { leanQueryPlugin } from './src/prerender/leanQueryPlugin.ts'
import { pureCallsPlugin } from './src/prerender/pureCallsPlugin.ts'
import { storyFilesPlugin } from './src/prerender/storyFilesPlugin.ts'
import { subsetFontsPlugin } from './src/prerender/subsetFontsPlugin.ts'
import { testProjects } from './tests/projects.ts'

export default defineConfig({
  plugins: [
    react(),
    storyFilesPlugin(),
    subsetFontsPlugin(),
    eventPagesPlugin(),
    contentPolicyPlugin(),
    pureCallsPlugin(),
    leanQueryPlugin(),
  ],
  // Nobody else on the network is meant to see a story in the making.
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    // Fonts must stay files: the content policy allows no font from a data: address.
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false },
      output: {
        // What every visit needs comes as one piece, which compresses better than many.
        codeSplitting: {
          groups: [
            {
              name: 'first',
              test: /node_modules\/(?:react|react-dom|scheduler|@tanstack|valibot|internmap|d3-(?:array|time))\/|src\/(?:core\/(?!citing|tiles|base\/(?:growing|textTable|textUnits)|indexing\/(?:briefColumn|nameTable|wordIndex|searchWordIndex|foldQuickly|vocabulary|briefWriter|nameClaims|nameHash)|story\/(?:compileScan|hyphenedWords|findRelated|groupAccounts|splitStory|scanJsonValue|parseStory|explainItem|explainIssue|inspectFields|suggestWord)|marks\/(?:keySigns|layOutBlocks|placeOverview|placeDetailSign|placeTextSign)|wording\/(?:languageWords|listSections|chainWords|linkWords))|ui\/(?:timeline\/(?!zoomBehaviour|fingerPan)|masthead)|loading\/(?:fetchPieces|loadError|openInMemory|storyQuery))/,
            },
          ],
        },
      },
    },
    // Read by src/prerender/eventPagesPlugin.ts and by tests/built.
    manifest: true,
  },
  test: { projects: testProjects },
})
