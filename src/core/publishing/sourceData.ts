/** What is a source in the terms of schema.org, to be cited? */
import type { CslType, Source } from '../story/story.ts'
import { formatDateWords } from '../wording/dateWords.ts'
import { exactDate } from './exactDates.ts'
import { compact, sourceThingId, type Home, type Thing } from './linkedData.ts'

const types: Readonly<Record<CslType, string>> = {
  article: 'Article',
  'article-newspaper': 'NewsArticle',
  'article-magazine': 'Article',
  webpage: 'WebPage',
  'post-weblog': 'BlogPosting',
  post: 'SocialMediaPosting',
  report: 'Report',
  broadcast: 'CreativeWork',
  book: 'Book',
  chapter: 'Chapter',
  interview: 'CreativeWork',
  speech: 'CreativeWork',
  legislation: 'Legislation',
  document: 'CreativeWork',
}

/** Its date of issue is told as a date where the day is known, else in words. Authors are credited as they are written. */
export function sourceData(source: Source, home: Home): Thing {
  const { issued, link, archive } = source
  const day = issued === null ? null : exactDate(issued)
  return compact({
    '@type': types[source.type],
    '@id': sourceThingId(home, source.id),
    name: source.title,
    url: link?.kind === 'safe' ? link.url : null,
    archivedAt: archive?.kind === 'safe' ? archive.url : null,
    datePublished: day,
    description: issued !== null && day === null ? `${formatDateWords(issued)}.` : null,
    inLanguage: source.language,
    creditText: source.authors.join(', '),
    isPartOf: { '@type': 'CreativeWork', name: source.outlet },
  })
}
