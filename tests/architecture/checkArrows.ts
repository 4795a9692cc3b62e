/** Which imports run against the arrows? */
import path from 'node:path'
import { readImports } from './readImports.ts'
import { rooms } from './rooms.ts'

export interface SourceFile {
  /** Below `src`, with `/` between its parts. */
  readonly path: string
  readonly text: string
}

/** One sentence for each import that no arrow allows. */
export function checkArrows(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = findRoom(file.path)
    if (room === undefined) return [`${file.path} lies in no room`]
    return readImports(file.text).flatMap((imported) => {
      const problem = checkImport(file.path, room, imported)
      return problem === null ? [] : [`${file.path}: ${problem}`]
    })
  })
}

export function findRoom(filePath: string): string | undefined {
  if (/^main\.\w+$/.test(filePath)) return 'main'
  return Object.keys(rooms).find((room) => filePath.startsWith(`${room}/`))
}

function checkImport(from: string, room: string, imported: string): string | null {
  if (imported === '?') return 'imports an address that is computed'
  const allowed = rooms[room]
  if (!imported.startsWith('.') && !imported.startsWith('/')) {
    const isAllowed = allowed?.packages.some((name) => isOfPackage(imported, name))
    return isAllowed === true ? null : `${room} may not import the package ${imported}`
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(from), imported))
  if (imported.startsWith('/') || target.startsWith('..')) return `imports ${imported}, which is outside src`
  const targetRoom = findRoom(target)
  if (targetRoom === undefined) return `imports ${imported}, which lies in no room`
  if (targetRoom === room || allowed?.rooms.includes(targetRoom) === true) return null
  return `${room} may not know ${targetRoom} (${imported})`
}

function isOfPackage(imported: string, name: string): boolean {
  return name.endsWith(':') ? imported.startsWith(name) : imported === name || imported.startsWith(`${name}/`)
}
