/// <reference types="vitest/config" />
/** How the site is served while developing and built, and tested. The steps of its own stand in src/prerender. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { cardsPlugin } from './src/prerender/cards/cardsPlugin.ts'
import { contentPolicyPlugin } from './src/prerender/contentPolicyPlugin.ts'
import { storyPagesPlugin } from './src/prerender/storyPagesPlugin.ts'
import { embedPagesPlugin } from './src/prerender/embedPagesPlugin.ts'
import { firstPiece } from './src/prerender/firstPiece.ts'
import { lanesPiece } from './src/prerender/lanesPiece.ts'
import { largePiece, sharedPiece } from './src/prerender/largePiece.ts'
import { leanPreloadPlugin } from './src/prerender/leanPreloadPlugin.ts'
import { leanQueryPlugin } from './src/prerender/leanQueryPlugin.ts'
import { leanReactPlugin } from './src/prerender/leanReactPlugin.ts'
import { partDependencies } from './src/prerender/partDependencies.ts'
import { publishingPlugin } from './src/prerender/publishingPlugin.ts'
import { pureCallsPlugin } from './src/prerender/pureCallsPlugin.ts'
import { storyFilesPlugin } from './src/prerender/storyFilesPlugin.ts'
import { subsetFontsPlugin } from './src/prerender/subsetFontsPlugin.ts'
import { scannerPlugin } from './src/prerender/scannerPlugin.ts'
import { smallPiece } from './src/prerender/smallPiece.ts'
import { testProjects } from './tests/projects.ts'

export default defineConfig({
  plugins: [
    react(),
    storyFilesPlugin(),
    subsetFontsPlugin(),
    storyPagesPlugin(),
    embedPagesPlugin(),
    contentPolicyPlugin(),
    publishingPlugin(),
    pureCallsPlugin(),
    leanPreloadPlugin(),
    leanQueryPlugin(),
    leanReactPlugin(),
    cardsPlugin(),
    scannerPlugin(),
  ],
  worker: { plugins: () => [scannerPlugin()] },
  // Nobody else on the network is meant to see a story in the making.
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false, resolveDependencies: partDependencies },
    // Fonts must stay files: the content policy allows no font from a data: address.
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false },
      output: {
        codeSplitting: { groups: [firstPiece, sharedPiece, largePiece, smallPiece, lanesPiece] },
        // Without their names, which the start would carry in its list of files; the manifest has them.
        chunkFileNames: 'assets/[hash:8].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css'))
            ? 'assets/[hash:8].css'
            : 'assets/[name]-[hash:8][extname]',
      },
    },
    // Read by src/prerender/storyPagesPlugin.ts and by tests/built.
    manifest: true,
  },
  test: { projects: testProjects },
})
