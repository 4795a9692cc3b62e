/**
 * Lets what d3 prepares and we never use fall out of the bundle.
 * d3's files make intervals, interpolators and the like by plain calls at load, which a bundler must keep because a
 * call might do something. These do nothing but return; marked as pure, the unused ones go.
 */
import type { Plugin } from 'vite'

/** Packages whose top-level `const name = make(…)` were read and found to have no effect. */
const checked = /node_modules\/d3-(?:time|interpolate|array)\//

export function pureCallsPlugin(): Plugin {
  return {
    name: 'dateline-pure-calls',
    apply: 'build',
    transform(code, id) {
      if (!checked.test(id)) return null
      return { code: code.replace(/^((?:const|var) .+? = )(?=\(?\w+[ (])/gm, '$1/*#__PURE__*/ '), map: null }
    },
  }
}
