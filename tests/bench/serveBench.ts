/**
 * Serves what a measured page asks for, from loopback alone: files with their length, nothing compressed, nothing
 * kept by the browser. The two headers of isolation let a page measure its whole memory.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

/** What stands at an address, and at all that begin with it if it ends with a slash. The first that fits is taken. */
export interface Mount {
  readonly address: string
  readonly place: string
}

/** What is served beside files. */
export interface Additions {
  /** A page that is no file; null: none stands at this address. */
  readonly answer: (url: URL) => string | null
  /** What becomes of a page that is a file. */
  readonly alter: (html: string) => string
}

export interface BenchServer {
  /** With a slash at its end. */
  readonly url: string
  readonly close: () => Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

/** A larger file is read while it is sent; smaller ones are at hand, so that the server takes little of the processor. */
const MOST_KEPT_BYTES = 64 * 1024 * 1024

export async function serveBench(mounts: readonly Mount[], additions?: Additions): Promise<BenchServer> {
  const kept = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://bench.invalid')
    const answer = additions?.answer(url) ?? null
    const place = answer === null ? findPlace(mounts, url.pathname) : null
    const bytes = place === null ? null : readKept(kept, place)
    if (answer !== null) sendBytes(response, Buffer.from(answer), '.html')
    else if (place === null || bytes === null) sendFile(response, place)
    else if (additions !== undefined && path.extname(place) === '.html')
      sendBytes(response, Buffer.from(additions.alter(bytes.toString())), '.html')
    else sendBytes(response, bytes, path.extname(place))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Addresses of the browser's own making have no `..` left in them; one of another's finds nothing. */
function findPlace(mounts: readonly Mount[], pathname: string): string | null {
  const mount = mounts.find(({ address }) =>
    address.endsWith('/') ? pathname.startsWith(address) : pathname === address,
  )
  const rest = pathname.slice(mount?.address.length ?? 0)
  if (mount === undefined || /%|\.\./.test(rest)) return null
  return rest === '' && !mount.address.endsWith('/')
    ? mount.place
    : path.join(mount.place, rest || 'index.html')
}

/** null: it is not there, or too large. */
function readKept(kept: Map<string, Buffer>, place: string): Buffer | null {
  const known = kept.get(place)
  if (known !== undefined) return known
  const stat = statSync(place, { throwIfNoEntry: false })
  if (stat?.isFile() !== true || stat.size > MOST_KEPT_BYTES) return null
  const bytes = readFileSync(place)
  kept.set(place, bytes)
  return bytes
}

function sendBytes(response: ServerResponse, bytes: Buffer, extension: string): void {
  response.writeHead(200, { ...headersOf(extension), 'Content-Length': bytes.length }).end(bytes)
}

function headersOf(extension: string): Readonly<Record<string, string>> {
  return { ...headers, 'Content-Type': types[extension] ?? 'application/octet-stream' }
}

function sendFile(response: ServerResponse, place: string | null): void {
  const stat = place === null ? undefined : statSync(place, { throwIfNoEntry: false })
  if (place === null || stat?.isFile() !== true) {
    response.writeHead(404, headers).end()
    return
  }
  response.writeHead(200, { ...headersOf(path.extname(place)), 'Content-Length': stat.size })
  createReadStream(place)
    .on('error', () => response.destroy())
    .pipe(response)
}
