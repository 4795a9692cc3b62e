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
      const marked = code
        // A pair taken apart counts as an effect; two single values, each made on its own, do not.
        .replace(
          /^const \[(\w+), (\w+)\] = (ticker\(.*\));$/gm,
          'const $1 = (() => $3[0])();\nconst $2 = (() => $3[1])();',
        )
        .replace(/^((?:const|var) \w+ = )(?=\(|\w+\()/gm, '$1/*#__PURE__*/ ')
      return { code: marked, map: null }
    },
  }
}
