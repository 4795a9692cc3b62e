/**
 * Serves what a measured page asks for, from loopback alone: files with their length, nothing compressed, nothing
 * kept. The two headers of isolation let a page measure its whole memory.
 */
import { createReadStream, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

/** What stands at an address, and at all that begin with it if it ends with a slash. The first that fits is taken. */
export interface Mount {
  readonly address: string
  readonly place: string
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

export async function serveBench(mounts: readonly Mount[]): Promise<BenchServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench.invalid')
    sendFile(response, findPlace(mounts, pathname))
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

function sendFile(response: ServerResponse, place: string | null): void {
  const stat = place === null ? undefined : statSync(place, { throwIfNoEntry: false })
  if (place === null || stat?.isFile() !== true) {
    response.writeHead(404, headers).end()
    return
  }
  response.writeHead(200, {
    ...headers,
    'Content-Type': types[path.extname(place)] ?? 'application/octet-stream',
    'Content-Length': stat.size,
  })
  createReadStream(place)
    .on('error', () => response.destroy())
    .pipe(response)
}
