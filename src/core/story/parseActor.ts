/** An actor of the file as an actor of the story. Nothing in here leaves an actor out: events rest on it. */
import type { ActorId } from '../base/brand.ts'
import { parseLink } from './parseLink.ts'
import type { ItemReport } from './problem.ts'
import type { Actor } from './story.ts'
import type { ActorFile } from './storyFile.ts'

/** @param file passed the schema already */
export function parseActor(file: ActorFile, report: ItemReport): Actor {
  return {
    id: file.id as ActorId,
    name: file.name,
    kind: file.kind,
    describedAs: file.describedAs ?? null,
    people: file.people ?? null,
    note: file.note ?? null,
    aliases: file.aliases ?? [],
    link: parseLink(file.url, report, 'url'),
  }
}
