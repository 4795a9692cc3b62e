/** Do the rooms know only those they may know? First that the check can fail, then the check. */
import { describe, expect, test } from 'vitest'
import { checkArrows } from './checkArrows.ts'
import { readImports } from './readImports.ts'
import { readSources } from './repository.ts'

describe('the check fails on', () => {
  test.each([
    ['an arrow back', 'core/time/a.ts', "import { b } from '../story/b.ts'"],
    ['an arrow for a type only', 'core/base/a.ts', "import type { B } from '../time/b.ts'"],
    ['a type within a type', 'core/time/a.ts', "type B = import('../story/b.ts').B"],
    ['a re-export', 'core/story/a.ts', "export { b } from '../indexing/b.ts'"],
    ['a re-export of everything', 'core/story/a.ts', "export * from '../view/b.ts'"],
    ['a dynamic import', 'ui/list/a.tsx', "const b = await import('../../loading/b.ts')"],
    ['a computed import', 'app/a.ts', 'await import(name)'],
    ['a worker', 'core/indexing/a.ts', "new Worker(new URL('../../app/b.ts', import.meta.url))"],
    ['a style sheet', 'ui/list/a.tsx', "import '../timeline/marks.css'"],
    ['an import over several lines', 'core/base/a.ts', "import {\n  b,\n  c,\n} from '../time/b.ts'"],
    ['two rooms of ui', 'ui/list/a.tsx', "import { B } from '../details/B.tsx'"],
    ['ui that loads', 'ui/shared/a.tsx', "import { b } from '../../loading/b.ts'"],
    ['loading that draws', 'loading/a.ts', "import { b } from '../ui/shared/b.tsx'"],
    ['anything that knows app', 'ui/shared/a.tsx', "import { b } from '../../app/b.ts'"],
    ['an app that knows the build', 'app/a.ts', "import { b } from '../prerender/b.ts'"],
    ['a build that knows the app', 'prerender/a.ts', "import { b } from '../app/b.ts'"],
    ['main past app', 'main.tsx', "import { b } from './core/base/b.ts'"],
    ['React in core', 'core/marks/a.ts', "import { useMemo } from 'react'"],
    ['queries in ui', 'ui/list/a.tsx', "import { useQuery } from '@tanstack/react-query'"],
    ['Node outside the build', 'loading/a.ts', "import { readFile } from 'node:fs/promises'"],
    ['Node by its short name', 'app/a.ts', "import fs from 'fs'"],
    ['what lies outside src', 'app/a.ts', "import story from '../../data/mythos-access.json'"],
    ['a file in no room', 'helpful/a.ts', ''],
  ])('%s', (_, path, text) => {
    expect(checkArrows([{ path, text }])).toHaveLength(1)
  })
})

describe('the check lets pass', () => {
  test.each([
    ['its own room', 'core/time/a.ts', "import { b } from './b.ts'"],
    ['an arrow on', 'core/marks/a.ts', "import type { B } from '../story/b.ts'"],
    [
      'ui that uses core and ui/shared',
      'ui/list/a.tsx',
      "import '../shared/b.css'\nimport { c } from '../../core/wording/c.ts'",
    ],
    [
      'app that knows the others',
      'app/a.tsx',
      "import { b } from '../loading/b.ts'\nimport { C } from '../ui/list/C.tsx'",
    ],
    [
      'an import in a comment',
      'core/base/a.ts',
      "// import { b } from '../../app/b.ts'\n/* import('../../app/b.ts') */",
    ],
  ])('%s', (_, path, text) => {
    expect(checkArrows([{ path, text }])).toEqual([])
  })
})

test('every form of import is read, and each once', () => {
  const source = `import a from './a.ts'; import type { B } from "./b.ts"\nexport * as c from './c.ts'\nimport './d.css'\nconst e = () => import('./e.ts')`
  expect([...readImports(source)].sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.css', './e.ts'])
})

test('every import in src follows an arrow', () => {
  expect(checkArrows(readSources())).toEqual([])
})
