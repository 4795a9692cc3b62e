/**
 * Leaves out of the bundle what React offers and neither this page nor its libraries ask for. Its files are CommonJS,
 * of which a bundler keeps every export that somebody might ask for. They are some 2.7 kB of the first view.
 */
import type { Plugin } from 'vite'

/**
 * Exports that nobody asks for: leanReact.test.ts looks for them, in the source and in what is built. The compiler asks
 * for createElement where a key stands after a spread: write the key first.
 */
export const unusedExports: Readonly<Record<string, readonly string[]>> = {
  'react/cjs/react.production.js': [
    'Activity',
    'Children',
    'Profiler',
    'PureComponent',
    'ViewTransition',
    '__COMPILER_RUNTIME',
    'addTransitionType',
    'cache',
    'cacheSignal',
    'cloneElement',
    'createElement',
    'createRef',
    'forwardRef',
    'isValidElement',
    'startTransition',
    'unstable_useCacheRefresh',
    'use',
    'useActionState',
    'useDebugValue',
    'useEffectEvent',
    'useImperativeHandle',
    'useInsertionEffect',
    'useOptimistic',
    'useReducer',
    'useTransition',
  ],
  'react-dom/cjs/react-dom.production.js': [
    'browser',
    'createPortal',
    'flushSync',
    'preconnect',
    'prefetchDNS',
    'preinit',
    'preinitModule',
    'preload',
    'preloadModule',
    'requestFormReset',
    'unstable_batchedUpdates',
    'useFormState',
    'useFormStatus',
  ],
  'scheduler/cjs/scheduler.production.js': [
    'unstable_Profiling',
    'unstable_forceFrameRate',
    'unstable_next',
    'unstable_runWithPriority',
    'unstable_wrapCallback',
  ],
}

/**
 * What stands behind such exports of react-dom: the renderer hands it over, and only they would call it. Without it,
 * react-dom's own stand-ins do nothing.
 */
export const uncalledHints = {
  file: 'react-dom/cjs/react-dom-client.production.js',
  text: /^ReactDOMSharedInternals\.d = \{[^}]*\};\n/m,
} as const

/**
 * Events that the page or a part of it is called for. React listens to all that there are, at the root and in both
 * phases, and looks at each for who might have asked, which every turn of a wheel and every move of a mouse had to wait for.
 */
export const askedEvents: readonly string[] = [
  'cancel',
  'click',
  'close',
  'copy',
  'drag',
  'keyDown',
  'progress',
  'submit',
  'toggle',
]

/** React's list of them: its names, in one string, and one that it adds. */
export const eventList = /"(abort [A-Za-z ]+ wheel)"([^]*?)simpleEventPluginEvents\.push\("scrollEnd"\);\n/

/** What each message of an error ends with, after the address of its meaning: advice that no reader can follow. */
export const errorAdvice = {
  files: [uncalledHints.file, 'react-dom/cjs/react-dom.production.js'],
  text: ' for the full message or use the non-minified dev environment for full errors and additional helpful warnings.',
} as const

const file = /node_modules\/((?:react|react-dom|scheduler)\/cjs\/[\w.-]+\.js)$/

export function leanReactPlugin(): Plugin {
  return {
    name: 'dateline-lean-react',
    apply: 'build',
    transform(code, id) {
      const name = file.exec(id)?.[1] ?? ''
      const lean =
        name === uncalledHints.file
          ? leaveOutEvents(leaveOutHints(code))
          : unusedExports[name]?.reduce(leaveOut, code)
      if (lean === undefined) return null
      const isAdvising = errorAdvice.files.some((advising) => advising === name)
      return { code: isAdvising ? leaveOutAdvice(lean) : lean, map: null }
    },
  }
}

/** The library's exports stand one after the other. Throws where it has no such export any more. */
function leaveOut(code: string, name: string): string {
  const text = new RegExp(`^exports\\.${name} = [^]*?;\\s*(?=^exports\\.|(?![^]))`, 'm')
  if (!text.test(code)) throw new Error(`React has no export ${name} to leave out`)
  return code.replace(text, '')
}

function leaveOutAdvice(code: string): string {
  if (!code.includes(errorAdvice.text)) throw new Error('React gives no advice to leave out')
  return code.replace(errorAdvice.text, '')
}

function leaveOutHints(code: string): string {
  if (!uncalledHints.text.test(code)) throw new Error('React hands over no hints to leave out')
  return code.replace(uncalledHints.text, '')
}

/** What React is asked for in other ways (`onFocus`, `onChange`, `onPointerEnter`) stands elsewhere in it, and stays. */
function leaveOutEvents(code: string): string {
  if (!eventList.test(code)) throw new Error('React has no list of events to shorten')
  return code.replace(eventList, (_, names: string, between: string) => {
    const asked = names.split(' ').filter((name) => askedEvents.includes(name))
    if (asked.length < askedEvents.length) throw new Error('React knows not all events that are asked for')
    return `"${asked.join(' ')}"${between}`
  })
}
