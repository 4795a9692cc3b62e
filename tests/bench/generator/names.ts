/**
 * What are places and people called? Names put together from syllables, so that nobody and no town is meant; a few
 * of the places are written in other scripts, so that text handling has something to do.
 */
import type { Random } from './random.ts'
import { shuffle } from './random.ts'

function listWords(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

const placeStarts = listWords(`
  Vel Nor Tar Os Mer Kal Bren Dor Lin Sel Har Quen Ard Bel Cor Fen Gar Hol Ister Jor Kes Lam Mor Nar Or Pel
  Rav Sor Tol Ul Var Wes Yar Zel Ös Łan Če Ñar Åm Þor
`)
const placeEnds = listWords(`
  mar rel vik ton holm den dale by stad ford wick ley burg nau sund mouth ander esk ova ria ona ellen ivar
  otta une athe orne isk aldo enza imor uvia ård ější øya ães ığ ței őd ïs
`)
const givenNames = listWords(`
  Ada Bram Carla Dov Edda Faro Gita Hale Ines Joss Kira Lev Mina Nilo Orsa Piet Quill Rhea Sami Tove Ulla
  Vito Wanda Xeni Yuna Zeno Åse Björn Çela Đuro Élise Łucja Müge Nuño Øyvi Žofie
`)
const familyStarts = listWords(`
  Tarn Osk Velk Brund Quor Mard Selv Hask Dorn Lund Jask Pelt Rav Sorn Tolv Wex Zarn Fenn Gorm Kelv Ísk Šarn
`)
const familyEnds = listWords(`
  elund ovik amar enko issa aldi ested orre ukai anti ezza ibor oldt ysen aru emi otti ügel øy ák
`)

/** Places that no map has, as other scripts would write them. */
const placesInOtherScripts = [
  'Νέα Βαρέλα',
  '霧浦町',
  'وادي ترنة',
  'Κάτω Σελμάρι',
  '月見ヶ原',
  'تل قمرين',
  'Верхняя Орна',
  'גבעת מרון',
  'Μεσόλιθος',
  '風早島',
  'بئر نوران',
  'Сельмарск',
] as const
const OTHER_SCRIPT_EVERY = 7

/** Invented places, each once, the busiest first. @param count at most 1,600 */
export function makePlaces(count: number, random: Random): readonly string[] {
  const places = shuffle(combine(placeStarts, placeEnds, ''), random).slice(0, count)
  placesInOtherScripts.forEach((place, i) => {
    const rank = (i + 1) * OTHER_SCRIPT_EVERY - 1
    if (rank < places.length) places[rank] = place
  })
  return places
}

/** Invented people, each once. @param count at most some 15,000 */
export function makePeople(count: number, random: Random): readonly string[] {
  const families = combine(familyStarts, familyEnds, '')
  return shuffle(combine(givenNames, families, ' '), random).slice(0, count)
}

/** Names for projects, ships and machines: many, and each of them rare. */
export function makeProjectNames(random: Random): readonly string[] {
  return shuffle(combine(familyStarts, placeEnds, ''), random)
}

function combine(starts: readonly string[], ends: readonly string[], between: string): readonly string[] {
  return starts.flatMap((start) => ends.map((end) => start + between + end))
}
