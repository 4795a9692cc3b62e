/**
 * Which small modules do parts that are loaded later have in common? One piece: alone, each would be a file of some hundred
 * bytes, with its name in the list of files that the start carries.
 */

const words =
  'actorLaneWords|chainWords|clockChoiceWords|clockedBrief|embedWords|facetWords|filterWords|languageWords|reportWords|standingSentence'
const interfaceParts =
  'app/(?:usePlace|facetCounts|LinkNotice|ProblemNotice)|core/view/embedLink|app/share/(?:saveBlob|useCite)|ui/share/(?:CiteDialog|CopyNote)|ui/list/ListPager|ui/notices/Notice|ui/shared/(?:DateSign|Icon|IconFrame|MarginEntry|OutLink|PageLink|SignShape|StandingSign)'
const shared = new RegExp(`/src/(?:core/(?:wording|story|marks)/(?:${words})|${interfaceParts})\\.tsx?$`)

/** For `codeSplitting.groups` of the bundler, after the pieces that need some of it at once. */
export const smallPiece = {
  debugName: 'small',
  name: (id: string): string | null => (shared.test(id) ? 'small' : null),
}
