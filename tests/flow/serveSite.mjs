/**
 * Serves a built site as a plain file host would: files, `index.html` of a folder, 404 with 404.html, gzip for text, and
 * the headers that the site's own `_headers` asks for.
 * `node tests/flow/serveSite.mjs <folder> <base> <port>` runs it until it is stopped.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createGzip } from 'node:zlib'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}
const compressed = new Set(['.html', '.js', '.css', '.json', '.svg', '.xml', '.txt'])

/**
 * @param {{ folder: string, base: string, port: number }} site base begins and ends with "/"; port 0 takes a free one
 * @returns {Promise<import('node:http').Server>} once it listens
 */
export function serveSite({ folder, base, port }) {
  const rules = readRules(folder)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid')
    const found = findFile(folder, base, pathname)
    if (found.kind === 'folder') {
      response.writeHead(301, { Location: `${pathname}/` }).end()
      return
    }
    sendFile(request, response, found, headersOf(rules, pathname))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function findFile(folder, base, pathname) {
  const missing = { kind: 'missing', status: 404, file: path.join(folder, '404.html') }
  if (!pathname.startsWith(base)) return missing
  const file = path.join(folder, decode(pathname.slice(base.length)))
  if (file !== folder && !file.startsWith(folder + path.sep)) return missing
  if (isFile(file)) return { kind: 'file', status: 200, file }
  if (!isFile(path.join(file, 'index.html'))) return missing
  return pathname.endsWith('/')
    ? { kind: 'file', status: 200, file: path.join(file, 'index.html') }
    : { kind: 'folder' }
}

/** An address that cannot be decoded names nothing. */
function decode(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return '\0'
  }
}

function isFile(file) {
  return !file.includes('\0') && statSync(file, { throwIfNoEntry: false })?.isFile() === true
}

/** As Netlify and Cloudflare Pages read it: a path, in which `*` is anything, and indented below it its headers. */
function readRules(folder) {
  const file = path.join(folder, '_headers')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const rules = []
  for (const line of lines.filter((any) => any.trim() !== '')) {
    if (!line.startsWith(' ')) {
      rules.push({ start: line.replace(/\*$/, ''), headers: {} })
      continue
    }
    const [, name = '', value = ''] = /^ +([^:]+): (.*)$/.exec(line) ?? []
    rules[rules.length - 1].headers[name] = value
  }
  return rules
}

function headersOf(rules, pathname) {
  const fitting = rules.filter(({ start }) => pathname.startsWith(start))
  return Object.assign({}, ...fitting.map(({ headers }) => headers))
}

/** Nothing is kept by the browser, so that no test sees what another one left. */
function sendFile(request, response, { status, file }, headers) {
  const extension = path.extname(file)
  const isGzip = compressed.has(extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  response.writeHead(status, {
    ...headers,
    'Content-Type': types[extension] ?? 'application/octet-stream',
    'Cache-Control': 'no-store',
    ...(isGzip ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const content = createReadStream(file).on('error', () => response.destroy())
  if (isGzip) content.pipe(createGzip()).pipe(response)
  else content.pipe(response)
}

const [, script, folder, base, port] = process.argv
if (script && import.meta.url === pathToFileURL(script).href) {
  await serveSite({ folder: path.resolve(folder), base, port: Number(port) })
  console.log(`http://127.0.0.1:${port}${base}`)
}
