/** Which scripts are named beside a part that comes later? */
import { expect, it } from 'vitest'
import { partDependencies } from '../../../src/prerender/partDependencies.ts'

const files = ['assets/ListView-b1.js', 'assets/rolldown-runtime-c2.js', 'assets/Notice-d3.js']

it('a part names itself and what it needs, but not what every page has from the start', () => {
  expect(partDependencies('', files, { hostType: 'js' })).toEqual([
    'assets/ListView-b1.js',
    'assets/Notice-d3.js',
  ])
})

it('a page names all its scripts', () => {
  expect(partDependencies('', files, { hostType: 'html' })).toEqual(files)
})
