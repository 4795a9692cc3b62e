/** Which words are the texts made of? Plain ones, the frequent ones first: where they are drawn, rank decides. */

/** The words of a text, parted by white space. */
function listWords(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

/** What a matter is about: the first word of "ferry contract". */
export const subjects = listWords(`
  water harbour school tram housing energy ferry hospital bridge market road rail port waste library river
  forest bus coast mine canal airport museum theatre grain fish steel timber dairy textile cement glass paper
  salt wool bakery orchard vineyard quarry lighthouse archive stadium tunnel dam reservoir sewer heating
  cable postal customs census election pension tax land border weather flood drought fire storm snow
  vaccine clinic nursing pharmacy laboratory telescope satellite radio print software data drone battery
  solar wind tidal gas coal peat copper lithium uranium cobalt bee sheep horse seal heron eel otter moth
  cathedral chapel mosque synagogue cemetery monument fountain clock bell organ choir orchestra dance puppet
  chess rowing cycling skating fencing archery gliding ballooning cartography glaciology numismatics
  heraldry beekeeping saffron amber whalebone mandolin astrolabe aqueduct catacomb
`)

/** What becomes of it: the second word of "ferry contract". */
export const matters = listWords(`
  plan contract budget report law strike levy survey project inquiry permit vote deal reform tender
  audit fund code petition closure delay merger sale lease grant subsidy quota ban appeal verdict lawsuit
  inspection warning shortage leak accident repair upgrade extension opening relocation auction donation
  exhibition festival congress summit treaty memorandum charter census forecast estimate prototype trial
  licence patent recall boycott blockade curfew amnesty referendum by-election coalition resignation
  appointment nomination scholarship excavation restoration demolition quarantine moratorium arbitration
  ombudsman sinecure interregnum palimpsest
`)

/** Before a noun. */
export const adjectives = listWords(`
  new old second local regional northern southern national public private joint long short large small
  early late final first partial secret open draft temporary permanent annual emergency voluntary unsigned
  disputed revised overdue costly cheap modest ambitious rural urban coastal offshore underground experimental
  provisional unprecedented retroactive clandestine quixotic
`)

/** "The council … the ferry contract". */
export const deeds = listWords(`
  approves rejects delays presents signs cancels reviews extends defends drafts halts reopens questions
  supports postpones finances inspects withdraws amends tests enforces suspends endorses condemns publishes
  leaks inherits rescinds ratifies vetoes mothballs
`)

/** "The minister … the ferry contract". */
export const utterances = listWords(`
  defends explains criticises welcomes praises questions announces denies confirms regrets mentions doubts
  recalls promises demands foresees deplores repudiates
`)

/** What was done, in the passive: "the contract was …". */
export const outcomes = listWords(`
  approved rejected delayed signed cancelled reviewed extended presented halted reopened postponed
  withdrawn amended tested suspended published leaked renewed sold closed repaired rescinded ratified
`)

/** Where a body stands to a matter, for the role of an actor. */
export const roles = [
  'party',
  'spoke',
  'host',
  'critic',
  'author',
  'signed',
  'asked',
  'buyer',
  'builder',
  'witness',
  'mediator',
  'owner',
] as const

export const organisations = [
  'Tram Company',
  'Foundation',
  'Port Union',
  'Energy',
  'University',
  'Shipyard',
  'Hospital Trust',
  'Institute',
  'Bank',
  'Water Works',
  'Rowing Club',
  'Dairy',
  'Observatory',
  'Opera',
  'Seed Library',
] as const

export const governmentBodies = [
  'City Council',
  'Ministry of Works',
  'Port Authority',
  'Court of Appeal',
  'Customs Office',
  'Health Board',
  'Parliament',
  'Tax Office',
  'Rail Inspectorate',
  'Weather Service',
  'Land Registry',
  'Harbour Police',
] as const

export const outlets = [
  'Courier',
  'Herald',
  'Radio',
  'Evening Post',
  'Observer',
  'Weekly',
  'Mail',
  'Television',
  'Chronicle',
  'Business Day',
  'Review',
  'Almanac',
] as const

export const groups = [
  'Tenants’ League',
  'Ferry Pilots’ Guild',
  'Nurses’ Strike Committee',
  'Teachers’ Round',
  'Fishing Crew',
  'Parents’ Circle',
  'Choir of Night Porters',
  'Apprentices’ Club',
  'Growers’ Table',
  'Commuters’ Group',
] as const

/** People whom the sources do not name. */
export const unnamed = [
  'official',
  'engineer',
  'former minister',
  'bank clerk',
  'aide',
  'witness',
  'lawyer',
  'diplomat',
  'nurse',
  'port worker',
  'investor',
  'auditor',
] as const

export const products = ['Ferry', 'Turbine', 'Tram', 'Atlas', 'Pump', 'Model', 'Press', 'Probe'] as const
