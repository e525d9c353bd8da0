/**
 * Every refusal names its situation by one code; this table gives its HTTP status, log level and what it is called among programmers. No other
 * place knows a status. What it says to people stands in `error-sentences.ts`.
 */
type Refusal = { status: number; log: 'debug' | 'info' | 'warn' | 'error'; title: string };

const refusal = (status: number, title: string, log: Refusal['log'] = 'info'): Refusal => ({ status, title, log });

export const refusals = {
  // who
  NOT_SIGNED_IN: refusal(401, 'Sign in first', 'debug'),
  SIGN_IN_REFUSED: refusal(401, 'Login or password is wrong'),
  ACCOUNT_LOCKED: refusal(401, 'Too many failures; locked for a while'),
  FIRST_PASSWORD_EXPIRED: refusal(401, 'The first password has expired; ask the level above for a new one'),
  PASSWORD_MUST_CHANGE: refusal(403, 'Change the password before anything else'),
  SECOND_FACTOR_NOT_ENROLLED: refusal(403, 'Enrol a second factor before anything else'),
  SECOND_FACTOR_NEEDED: refusal(403, 'Show the second factor before anything else'),
  SECOND_FACTOR_REFUSED: refusal(422, 'This is not the second factor of this person'),
  CODE_USED: refusal(409, 'This code was used before; wait for the next one', 'debug'),
  LAST_SECOND_FACTOR: refusal(409, 'A managing position keeps at least one second factor'),
  STEP_UP_NEEDED: refusal(403, 'This act needs the second factor anew', 'debug'),
  LINK_VOID: refusal(410, 'This link opens nothing; ask who issued the login for another'),
  PASSWORD_TOO_WEAK: refusal(422, 'The new password does not meet the rules'),
  TOO_MANY_REQUESTS: refusal(429, 'Too many requests'),
  NOT_FOUND: refusal(404, 'Not found', 'debug'),
  NOT_ALLOWED: refusal(403, 'Your position does not carry this right'),
  SUPER_ADMIN_EXISTS: refusal(409, 'This organisation already has its super administrator (S57)'),
  SEPARATED_DUTY: refusal(409, 'System, security and audit administration are never in one hand'),
  LOGIN_TAKEN: refusal(409, 'This login is taken'),
  // applying for a login, or to be an organiser
  APPLICATION_DECIDED: refusal(409, 'This application has been decided meanwhile'),
  LICENCE_NOT_CONFIRMED: refusal(422, 'Confirm that you have compared the code with the licence (P44)'),
  ORGANISER_EXISTS: refusal(409, 'There is an organiser of this name already'),
  // when the graphs change
  GRAPH_CHANGED: refusal(409, 'The graphs have changed meanwhile; look at them again'),
  GRAPH_FAULTS: refusal(422, 'The change would leave the graphs with these faults'),
  SUCCESSOR_MISSING: refusal(409, 'Something is open there: name who takes it over'),
  APPLICATIONS_OPEN: refusal(409, 'Applications wait at a desk that would close: decide or redirect them first'),
  // how
  MALFORMED: refusal(400, 'The request is malformed', 'debug'),
  MEDIA_TYPE_REFUSED: refusal(415, 'A body is application/json, but for an upload’s multipart/form-data', 'debug'),
  INVALID_INPUT: refusal(422, 'Some fields are missing or wrong', 'debug'),
  IDEMPOTENCY_KEY_MISSING: refusal(400, 'An act needs an Idempotency-Key of 8 to 128 letters, digits, - and _', 'debug'),
  IDEMPOTENCY_KEY_REUSED: refusal(422, 'This Idempotency-Key was used with another request'),
  FIELD_CONFLICT: refusal(409, 'Somebody changed the same field meanwhile'),
  VERSION_CONFLICT: refusal(409, 'Somebody changed this meanwhile'),
  PAYLOAD_UNREADABLE: refusal(422, 'This was not sealed with the keys of this house, or was changed since', 'warn'),
  BUSY: refusal(503, 'Please try again in a moment', 'warn'),
  UNAVAILABLE: refusal(503, 'A part of the system is not reachable right now', 'warn'),
  UNEXPECTED: refusal(500, 'Something went wrong', 'error'),
  // evidence files
  FILE_TOO_LARGE: refusal(413, 'The file is too large'),
  FILE_TYPE_REFUSED: refusal(415, 'This type of file is not accepted, or its content is not what its name says'),
  SHEET_REFUSED: refusal(422, 'The sheet lacks a column, has none or too many rows, or cannot be read'),
  IMPORT_REFUSED: refusal(422, 'Nothing was imported: some rows are wrong'),
  TOO_MANY_FILES: refusal(422, 'Too many files'),
  RANGE_OUTSIDE: refusal(416, 'The file ends before this part', 'debug'),
  TOO_MANY_UPLOADS: refusal(422, 'Too many uploads are not finished: finish, remove or let them expire'),
  UPLOAD_PROTOCOL: refusal(412, 'An upload in pieces speaks tus 1.0.0', 'debug'),
  OFFSET_CONFLICT: refusal(409, 'The upload stands elsewhere: ask for its offset and go on from there', 'debug'),
  CHECKSUM_DIFFERS: refusal(460, 'What has arrived is not what was sent: send this piece again'),
  DIGEST_DIFFERS: refusal(422, 'The file that has arrived is not the one that was meant: begin again'),
  FILE_INFECTED: refusal(422, 'The file is infected and was taken away', 'warn'),
  NOT_YET_SCANNED: refusal(409, 'The file waits for its virus scan'),
  // submitting: each names its rule
  FORM_INCOMPLETE: refusal(422, 'The form is not complete (P20, P22)'),
  FORM_OUTDATED: refusal(409, 'The registration year has another form: move the draft to it first (P15)'),
  CLASSIFIED_EXCLUDED: refusal(422, 'Classified achievements are outside the register (P17, S49)'),
  SECRECY_NOT_DECLARED: refusal(422, 'Declare first that the achievement is not classified (P17, S49)'),
  GROUND_INCOMPLETE: refusal(422, 'A plan project needs its number and its acceptance by the sponsor (P16, S46)'),
  NOT_FIRST_UNIT: refusal(403, 'Only the first completing unit submits (P18, S27, S61)'),
  DECLARATIONS_MISSING: refusal(422, 'The declarations are not complete (P22, P23, S18)'),
  OUTSIDE_REGISTRATION_YEAR: refusal(422, 'The date achieved lies outside the registration year (P15, S7)'),
  ALREADY_REGISTERED: refusal(409, 'This achievement is already submitted or registered (P19, S8, S50)'),
  EVIDENCE_MISSING: refusal(422, 'The evidence for this category is not complete (P20, P21, S68-S70)'),
  NO_ROUTE: refusal(422, 'No review route leads from this unit through this door (P1)'),
  // reviewing
  STAGE_ALREADY_DECIDED: refusal(409, 'This stage has been decided meanwhile'),
  ACT_NOT_PERMITTED: refusal(409, 'This act is not possible in the present state'),
  CLAIMED_BY_ANOTHER: refusal(409, 'Somebody else has claimed this stage'),
  OWN_SUBMISSION: refusal(403, 'Nobody reviews an achievement of his own (P30)'),
  SECOND_STAGE: refusal(403, 'Nobody decides two stages of one submission (P30)'),
  SAME_PERSON_RELEASE: refusal(403, 'Another person than the submitter releases it for the unit (P30)'),
  CHECK_INCOMPLETE: refusal(
    422,
    'Each item of the check list is answered once, a failed one with its remark; all passed goes on, one failed refuses (P24, S30)',
  ),
  REASON_MISSING: refusal(422, 'A reason is required, and for a return what to mend (P25)'),
  URGED_TODAY: refusal(409, 'You have urged this desk today already (P31)'),
  SECRECY_SUSPECTED: refusal(403, 'It is frozen: somebody suspects that it is classified (P17)'),
  RETENTION_OVER: refusal(410, 'Its term is over: what it held was disposed of'),
  ITEMS_UNANSWERED: refusal(422, 'Say to each returned item, once, that it is mended or why it stays (P25, P27)'),
  ALREADY_OPENED: refusal(409, 'The desk has opened it: withdrawal needs its consent, a recall comes too late (P25)'),
  LIKENESSES_UNJUDGED: refusal(409, 'Another achievement is like this one: say why they are two (P19)'),
  LIKENESS_DUPLICATE: refusal(409, 'It was judged a duplicate: return or refuse it, or correct the verdict (P19)'),
  DISPUTE_OPEN: refusal(409, 'Somebody disputes how the form names him: answer that first (P23)'),
  PAPER_NOT_RECEIVED: refusal(409, 'The department approves a version when it has received that version’s paper (P27, P28)'),
  PAPER_DIFFERS: refusal(409, 'This paper is not what was submitted last: have it printed anew (P27)'),
  PAPER_DAYS_NOT_BEGUN: refusal(409, 'Summary sheets are received from the first of the paper days on (P11, S78)'),
  NUMBERS_EXHAUSTED: refusal(500, 'The serial numbers of this year are used up (P34)', 'error'),
  OBJECTION_DECIDED: refusal(409, 'This objection has been answered or decided meanwhile'),
  NOT_YET_DUE: refusal(409, 'The deadline has not come', 'debug'),
  // after the registration
  CORRECTION_OPEN: refusal(409, 'A correction of this registration waits for its decision (P36)'),
  CORRECTION_DECIDED: refusal(409, 'This correction has been decided meanwhile'),
  NOTHING_CORRECTED: refusal(422, 'The correction changes nothing that is registered'),
  // notices
  NOTICE_LOOSENED: refusal(
    422,
    'Whoever forwards adds requirements and sets earlier dates; this would loosen what the enclosed notice asks (P4)',
  ),
  DOCUMENT_NUMBER_TAKEN: refusal(409, 'There is a notice of this issuer with this number already'),
  NOTICE_ANSWERED: refusal(409, 'Somebody below has answered the letter that a county would withdraw (P3, P4)'),
  NOBODY_ADDRESSED: refusal(422, 'A notice goes to organisations directly below its issuer, and to one of them at least'),
  // windows
  WINDOW_OVERLAPS: refusal(409, 'Another window takes submissions in this period'),
  WINDOW_CUT_OFF: refusal(409, 'The window takes nothing any more, or not yet'),
  INTAKE_PAUSED: refusal(409, 'Operators hold back what enters; submit again a little later'),
  WINDOW_DATES_WRONG: refusal(422, 'The dates of the window contradict each other (P11)'),
} as const satisfies Record<string, Refusal>;

export type ErrorCode = keyof typeof refusals;

/** The body of every refusal (RFC 9457). `detail` is its sentence; `details` carries what the caller can act on, never a person's data. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  details?: Record<string, unknown>;
  traceId: string;
}
