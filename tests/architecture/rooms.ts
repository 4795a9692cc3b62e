/**
 * Which room may know which? The allow-list behind `src/README.md`'s arrows; whatever is not here is forbidden.
 * A room is a folder of `src`; a file belongs to the longest room its path starts with.
 */

export interface Room {
  /** Other rooms whose files it may import, types included. */
  readonly rooms: readonly string[]
  /** Packages it may import; `node:` stands for all of Node. */
  readonly packages: readonly string[]
}

const calendar = ['core/base', 'core/time', 'core/story']
const core = [
  ...calendar,
  'core/indexing',
  'core/tiles',
  'core/marks',
  'core/view',
  'core/wording',
  'core/citing',
  'core/exporting',
  'core/publishing',
]
const uiParts = [
  'timeline',
  'overview',
  'list',
  'sources',
  'statements',
  'changes',
  'text',
  'details',
  'filters',
  'share',
  'print',
  'embed',
  'masthead',
  'notices',
  'key',
].map((part) => `ui/${part}`)
/** What several rooms of ui use. */
const uiShared = ['ui/shared', 'ui/painting']
const ui = [...uiShared, ...uiParts]
const screen: Room = { rooms: [...core, 'browser', ...uiShared], packages: ['react', 'react-dom', 'd3'] }

/** `main` is the file src/main.tsx; the rest are folders. */
export const rooms: Readonly<Record<string, Room>> = {
  'core/base': { rooms: [], packages: [] },
  'core/time': { rooms: ['core/base'], packages: ['d3'] },
  'core/story': { rooms: ['core/base', 'core/time'], packages: ['valibot'] },
  'core/indexing': { rooms: calendar, packages: ['d3'] },
  'core/tiles': { rooms: [...calendar, 'core/indexing'], packages: [] },
  'core/marks': { rooms: [...calendar, 'core/indexing'], packages: ['d3'] },
  'core/view': { rooms: calendar, packages: [] },
  'core/wording': { rooms: [...calendar, 'core/view'], packages: ['d3'] },
  'core/citing': { rooms: [...calendar, 'core/wording'], packages: [] },
  'core/publishing': { rooms: [...calendar, 'core/view', 'core/wording'], packages: [] },
  'core/exporting': {
    rooms: [...calendar, 'core/indexing', 'core/marks', 'core/view', 'core/wording'],
    packages: ['d3'],
  },
  browser: { rooms: [], packages: [] },
  // In AssemblyScript, compiled by itself.
  'loading/scanner': { rooms: [], packages: [] },
  loading: {
    rooms: [...core, 'browser', 'loading/scanner'],
    packages: ['@tanstack/react-query', 'virtual:dateline-scanner'],
  },
  'ui/painting': { rooms: [...core, 'browser'], packages: [] },
  'ui/shared': { ...screen, rooms: [...core, 'browser'] },
  ...Object.fromEntries(uiParts.map((part) => [part, screen])),
  app: {
    rooms: [...core, 'loading', ...ui],
    packages: ['react', 'react-dom', '@tanstack/react-query', 'd3'],
  },
  main: { rooms: ['app'], packages: ['react', 'react-dom', 'virtual:dateline-fonts.css'] },
  tiling: { rooms: core, packages: ['node:'] },
  prerender: {
    rooms: [...core, ...ui],
    packages: [
      'node:',
      'vite',
      'subset-font',
      '@valibot/to-json-schema',
      'react',
      'react-dom',
      'harfbuzzjs',
      'bidi-js',
      'linebreak',
      'fontverter',
      '@resvg/resvg-js',
      'assemblyscript',
    ],
  },
}
