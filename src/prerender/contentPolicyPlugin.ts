/**
 * Forbids the built page everything it does not need: no script, style, font or request but our own, no text that
 * becomes markup. While developing it is absent, since the development server works by inline script and socket.
 */
import type { Plugin } from 'vite'

export const CONTENT_POLICY = [
  "default-src 'none'",
  // And the scanner of large files, compiled from bytes that stand in a script of our own.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // Headers say the same of every page, and the example of embeds has frames.
  "frame-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // The one name under which the page may make the address of its own worker.
  'trusted-types dateline-worker',
  "worker-src 'self'",
].join('; ')

export function contentPolicyPlugin(): Plugin {
  return {
    name: 'dateline:content-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      // Written in by hand, right after the charset: a policy holds only for what comes after it.
      handler: (html) => {
        const charset = '<meta charset="utf-8" />'
        if (!html.includes(charset)) throw new Error(`index.html has no ${charset}`)
        const policy = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />`
        return html.replace(charset, `${charset}\n    ${policy}`)
      },
    },
  }
}
