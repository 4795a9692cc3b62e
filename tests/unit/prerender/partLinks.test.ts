import { expect, test } from 'vitest'
import { addPartLinks, listPartFiles } from '../../../src/prerender/partLinks.ts'

const manifest = {
  'index.html': { file: 'assets/index-1.js', imports: ['_first.js'], css: ['assets/index-1.css'] },
  '_first.js': { file: 'assets/first-1.js', css: ['assets/first-1.css'] },
  '_sign.js': { file: 'assets/sign-1.js', imports: ['_first.js'], css: ['assets/sign-1.css'] },
  'src/Part.tsx': {
    file: 'assets/Part-1.js',
    imports: ['_first.js', '_sign.js', 'index.html'],
    css: ['assets/Part-1.css'],
  },
}

test('a part needs its own files and those of its imports that the page has not', () => {
  expect(listPartFiles(manifest, 'index.html', 'src/Part.tsx')).toEqual({
    scripts: ['assets/Part-1.js', 'assets/sign-1.js'],
    styles: ['assets/Part-1.css', 'assets/sign-1.css'],
  })
})

test.each(['index.html', '_first.js', 'src/Part.tsx', '_sign.js'])(
  'a manifest without %s stops the build',
  (key) => {
    const rest = Object.fromEntries(Object.entries(manifest).filter(([each]) => each !== key))
    expect(() => listPartFiles(rest, 'index.html', 'src/Part.tsx')).toThrow(key)
  },
)

test('sheets and scripts are asked for at the end of the head, below the base', () => {
  const html = '<head><script src="/news/first.js"></script></head><body><main></main></body>'
  const page = addPartLinks(html, '/news/', { scripts: ['a.js'], styles: ['a.css'] })
  expect(page.replaceAll(/\n\s*|(?<=>)\s+(?=<)/g, '')).toBe(
    '<head><script src="/news/first.js"></script><link rel="stylesheet" crossorigin href="/news/a.css">' +
      '<link rel="modulepreload" crossorigin href="/news/a.js"></head><body><main></main></body>',
  )
})

test('a page without a head stops the build', () => {
  expect(() => addPartLinks('<body></body>', '/', { scripts: ['a.js'], styles: [] })).toThrow('</head>')
})
