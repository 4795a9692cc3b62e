/**
 * What do both sides of the scanner call by the same number? Read by TypeScript and by AssemblyScript, so there are only
 * numbers here.
 */

// Kinds of nodes of a schema. In memory each is a row of 32-bit words, the kind first; see compileScan.ts.
export const TEXT_NODE = 1
export const WORDS_NODE = 2
export const OBJECT_NODE = 3
export const LIST_NODE = 4
export const NULLABLE_NODE = 5

// What a value is to the story, whatever the path that it stands at; see plainFields.ts.
export const ROLE_NOTHING = 0
export const ROLE_ID = 1
export const ROLE_ALIAS = 2
export const ROLE_TITLE = 3
export const ROLE_SHORT_TITLE = 4
export const ROLE_SUMMARY = 5
export const ROLE_DATE = 6
export const ROLE_DERIVED = 7
export const ROLE_OTHER_DATE = 8
export const ROLE_REPORTED = 9
export const ROLE_REPORT_SOURCE = 10
export const ROLE_PUBLISHES = 11
export const ROLE_STANDING = 12
export const ROLE_STANDING_SOURCE = 13
export const ROLE_ACTOR = 14
export const ROLE_ATTRIBUTED = 15
export const ROLE_SOURCE = 16
export const ROLE_OTHER_SOURCE = 17
export const ROLE_STATEMENT = 18
export const ROLE_STATEMENT_ID = 19
export const ROLE_STATEMENT_ALIAS = 20
export const ROLE_SPEAKER = 21
export const ROLE_FORM = 22
export const ROLE_RECORD = 23
export const ROLE_STATEMENT_TEXT = 24
export const ROLE_RELATION_KIND = 25
export const ROLE_RELATION_TO = 26
/** Only the reader of all events takes it: such an event is refused. */
export const ROLE_READ_IN_FULL = 27
export const ROLE_ACCOUNT_STANDING = 28
export const ROLE_RELATION = 29

// Columns of what was read, in the order of the events that were kept; see IndexColumns and its neighbours.
export const START_MS = 0
export const END_MS = 1
export const PERIOD_START_MS = 2
export const PERIOD_END_MS = 3
export const PART_START_MS = 4
export const PART_END_MS = 5
export const PART_COUNTS = 6
export const ACTOR = 7
export const SOURCE = 8
export const SPEAKER = 9
export const LANE = 10
export const DATE_KIND = 11
export const STANDING = 12
export const RECORD = 13
export const KEPT = 14
export const BRIEF_STARTS = 15
export const BRIEF_BYTES = 16
export const TEXT_PLACES = 17
export const NAME_PLACES = 18
export const NAME_CHECKS = 19
export const NAME_INDEXES = 20
export const NAME_SLOTS = 21
export const RELATION_FROM = 22
export const RELATION_KINDS = 23
export const RELATION_PLACES = 24
export const RELATION_CHECKS = 25
export const RELATION_NAMES = 26
export const COLUMN_COUNT = 27

// Signs that an event may be drawn with: numbers of bits; see signNames.ts.
export const SIGN_DAY = 0
export const SIGN_RANGE = 1
export const SIGN_SOFT = 2
export const SIGN_ENDLESS = 3
export const SIGN_LASTED = 4
export const SIGN_OPEN = 5
export const SIGN_UNKNOWN = 6
export const SIGN_ABOUT = 7
export const SIGN_UNDATED = 8
export const SIGN_REPORT = 9
export const SIGN_OTHER = 10

// What is known of the events of a batch together, in bytes from its start: ranges of two numbers of 64 bits each, then
// numbers of 32 bits.
export const FACT_COVERED_START = 0
export const FACT_COVERED_END = 8
export const FACT_REPORTS_START = 16
export const FACT_REPORTS_END = 24
/** Events of each of the four lanes. */
export const FACT_KIND_COUNTS = 32
/** A bit for each. */
export const FACT_SIGNS = 48
export const FACT_STANDINGS = 52
export const FACT_HAS_CLOCK_TIMES = 56
export const FACTS_WIDTH = 64
