/** The public API as types, for the portal’s client. Written by `npm run docs`; never edited. */
export interface paths {
  '/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that was done to a subject of the accounts’ ledger, and whether its chain is whole */
    get: operations['AuditController_of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The working-day calendar in force: its horizon, and the days off and make-up workdays of a year */
    get: operations['CalendarController_view'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calendar-feed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The address at which one’s own deadlines can be read as a calendar */
    get: operations['CalendarFeedController_mine'];
    /** A new address; the one before it opens nothing any more */
    put: operations['CalendarFeedController_renew'];
    post?: never;
    /** Closes the address */
    delete: operations['CalendarFeedController_close'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calendar-feed/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One person’s deadlines (iCalendar, RFC 5545), for whoever has the address */
    get: operations['CalendarFeedController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calendar/editions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Load an edition: a year’s arrangement, or a change at short notice; open deadlines are counted anew */
    post: operations['CalendarController_load'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calendar/previews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Which open deadlines an edition of the calendar would move, and to which day; nothing is stored */
    post: operations['CalendarController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/certificates/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public keys with which certificates are verified offline, older ones included */
    get: operations['VerificationController_keys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/certificates/{number}/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether a certificate is valid, superseded, cancelled, unknown or altered */
    get: operations['VerificationController_verify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/channels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How one is told beside the inbox: by topic, the quiet hours, and whether one’s address is refused */
    get: operations['ChannelsController_mine'];
    /** Chooses mail and SMS by topic, and quiet hours */
    put: operations['ChannelsController_choose'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/channels/mail/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One’s address was refused and is right all the same: it is tried again */
    post: operations['ChannelsController_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/channels/unsubscribe/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Leaves the mails of one topic by the link in one of them (RFC 8058), however often */
    post: operations['ChannelsController_unsubscribe'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/code-lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The code lists of the form in their present editions */
    get: operations['CodeListsController_all'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/code-lists/{list}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One code list with its entries, for everybody: the register is searched by some of them */
    get: operations['CodeListsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Corrections that wait at one’s desk, the oldest first */
    get: operations['CorrectionsController_waiting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/corrections/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One correction: old and new values, its limit and its timeline */
    get: operations['CorrectionsController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/corrections/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve a correction: the certificate is issued in a new version */
    post: operations['CorrectionsController_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/corrections/{id}/document': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The document it rests on, always as a download */
    get: operations['CorrectionsController_document'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/corrections/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse a correction, with the reason */
    post: operations['CorrectionsController_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/corrections/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw a correction until it is decided */
    post: operations['CorrectionsController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credential-applications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Applications at one’s desk and below that are not over, the oldest first, with masked mobiles */
    get: operations['CredentialApplicationsController_list'];
    put?: never;
    /** Apply for a login of a completing unit; answers a secret, once */
    post: operations['ApplyingController_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credential-applications/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One application with its limit, its timeline, and the units, people and applications it may double */
    get: operations['CredentialApplicationsController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credential-applications/{id}/issue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Issue the login, adding the unit by its licence where it is not known; shows the first password once */
    post: operations['CredentialApplicationsController_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credential-applications/{id}/limit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have a running application for a login go by another limit, with a reason */
    post: operations['LimitMovesController_moveCredential'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credential-applications/{id}/redirect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pass it on to another desk below one’s own; its due day stays */
    post: operations['CredentialApplicationsController_redirect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credential-applications/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse it with a reason */
    post: operations['CredentialApplicationsController_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credential-applications/{id}/standing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where one’s application stands, by the secret of the first answer */
    get: operations['ApplyingController_view'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credential-applications/{id}/unmask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The whole mobile and mail of the applicant; that they were seen is recorded, with the reason */
    post: operations['CredentialApplicationsController_unmask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credential-applications/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw one’s application while nothing is issued */
    post: operations['ApplyingController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Issue a login and a position to somebody of the level below or of one’s own node; shows the first password once */
    post: operations['CredentialsController_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credentials/{personId}/first-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Issue another first password to somebody who never changed the first one; shows it once */
    post: operations['CredentialsController_renew'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credentials/{personId}/recovery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let in anew somebody who has lost the password, with the reason; shows the first password once */
    post: operations['CredentialsController_recover'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/deputies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let somebody stand in for a manager of one’s own node until the end of a day, with a reason */
    post: operations['DeputiesController_grant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/deputies/{positionId}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a deputyship before its day */
    post: operations['DeputiesController_end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The drafts of one’s own unit, newest first */
    get: operations['DraftsController_list'];
    put?: never;
    /** Begin a registration form; secrecy is declared first, and nothing classified is stored */
    post: operations['DraftsController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin a draft from a filled workbook, whole or not at all, with a report by cell; with `dryRun` only the report */
    post: operations['FormImportsController_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/import/template': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The empty form of a schema as a workbook (xlsx), to be filled in and imported */
    get: operations['FormImportsController_template'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/known/completers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** People that one’s own unit has named before, and its own people, to be offered for the form */
    get: operations['KnownController_completers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/known/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Units that one’s own unit has named before, and itself, to be offered for the form */
    get: operations['KnownController_units'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One draft with its evidence */
    get: operations['DraftsController_view'];
    /** Store the whole form anew, if nobody changed it since `version` */
    put: operations['EditingController_change'];
    post?: never;
    /** Throw away a draft that was never submitted */
    delete: operations['DraftsController_remove'];
    options?: never;
    head?: never;
    /** Change single fields made on the version `base`; what others changed meanwhile stays, or is a conflict by field */
    patch: operations['EditingController_edit'];
    trace?: never;
  };
  '/drafts/{id}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed which field last, and when */
    get: operations['EditingController_changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add a piece of evidence: pdf, jpg, png, docx or xlsx up to 20 MB, judged by its content */
    post: operations['EvidenceController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/evidence/uploaded': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a finished upload a piece of evidence, judged as any other */
    post: operations['EvidenceController_addUploaded'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/evidence/{evidenceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a piece of evidence out of the draft */
    delete: operations['EvidenceController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/evidence/{evidenceId}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The file of a piece of evidence, always as a download */
    get: operations['EvidenceController_file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What submit would refuse and what looks doubtful, each with its rule, and the intake it would enter */
    get: operations['DraftsController_gaps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/likenesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What it is like among one’s own unit’s submissions and registered achievements, by name and by number */
    get: operations['DraftsController_likenesses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How it would look on paper, as a PDF: marked as a preview on each page, without code, and nothing to hand in */
    get: operations['DraftsController_preview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/schema': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Move a draft to another edition of the form; what does not fit is kept aside */
    put: operations['EditingController_move'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Submit a draft for registration; each refusal names its rule */
    post: operations['SubmittingController_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin an upload in pieces; `Location` says where they go */
    post: operations['UploadsController_begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{id}/uploads/{uploadId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Give an upload up */
    delete: operations['UploadsController_giveUp'];
    options?: never;
    /** Where an upload stands: `Upload-Offset` */
    head: operations['UploadsController_progress'];
    /** The next piece; what breaks off stays, and 409 says where to go on */
    patch: operations['UploadsController_append'];
    trace?: never;
  };
  '/drafts/{id}/workbook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The form as far as it is filled in, as the workbook that can be imported again (xlsx); ids of people are not in it */
    get: operations['DraftsController_workbook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where somebody else’s submission names oneself or one’s unit: one’s own entry, and nothing else of it */
    get: operations['EntriesController_own'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entries/{serial}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own entries in one submission, and what was said of them */
    get: operations['EntriesController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entries/{serial}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that one’s own entry is right */
    post: operations['EntriesController_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entries/{serial}/dispute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Dispute one’s own entry, with a reason, while the first unit has not released it */
    post: operations['EntriesController_dispute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entries/{serial}/identify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say which of one’s unit’s people a completer is; from then on he sees his entry and answers himself */
    post: operations['EntriesController_identify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/first-passwords': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set one’s first password by the one-time link that came by mail; then sign in with it */
    post: operations['LinkOpeningController_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/form-schemas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The forms of each category and edition */
    get: operations['FormsController_all'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/form-schemas/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One form with its sections and fields; `common-…` is that of a draft without a category */
    get: operations['FormsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/graph-changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create, transfer, rename, merge, split, close, revoke or hand over, as previewed, with a reason */
    post: operations['GraphChangesController_change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/graph-changes/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a change of the graphs below one’s own node would do, worked out by the code that does it; changes nothing */
    post: operations['GraphChangesController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/graphs/lint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that is wrong with the three graphs, or missing in them; empty when nothing is */
    get: operations['GraphsController_lint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/hand-overs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand the drafts and open submissions of one who has left to a colleague of one’s own unit, with a reason */
    post: operations['HandOversController_handOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/house': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether people only practise here, and what every page says then */
    get: operations['HouseController_mode'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Issue the logins of a sheet (xlsx), all or none; shows the first passwords once */
    post: operations['ImportsController_importPeople'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create the units of a sheet (xlsx) under one’s own node, all or none; with `dryRun` only the report */
    post: operations['ImportsController_importUnits'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own messages, newest first */
    get: operations['InboxController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/inbox/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many of one’s own messages are unread */
    get: operations['InboxController_count'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/inbox/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own messages as they come (server-sent events): `message` holds one, `reload` says that more were missed than are sent again */
    get: operations['InboxController_stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/inbox/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Marks one of one’s own messages as read */
    post: operations['InboxController_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/limits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every limit there is, was or will be: value, kind of days, from and to, source, scope */
    get: operations['LimitsController_list'];
    put?: never;
    /** Set a limit from a day on; what is running keeps the one it began with */
    post: operations['LimitsController_set'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/limits/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a limit would take the place of, and which open deadlines would move by it; nothing is stored */
    post: operations['LimitsController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/limits/{id}/moves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which running waits would end on another day, were they moved to this limit, applications among them */
    get: operations['LimitsController_moves'];
    put?: never;
    /** Have running waits go by this limit, with a reason, each by an act of its own */
    post: operations['LimitsController_move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in, from which position, with which rights, and what is to be done first */
    get: operations['SignInController_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Notices that one’s organisation received or sent, the newest first */
    get: operations['NoticesController_list'];
    put?: never;
    /** Send a notice to those directly below, or a part of them */
    post: operations['NoticesController_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Upload an annex, or the scan with signature and seal, to be named in a notice or an answer */
    post: operations['NoticesController_upload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Public notices, the newest first */
    get: operations['PublicNoticesController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/public/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A public notice with its annexes */
    get: operations['PublicNoticesController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/public/{id}/annexes/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An annex of a public notice, always as a download */
    get: operations['PublicNoticesController_annex'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A notice with its annexes, what it encloses, and how far it has come with one’s own organisation */
    get: operations['NoticesController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/addressees': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a notice has come with each addressee, by their ids */
    get: operations['OverseeingController_addressees'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/annexes/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An annex, always as a download */
    get: operations['NoticesController_annex'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one’s own organisation answered */
    get: operations['OverseeingController_own'];
    put?: never;
    /** Answer a notice with the form it asks for */
    post: operations['NoticesController_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All answers as xlsx, in full; reading it is recorded */
    get: operations['OverseeingController_sheet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/answers/{organisationId}/seal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The scan with signature and seal of one answer */
    get: operations['OverseeingController_seal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/forward': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a notice further down, enclosed in a letter of one’s own that loosens nothing */
    post: operations['NoticesController_forward'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who has answered and who has not, of this notice and of each further down that encloses it */
    get: operations['OverseeingController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take note of a notice for one’s organisation */
    post: operations['NoticesController_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/sign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign for a notice 签收 */
    post: operations['NoticesController_sign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/urge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Urge whoever has not answered, or not signed where no answer is asked for 催办, or some of them, once a day; a county its own forwarding */
    post: operations['OverseeingController_urge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notices/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw a notice of one’s own with a reason; a county its forwarding, as long as nobody below has answered */
    post: operations['OverseeingController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Objections to what one’s own department registers, the oldest first */
    get: operations['ObjectionsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections/{receipt}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One objection: its grounds, files, and how it was handled; who sent it masked */
    get: operations['ObjectionsController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections/{receipt}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept an objection 受理: the registration is held until it is decided */
    post: operations['DecidingController_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections/{receipt}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decline an objection 不予受理, with the reason */
    post: operations['DecidingController_decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections/{receipt}/files/{part}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of an objection, always as a download */
    get: operations['ObjectionsController_file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections/{receipt}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Note what was found out, heard or asked */
    post: operations['ObjectionsController_note'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections/{receipt}/overrule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Overrule an objection 异议不成立, with the reason: the hold ends with the last one, publicity goes on or has ended */
    post: operations['DecidingController_overrule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections/{receipt}/sender': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who sent it, whole, for a reason that is recorded */
    post: operations['ObjectionsController_reveal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections/{receipt}/standing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where one’s objection stands, by the secret of the first answer */
    get: operations['ObjectingController_standing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/objections/{receipt}/uphold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Uphold an objection 异议成立, with the reason: it is not registered */
    post: operations['DecidingController_uphold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operations/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One submission: workflow, stages, deadlines, timeline, and what its workflow has not been told */
    post: operations['LookingController_explain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operations/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Where the open submissions stand, and how many of them are late, escalated or on hold */
    post: operations['LookingController_overview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operations/stuck': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What does not go on: submissions that wait for people, facts that were not told, workflows that fail */
    post: operations['LookingController_stuck'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organisations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Organisations of one’s part of the graphs: one’s own, those below, and the line above */
    get: operations['OrganisationsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organisations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own organisation or one below it; of a completing unit with code, organiser and doors */
    get: operations['OrganisationsController_organisation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organisations/{id}/issuable-roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which positions one may issue in an organisation */
    get: operations['HoldersController_roles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organisations/{id}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who holds positions in one’s own organisation or one below, with masked mobiles and mails */
    get: operations['PeopleController_colleagues'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Applications that are not over, the oldest first */
    get: operations['OrganiserApplicationsController_list'];
    put?: never;
    /** Apply to be an organiser (附件2): form, signature and seal (pdf, jpg, png); answers a secret, once */
    post: operations['ApplyingOrganiserController_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One application with all fields of its form, its limit and its timeline */
    get: operations['OrganiserApplicationsController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve it: adds the organiser with its super administrator’s login; shows the first password once */
    post: operations['OrganiserApplicationsController_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications/{id}/limit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have a running application to be an organiser go by another limit, with a reason */
    post: operations['LimitMovesController_moveOrganiser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications/{id}/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take note of having looked at it; the applicant withdraws it no more */
    post: operations['OrganiserApplicationsController_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse it with a reason */
    post: operations['OrganiserApplicationsController_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications/{id}/scans/{scan}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The scan of signature or seal, always as a download */
    get: operations['OrganiserApplicationsController_scan'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications/{id}/standing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where one’s application stands, by the secret of the first answer */
    get: operations['ApplyingOrganiserController_view'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications/{id}/unmask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The form’s people with mobiles and mails whole; that they were seen is recorded, with the reason */
    post: operations['OrganiserApplicationsController_unmask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organiser-applications/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw one’s application until the department has opened it */
    post: operations['ApplyingOrganiserController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change one’s own password; ends one’s other sessions */
    put: operations['CredentialsController_change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who of one’s part of the graphs has this mobile, so that nobody is added twice */
    post: operations['PeopleController_search'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Somebody of one’s part of the graphs: positions there, masked contacts, and the login for those who issue or secure it */
    get: operations['HoldersController_holder'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{id}/credential/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Disable somebody’s login, with the reason; ends the sessions at once */
    post: operations['CustodyController_disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{id}/credential/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enable a disabled login again, with the reason */
    post: operations['CustodyController_enable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{id}/credential/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Forget the failures that have locked a login, with the reason */
    post: operations['CustodyController_unlock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{id}/unmask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The whole mobile and mail of somebody of one’s part of the graphs; that they were seen is recorded, with the reason */
    post: operations['PeopleController_unmask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/positions/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a position that one may issue, with the reason; a login to which no other is left opens nothing any more */
    post: operations['HoldersController_end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/positions/{id}/rights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a manager’s position may do, and what of it can be set */
    get: operations['RightsController_of'];
    /** Set what a manager may do, with the reason; at once for acts, within 30 seconds for what is only read */
    put: operations['RightsController_set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/publicity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything in publicity, for everybody: name, units, completers, summary, from when to when */
    get: operations['PublicityController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/publicity/{serial}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of them */
    get: operations['PublicityController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/publicity/{serial}/objections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Object to what is in publicity: form, the unit’s seal, up to five files (P33); answers a secret, once */
    post: operations['ObjectingController_object'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Search the public register: words of the name, unit, completer, and by category, year, area, kind of unit, industry, discipline */
    get: operations['RegisterController_search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/register/announcements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Announcements 公告: how many were registered, by day and window, the newest first */
    get: operations['RegisterController_announcements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/register/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many of what the same search finds have which category, year, area, kind of unit, industry, discipline; of what words find at most the newest 20,000 */
    get: operations['RegisterController_facets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/register/imported/corrections/{serial}/document': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The document a correction rests on, always as a download */
    get: operations['ImportedCorrectionsController_document'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/register/imported/{number}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All corrections of an imported entry with old and new values, the oldest first */
    get: operations['ImportedCorrectionsController_of'];
    put?: never;
    /** Correct an imported entry, or mark it as cancelled, with reason and document (pdf, jpg, png) */
    post: operations['ImportedCorrectionsController_correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/register/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take what was registered before into the register, from xlsx or JSON, all or none; with `dryRun` only the report */
    post: operations['RegisterImportsController_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/register/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One entry of the register; a cancelled one with its mark and day, of what is classified nothing else */
    get: operations['RegisterController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/report-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is reported up to the ministry’s registry, bundle by bundle, the newest first */
    get: operations['ReportUpsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/report-ups/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One bundle with its items: waiting, acknowledged, or returned with the reason */
    get: operations['ReportUpsController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/report-ups/{id}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The sealed bundle as it is sent; taking it is recorded */
    get: operations['ReportUpsController_file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/report-ups/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send, or ask the registry, at once instead of at the next try */
    post: operations['ReportUpsController_retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/routes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The review route of a unit through a door, with the organisation at each desk */
    get: operations['RoutesController_route'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one has beside the password, and whether one’s positions ask for it */
    get: operations['SecondFactorController_status'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor/passkeys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add a passkey as a second factor */
    post: operations['SecondFactorController_addPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor/passkeys/options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What `navigator.credentials.create` needs for a new passkey */
    post: operations['SecondFactorController_beginPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor/passkeys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Give a passkey up */
    delete: operations['SecondFactorController_removePasskey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ten new recovery codes, shown this once; the earlier ones are void */
    post: operations['SecondFactorController_renewRecoveryCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor/resets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a lost second factor from somebody whose login one may issue; a new one is enrolled at the next sign-in */
    post: operations['SecondFactorController_reset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor/totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A secret for an authenticator app; it counts once a code of it was shown */
    post: operations['SecondFactorController_beginTotp'];
    /** Give the authenticator app up */
    delete: operations['SecondFactorController_removeTotp'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/second-factor/totp/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show the first code of the app; from now on it is the second factor */
    post: operations['SecondFactorController_confirmTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own sessions, the latest first */
    get: operations['SessionsController_list'];
    put?: never;
    /** Sign in with an issued login, and the second factor where there is one; the session goes into a cookie */
    post: operations['SignInController_begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Sign out */
    delete: operations['SessionsController_endCurrent'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/current/passkey-options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What `navigator.credentials.get` needs to show a passkey */
    post: operations['SignInController_askForPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/current/position': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Act from another of one’s positions */
    post: operations['SignInController_actFrom'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/current/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show the second factor: completes a sign-in, and opens what is marked for step-up */
    post: operations['SignInController_show'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/others': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End all of one’s sessions but this one */
    delete: operations['SessionsController_endOthers'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of one’s sessions */
    delete: operations['SessionsController_endOne'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many achievements are registered within one’s part of the graphs, by the cuts that are published, by window and year */
    get: operations['StatisticsController_of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/statistics/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as xlsx, with a sheet of what each figure means */
    get: operations['StatisticsController_file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/statistics/passage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How submissions go along their routes: how many reach and pass each stage, how many days each takes, by month */
    get: operations['StatisticsController_passageOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Submissions within one’s part of the graphs */
    get: operations['SubmissionsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/decided': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one’s desk has decided and did not take back, the newest first, with where it stands now */
    get: operations['DecidedController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What is under way at organisations of one’s part of the graphs, before a change of theirs; changes nothing */
    post: operations['OpenWorkController_of'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the code on a paper form says against what was submitted: same, older or altered, with what differs */
    get: operations['CounterController_check'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits at one’s desk, by the day it is due */
    get: operations['QueueController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/queue/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many wait at one’s desk, how many of them are late, due soon, one’s own … */
    get: operations['QueueController_counts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/receive-paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Receive the paper of many, with what was scanned of each; each has a result of its own */
    post: operations['CounterController_receive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/recommend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Recommend many, each with its check list answered; each has a result of its own */
    post: operations['ManyController_recommend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/reroute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send open submissions of a unit along the route it has now, with a reason; without this they keep theirs */
    post: operations['ReroutingController_reroute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Return many with the same reason, naming the same things to mend; each has a result of its own */
    post: operations['ManyController_giveBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One submission: where it stands, its route and paper; its locked form and evidence, once it has reached one’s desk */
    get: operations['SubmissionsController_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The ministry’s desk has taken it in */
    post: operations['ReportUpController_acknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve at the department: number and registration, or publicity first */
    post: operations['DecisionController_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/ask-withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the desk that has opened it to consent to a withdrawal */
    post: operations['SubmittingController_askWithdrawal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel a registration, with ground, reason and document (pdf, jpg, png) */
    post: operations['CancellationsController_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/cancel-classified': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel a registration that is classified, by the number of a document alone; ends a suspicion of secrecy */
    post: operations['CancellationsController_cancelClassified'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** On which ground it was cancelled, and when */
    get: operations['CancellationsController_view'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/cancellation/document': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The document it rests on, always as a download */
    get: operations['CancellationsController_document'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/certificate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The certificate as a PDF, the newest version unless another is named; one that is not valid any more says so */
    get: operations['CertificatesController_pdf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All versions of its certificate, the oldest first */
    get: operations['CertificatesController_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changed from one round to another, field by field and file by file */
    get: operations['VersionsController_changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/check-list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the desk answers item by item, with what earlier desks and rounds answered */
    get: operations['CheckListController_of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take it in hand; the others of the desk leave it alone */
    post: operations['DeskController_claim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/clear': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Nothing classified in it: on where it stood, with the time that was left */
    post: operations['SecrecyController_clear'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close what was returned and never mended */
    post: operations['DeskController_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/consent-withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Consent to the withdrawal that was asked for */
    post: operations['DeskController_consentWithdrawal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All corrections of a registration, the oldest first */
    get: operations['CorrectionsController_of'];
    put?: never;
    /** Ask for a correction of what is registered, with reason and document (pdf, jpg, png) */
    post: operations['CorrectionsController_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/deadlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every deadline of a submission with its rule, source, start, days passed over and calendar version, and the day that binds */
    get: operations['DeadlinesController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/deadlines/{id}/explanation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of them */
    get: operations['DeadlinesController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is named in the form and can be asked, and what was said of each entry */
    get: operations['SettlingController_of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/evidence/{evidenceId}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The file of a piece of evidence of a submitted version, always as a download */
    get: operations['SubmittedEvidenceController_file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/exclude': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It is classified: refused, its words erased and its files disposed of */
    post: operations['SecrecyController_exclude'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give whoever is waited for more days, with a reason; who was late is late no more */
    post: operations['ExtensionsController_extend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/hand-in-paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand the paper of the version that stands in to the next desk */
    post: operations['PaperController_handInPaper'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/judge-likeness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Judge it and one that is like it to be different, or it to be a duplicate, with the reason */
    post: operations['LikenessesController_judge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/likenesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Other achievements that are like it, side by side, with what desks have said of them */
    get: operations['LikenessesController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/mending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Each thing that a return named, with the answer to it and what changed there */
    get: operations['VersionsController_mended'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/move-window': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move a submission into an open window, or without one into rolling intake, with a reason */
    post: operations['ReschedulingController_moveWindow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/objections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Objections that were accepted: what they say, never who says it */
    get: operations['UnitObjectionsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/objections/{receipt}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The unit’s answer to an accepted objection */
    post: operations['UnitObjectionsController_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Look at it for the first time; recorded, since withdrawal then needs consent */
    post: operations['DeskController_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/reassign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand it to a colleague of the desk */
    post: operations['DeskController_reassign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/recall': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take one’s own decision back while the next desk has not opened it */
    post: operations['DeskController_recall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/receive-paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Receive the paper of the version that stands */
    post: operations['PaperController_receivePaper'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/recommend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Recommend to the next desk, with the check list answered */
    post: operations['DecisionController_recommend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse registration, with the reason */
    post: operations['DecisionController_reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Release in the unit’s name */
    post: operations['DecisionController_release'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/report-again': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Report up once more after mending */
    post: operations['ReportUpController_reportAgain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/report-change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Report a correction or a cancellation once more that the ministry has returned */
    post: operations['ReportUpController_reportChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/resubmit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Submit again what was returned, answering each of its items; it resumes at the stage that returned it */
    post: operations['SubmittingController_resubmit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Return to the completer, naming what to mend */
    post: operations['DecisionController_giveBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/return-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The ministry’s desk sends the report back */
    post: operations['ReportUpController_returnReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/settle-dispute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer a dispute about an entry: the first unit explains, the department decides what stays disputed */
    post: operations['SettlingController_settle'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/suspect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop it, suspected to be classified: a ground and no content; nobody reads it until the department has looked */
    post: operations['SecrecyController_suspect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who did what, when and why */
    get: operations['SubmissionsController_timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/urge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Urge the desk it waits for */
    post: operations['DeskController_urge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The locked versions, one a round */
    get: operations['VersionsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/versions/{round}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Form and evidence as they were submitted in one round */
    get: operations['VersionsController_version'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/versions/{round}/form': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The paper form as a PDF, printed from this version: bears its digest, and places for signatures and seals */
    get: operations['VersionsController_form'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/versions/{round}/workbook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The form of this version as a workbook (xlsx), from which a draft can be begun; it is not what is handed in */
    get: operations['VersionsController_workbook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/submissions/{serial}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw, as long as the desk has not opened it */
    post: operations['SubmittingController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/temporal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether one may see the Temporal UI: the gateway asks it before each of its pages */
    get: operations['WorkflowPayloadsController_mayLook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/temporal/decode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Opens what Temporal keeps sealed, for the Temporal UI; what was never sealed comes back as it is */
    post: operations['WorkflowPayloadsController_decode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/units/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A completing unit with its code, organiser and doors */
    get: operations['OrganisationsController_unit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All windows, the newest first */
    get: operations['WindowsController_list'];
    put?: never;
    /** Announce a collection window */
    post: operations['WindowsController_announce'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Windows that are not over, for everybody: dates, contacts, manuals */
    get: operations['InformationController_open'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One window with its dates */
    get: operations['WindowsController_view'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The account of a window: everything that entered, in exactly one column; residual 0 */
    get: operations['WindowsController_accountOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The account of a window at every level: as a whole, and of each organisation on the routes of what entered */
    get: operations['WindowsController_accounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/close-now': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End online intake of an open window at this instant, with a reason */
    post: operations['ReschedulingController_closeNow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/close-now/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whom closing the window now would cut off; nothing is stored */
    post: operations['ReschedulingController_previewClosing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Extend a window for everybody past a cut-off on which the system was down, also when that has passed, with a reason */
    post: operations['ExtendingController_extend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/extend/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whom another day for a cut-off on which the system was down would concern, by name; nothing is stored */
    post: operations['ExtendingController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/information': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say whom to ask about a window and what to read first, for its public page */
    put: operations['InformationController_inform'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/reschedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move the dates of a window that is not cut off, with a reason; they bind everybody at once */
    post: operations['ReschedulingController_reschedule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/reschedule/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whose cut-off other dates would move; nothing is stored */
    post: operations['ReschedulingController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/summary-sheets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The summary sheets frozen at the cut-off, as far as one may see them */
    get: operations['WindowsController_sheetsOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/summary-sheets/{organisationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One summary sheet as xlsx; reading it is recorded */
    get: operations['WindowsController_sheet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/summary-sheets/{organisationId}/hand-in-paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand one’s summary sheet in, with all the forms that it lists; each has a result of its own */
    post: operations['CounterController_handIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/summary-sheets/{organisationId}/paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same sheet as a PDF, to be signed, sealed and handed in; reading it is recorded */
    get: operations['WindowsController_paperSheet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/summary-sheets/{organisationId}/receive-paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Receive a summary sheet with all the forms that it lists, from the paper days on; each has a result of its own */
    post: operations['CounterController_receiveSheet'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/windows/{id}/what-if': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** How a running window would come out with another cut-off, more days off or a desk away, and what moves; nothing is stored */
    post: operations['WhatIfController_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    SignInDto: {
      login: string;
      password: string;
      code?: string;
    };
    SignedInDto: {
      person: components['schemas']['NamedPersonDto'];
      position: components['schemas']['PositionDto'];
      positions: components['schemas']['PositionDto'][];
      rights: (
        | 'draft.write'
        | 'submission.read'
        | 'submission.decide'
        | 'objection.decide'
        | 'window.read'
        | 'window.manage'
        | 'calendar.load'
        | 'deadline.extend'
        | 'limit.set'
        | 'report.manage'
        | 'registration.cancel'
        | 'register.import'
        | 'credential.issue'
        | 'credential.secure'
        | 'rights.set'
        | 'people.unmask'
        | 'graph.lint'
        | 'workflow.look'
        | 'audit.read'
        | 'graph.change'
        | 'position.grant'
        | 'draft.handOver'
        | 'notice.read'
        | 'notice.issue'
        | 'notice.forward'
        | 'notice.answer'
        | 'organisation.read'
        | 'inbox.read'
      )[];
      /** @enum {string|null} */
      must: 'change-password' | 'enrol' | 'second-factor' | null;
      secondFactors: ('totp' | 'passkey')[];
      steppedUpUntil: string | null;
    };
    NamedPersonDto: {
      id: string;
      name: string;
    };
    PositionDto: {
      id: string;
      organisationId: string;
      organisationName: string;
      /** @enum {string} */
      organisationKind: 'ministry' | 'department' | 'organiser' | 'municipal' | 'county' | 'unit';
      /** @enum {string} */
      role: 'completer' | 'unitAdmin' | 'manager' | 'superAdmin' | 'liaison' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin';
      rights?: (
        | 'draft.write'
        | 'submission.read'
        | 'submission.decide'
        | 'objection.decide'
        | 'window.read'
        | 'window.manage'
        | 'calendar.load'
        | 'deadline.extend'
        | 'limit.set'
        | 'report.manage'
        | 'registration.cancel'
        | 'register.import'
        | 'credential.issue'
        | 'credential.secure'
        | 'rights.set'
        | 'people.unmask'
        | 'graph.lint'
        | 'workflow.look'
        | 'audit.read'
        | 'graph.change'
        | 'position.grant'
        | 'draft.handOver'
        | 'notice.read'
        | 'notice.issue'
        | 'notice.forward'
        | 'notice.answer'
        | 'organisation.read'
        | 'inbox.read'
      )[];
      deputyFor: string | null;
      endsAt: string | null;
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      /** @enum {string} */
      code:
        | 'NOT_SIGNED_IN'
        | 'SIGN_IN_REFUSED'
        | 'ACCOUNT_LOCKED'
        | 'FIRST_PASSWORD_EXPIRED'
        | 'PASSWORD_MUST_CHANGE'
        | 'SECOND_FACTOR_NOT_ENROLLED'
        | 'SECOND_FACTOR_NEEDED'
        | 'SECOND_FACTOR_REFUSED'
        | 'CODE_USED'
        | 'LAST_SECOND_FACTOR'
        | 'STEP_UP_NEEDED'
        | 'LINK_VOID'
        | 'PASSWORD_TOO_WEAK'
        | 'TOO_MANY_REQUESTS'
        | 'NOT_FOUND'
        | 'NOT_ALLOWED'
        | 'SUPER_ADMIN_EXISTS'
        | 'SEPARATED_DUTY'
        | 'LOGIN_TAKEN'
        | 'APPLICATION_DECIDED'
        | 'LICENCE_NOT_CONFIRMED'
        | 'ORGANISER_EXISTS'
        | 'GRAPH_CHANGED'
        | 'GRAPH_FAULTS'
        | 'SUCCESSOR_MISSING'
        | 'APPLICATIONS_OPEN'
        | 'MALFORMED'
        | 'MEDIA_TYPE_REFUSED'
        | 'INVALID_INPUT'
        | 'IDEMPOTENCY_KEY_MISSING'
        | 'IDEMPOTENCY_KEY_REUSED'
        | 'FIELD_CONFLICT'
        | 'VERSION_CONFLICT'
        | 'PAYLOAD_UNREADABLE'
        | 'BUSY'
        | 'UNAVAILABLE'
        | 'UNEXPECTED'
        | 'FILE_TOO_LARGE'
        | 'FILE_TYPE_REFUSED'
        | 'SHEET_REFUSED'
        | 'IMPORT_REFUSED'
        | 'TOO_MANY_FILES'
        | 'RANGE_OUTSIDE'
        | 'TOO_MANY_UPLOADS'
        | 'UPLOAD_PROTOCOL'
        | 'OFFSET_CONFLICT'
        | 'CHECKSUM_DIFFERS'
        | 'DIGEST_DIFFERS'
        | 'FILE_INFECTED'
        | 'NOT_YET_SCANNED'
        | 'FORM_INCOMPLETE'
        | 'FORM_OUTDATED'
        | 'CLASSIFIED_EXCLUDED'
        | 'SECRECY_NOT_DECLARED'
        | 'GROUND_INCOMPLETE'
        | 'NOT_FIRST_UNIT'
        | 'DECLARATIONS_MISSING'
        | 'OUTSIDE_REGISTRATION_YEAR'
        | 'ALREADY_REGISTERED'
        | 'EVIDENCE_MISSING'
        | 'NO_ROUTE'
        | 'STAGE_ALREADY_DECIDED'
        | 'ACT_NOT_PERMITTED'
        | 'CLAIMED_BY_ANOTHER'
        | 'OWN_SUBMISSION'
        | 'SECOND_STAGE'
        | 'SAME_PERSON_RELEASE'
        | 'CHECK_INCOMPLETE'
        | 'REASON_MISSING'
        | 'URGED_TODAY'
        | 'SECRECY_SUSPECTED'
        | 'RETENTION_OVER'
        | 'ITEMS_UNANSWERED'
        | 'ALREADY_OPENED'
        | 'LIKENESSES_UNJUDGED'
        | 'LIKENESS_DUPLICATE'
        | 'DISPUTE_OPEN'
        | 'PAPER_NOT_RECEIVED'
        | 'PAPER_DIFFERS'
        | 'PAPER_DAYS_NOT_BEGUN'
        | 'NUMBERS_EXHAUSTED'
        | 'OBJECTION_DECIDED'
        | 'NOT_YET_DUE'
        | 'CORRECTION_OPEN'
        | 'CORRECTION_DECIDED'
        | 'NOTHING_CORRECTED'
        | 'NOTICE_LOOSENED'
        | 'DOCUMENT_NUMBER_TAKEN'
        | 'NOTICE_ANSWERED'
        | 'NOBODY_ADDRESSED'
        | 'WINDOW_OVERLAPS'
        | 'WINDOW_CUT_OFF'
        | 'INTAKE_PAUSED'
        | 'WINDOW_DATES_WRONG';
      detail: string;
      details?: {
        [key: string]: unknown;
      };
      traceId: string;
    };
    SessionDto: {
      id: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastSeenAt: string;
      maskedAddress: string | null;
      client: string | null;
      current: boolean;
    };
    ShownSecondFactorDto: {
      code?: string;
      passkey?: components['schemas']['PasskeyAssertionDto'];
    };
    PasskeyAssertionDto: {
      id: string;
      rawId: string;
      /** @enum {string} */
      type: 'public-key';
      clientExtensionResults: Record<string, never>;
      authenticatorAttachment?: string;
      response: components['schemas']['AssertionDto'];
    };
    AssertionDto: {
      clientDataJSON: string;
      authenticatorData: string;
      signature: string;
      userHandle: string;
    };
    ChoosePositionDto: {
      positionId: string;
    };
    ColleagueDto: {
      personId: string;
      name: string;
      mobile: string | null;
      mail: string | null;
      positionId: string;
      /** @enum {string} */
      role: 'completer' | 'unitAdmin' | 'manager' | 'superAdmin' | 'liaison' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin';
      deputyFor: string | null;
      endsAt: string | null;
    };
    SearchPeopleDto: {
      mobile: string;
    };
    KnownPersonDto: {
      personId: string;
      name: string;
      mobile: string | null;
      mail: string | null;
    };
    UnmaskDto: {
      reason: string;
    };
    ContactDto: {
      mobile: string | null;
      mail: string | null;
    };
    GrantDeputyDto: {
      personId: string;
      deputyOf: string;
      endsOn: string;
      reason: string;
    };
    DeputyDto: {
      positionId: string;
      personId: string;
      organisationId: string;
      deputyOf: string;
      deputyFor: string;
      endsAt: string;
    };
    OrganisationDto: {
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'ministry' | 'department' | 'organiser' | 'municipal' | 'county' | 'unit';
      level: number | null;
      areaCode: string;
      path: string;
      credentialParentId: string | null;
      noticeParentId: string | null;
      organiserKind: string | null;
      contactOffice: string | null;
      contactPhone: string | null;
      version: number;
    };
    OrganisationWithUnitDto: {
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'ministry' | 'department' | 'organiser' | 'municipal' | 'county' | 'unit';
      level: number | null;
      areaCode: string;
      path: string;
      credentialParentId: string | null;
      noticeParentId: string | null;
      organiserKind: string | null;
      contactOffice: string | null;
      contactPhone: string | null;
      version: number;
      unit: components['schemas']['UnitDetailsDto'] | null;
    };
    UnitDetailsDto: {
      uscc: string;
      unitKind: string;
      organiserId: string;
      field: string | null;
      doors: ('municipal' | 'organiser')[];
      ownOrganiser: boolean;
      singlePerson: boolean;
    };
    UnitDto: {
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'ministry' | 'department' | 'organiser' | 'municipal' | 'county' | 'unit';
      level: number | null;
      areaCode: string;
      path: string;
      credentialParentId: string | null;
      noticeParentId: string | null;
      organiserKind: string | null;
      contactOffice: string | null;
      contactPhone: string | null;
      version: number;
      uscc: string;
      unitKind: string;
      organiserId: string;
      field: string | null;
      doors: ('municipal' | 'organiser')[];
      ownOrganiser: boolean;
      singlePerson: boolean;
    };
    SecondFactorDto: {
      compulsory: boolean;
      /** Format: date-time */
      totpSince: string | null;
      passkeys: components['schemas']['PasskeyDto'][];
      recoveryCodesLeft: number;
    };
    PasskeyDto: {
      id: string;
      name: string;
      /** Format: date-time */
      addedAt: string;
      /** Format: date-time */
      lastUsedAt: string | null;
    };
    TotpEnrolmentDto: {
      secret: string;
      uri: string;
    };
    CodeDto: {
      code: string;
    };
    EnrolledDto: {
      recoveryCodes: string[] | null;
    };
    AddPasskeyDto: {
      name: string;
      credential: components['schemas']['PasskeyAttestationDto'];
    };
    PasskeyAttestationDto: {
      id: string;
      rawId: string;
      /** @enum {string} */
      type: 'public-key';
      clientExtensionResults: Record<string, never>;
      authenticatorAttachment?: string;
      response: components['schemas']['AttestationDto'];
    };
    AttestationDto: {
      clientDataJSON: string;
      attestationObject: string;
      authenticatorData: string;
      publicKey: string;
      publicKeyAlgorithm?: number;
      transports?: string[];
    };
    RecoveryCodesDto: {
      recoveryCodes: string[];
    };
    ResetDto: {
      personId: string;
    };
    IssueCredentialDto: {
      /**
       * @default shown
       * @enum {string}
       */
      delivery: 'shown' | 'slip' | 'mail';
      organisationId: string;
      /** @enum {string} */
      role: 'completer' | 'unitAdmin' | 'manager' | 'superAdmin' | 'liaison' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin';
      login?: string;
      personId?: string;
      person?: components['schemas']['NewPersonDto'];
      onApplication?: string;
    };
    NewPersonDto: {
      name: string;
      mobile?: string;
      /** Format: email */
      mail?: string;
    };
    IssuedCredentialDto: {
      personId: string;
      positionId: string;
      login: string;
      firstPassword?: string;
      firstPasswordExpiresAt: string | null;
    };
    DeliveryDto: {
      /**
       * @default shown
       * @enum {string}
       */
      delivery: 'shown' | 'slip' | 'mail';
    };
    RecoverCredentialDto: {
      /**
       * @default shown
       * @enum {string}
       */
      delivery: 'shown' | 'slip' | 'mail';
      reason: string;
    };
    ChangePasswordDto: {
      current: string;
      next: string;
    };
    OpenLinkDto: {
      link: string;
      password: string;
    };
    HolderDto: {
      personId: string;
      name: string;
      mobile: string | null;
      mail: string | null;
      login: components['schemas']['HeldLoginDto'] | null;
      recoverable: boolean;
      positions: components['schemas']['HolderPositionDto'][];
    };
    HeldLoginDto: {
      login: string;
      /** @enum {string} */
      state: 'first-password' | 'first-password-expired' | 'active' | 'disabled' | 'revoked';
      firstPasswordExpiresAt: string | null;
      lastUsedAt: string | null;
      hasSecondFactor: boolean;
    };
    HolderPositionDto: {
      id: string;
      organisationId: string;
      organisationName: string;
      /** @enum {string} */
      organisationKind: 'ministry' | 'department' | 'organiser' | 'municipal' | 'county' | 'unit';
      /** @enum {string} */
      role: 'completer' | 'unitAdmin' | 'manager' | 'superAdmin' | 'liaison' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin';
      deputyFor: string | null;
      endsAt: string | null;
      issuable: boolean;
    };
    IssuableRolesDto: {
      roles: ('completer' | 'unitAdmin' | 'manager' | 'superAdmin' | 'liaison' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin')[];
    };
    EndPositionDto: {
      reason: string;
    };
    ReviewRouteDto: {
      routeId: string;
      version: number;
      name: string;
      paperRequired: boolean;
      legs: components['schemas']['RouteLegDto'][];
      unit: components['schemas']['RouteUnitDto'];
    };
    RouteLegDto: {
      /** @enum {string} */
      kind: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry';
      organisationId: string;
    };
    RouteUnitDto: {
      id: string;
      name: string;
      uscc: string;
      areaCode: string;
      organiserId: string;
      ofOne: boolean;
    };
    GraphFaultDto: {
      /** @enum {string} */
      fault:
        | 'orphan'
        | 'cycle'
        | 'wrongParent'
        | 'noContact'
        | 'noOrganiser'
        | 'areaContested'
        | 'noRoute'
        | 'deskCannotReview'
        | 'deskUnstaffed'
        | 'superAdmins';
      organisationId: string;
      in: string;
    };
    PreviewChangeDto: {
      change:
        | components['schemas']['CreateDto']
        | components['schemas']['TransferDto']
        | components['schemas']['RenameDto']
        | components['schemas']['MergeDto']
        | components['schemas']['SplitDto']
        | components['schemas']['CloseDto']
        | components['schemas']['RevokeDto']
        | components['schemas']['HandOverDto'];
    };
    CreateDto: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'create';
      organisation: components['schemas']['NewOrganisationDto'];
    };
    NewOrganisationDto: {
      name: string;
      /** @enum {string} */
      kind: 'organiser' | 'municipal' | 'county' | 'unit';
      areaCode: string;
      credentialParentId: string;
      noticeParentId: string;
      organiserKind?: string;
      contactOffice: string;
      contactPhone: string;
      unit?: components['schemas']['UnitDetailsDto'];
    };
    TransferDto: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'transfer';
      organisationId: string;
      to: components['schemas']['NewPlaceDto'];
    };
    NewPlaceDto: {
      credentialParentId?: string;
      noticeParentId?: string;
      organiserId?: string;
      areaCode?: string;
      field?: string;
      doors?: ('municipal' | 'organiser')[];
      ownOrganiser?: boolean;
    };
    RenameDto: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'rename';
      organisationId: string;
      name?: string;
      contactOffice?: string;
      contactPhone?: string;
    };
    MergeDto: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'merge';
      organisationId: string;
      intoId: string;
      areas?: components['schemas']['AreaChangeDto'][];
    };
    AreaChangeDto: {
      from: string;
      to: string;
    };
    SplitDto: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'split';
      organisationId: string;
      organisation: components['schemas']['NewOrganisationDto'];
      people: components['schemas']['RoleInNewDto'][];
      organisationIds: string[];
    };
    RoleInNewDto: {
      personId: string;
      /** @enum {string} */
      role: 'completer' | 'unitAdmin' | 'manager' | 'superAdmin' | 'liaison' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin';
    };
    CloseDto: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'close';
      organisationId: string;
      successorId?: string;
    };
    RevokeDto: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'revoke';
      organisationId: string;
      appointments: components['schemas']['AppointmentDto'][];
    };
    AppointmentDto: {
      personId: string;
      /** @enum {string} */
      role: 'completer' | 'unitAdmin' | 'manager' | 'superAdmin' | 'liaison' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin';
      organisationId: string;
    };
    HandOverDto: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'handOver';
      organisationId: string;
      toId: string;
      organisationIds?: string[];
    };
    GraphPreviewDto: {
      version: string;
      effects: components['schemas']['GraphEffectsDto'];
      faults: components['schemas']['GraphFaultDto'][];
      people: components['schemas']['AffectedPersonDto'][];
      open: components['schemas']['OpenWorkDto'];
      applicationCount: number;
    };
    GraphEffectsDto: {
      organisations: components['schemas']['OrganisationEffectDto'][];
      positions: components['schemas']['PositionEffectDto'][];
      credentials: components['schemas']['CredentialEffectDto'][];
      routes: components['schemas']['RouteEffectDto'][];
      addressees: components['schemas']['AddresseeEffectDto'][];
    };
    OrganisationEffectDto: {
      organisationId: string;
      before: components['schemas']['StandingDto'] | null;
      after: components['schemas']['StandingDto'];
    };
    StandingDto: {
      name: string;
      credentialParentId: string | null;
      noticeParentId: string | null;
      organiserId: string | null;
      areaCode: string;
      closed: boolean;
    };
    PositionEffectDto: {
      personId: string;
      organisationId: string;
      /** @enum {string} */
      role: 'completer' | 'unitAdmin' | 'manager' | 'superAdmin' | 'liaison' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin';
      /** @enum {string} */
      change: 'granted' | 'ended';
    };
    CredentialEffectDto: {
      personId: string;
      fromId: string;
      toId: string | null;
    };
    RouteEffectDto: {
      unitId: string;
      /** @enum {string} */
      door: 'municipal' | 'organiser';
      before: components['schemas']['RouteLegDto'][] | null;
      after: components['schemas']['RouteLegDto'][] | null;
    };
    AddresseeEffectDto: {
      organisationId: string;
      fromId: string | null;
      toId: string | null;
    };
    AffectedPersonDto: {
      personId: string;
      name: string;
    };
    OpenWorkDto: {
      submissions: components['schemas']['OpenSubmissionDto'][];
      submissionCount: number;
      draftCount: number;
    };
    OpenSubmissionDto: {
      serial: string;
      unitId: string;
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      /** @enum {string|null} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | null;
      deskId: string | null;
    };
    ChangeGraphDto: {
      change:
        | components['schemas']['CreateDto']
        | components['schemas']['TransferDto']
        | components['schemas']['RenameDto']
        | components['schemas']['MergeDto']
        | components['schemas']['SplitDto']
        | components['schemas']['CloseDto']
        | components['schemas']['RevokeDto']
        | components['schemas']['HandOverDto'];
      version: string;
      reason: string;
    };
    GraphChangedDto: {
      number: number;
      organisationId: string | null;
      effects: components['schemas']['GraphEffectsDto'];
    };
    MoveToLimitDto: {
      reason: string;
      limitId: string;
    };
    ApplicationProgressDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
    };
    ImportedUnitsDto: {
      rows: number;
      faults: components['schemas']['RowFaultDto'][];
      organisationIds: string[];
    };
    RowFaultDto: {
      row: number;
      field: string;
      label: string | null;
      /** @enum {string} */
      code: 'required' | 'malformed' | 'formula' | 'repeated' | 'taken' | 'unknown' | 'notAllowed' | 'graph' | 'checkCharacter';
      /** @enum {string} */
      severity: 'error' | 'warning';
      sentence: string;
    };
    ImportedPeopleDto: {
      rows: number;
      faults: components['schemas']['RowFaultDto'][];
      people: components['schemas']['IssuedCredentialDto'][];
    };
    PositionRightsDto: {
      positionId: string;
      personId: string;
      organisationId: string;
      /** @enum {string} */
      role: 'completer' | 'unitAdmin' | 'manager' | 'superAdmin' | 'liaison' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin';
      rights: (
        | 'draft.write'
        | 'submission.read'
        | 'submission.decide'
        | 'objection.decide'
        | 'window.read'
        | 'window.manage'
        | 'calendar.load'
        | 'deadline.extend'
        | 'limit.set'
        | 'report.manage'
        | 'registration.cancel'
        | 'register.import'
        | 'credential.issue'
        | 'credential.secure'
        | 'rights.set'
        | 'people.unmask'
        | 'graph.lint'
        | 'workflow.look'
        | 'audit.read'
        | 'graph.change'
        | 'position.grant'
        | 'draft.handOver'
        | 'notice.read'
        | 'notice.issue'
        | 'notice.forward'
        | 'notice.answer'
        | 'organisation.read'
        | 'inbox.read'
      )[];
      byDefault: (
        | 'draft.write'
        | 'submission.read'
        | 'submission.decide'
        | 'objection.decide'
        | 'window.read'
        | 'window.manage'
        | 'calendar.load'
        | 'deadline.extend'
        | 'limit.set'
        | 'report.manage'
        | 'registration.cancel'
        | 'register.import'
        | 'credential.issue'
        | 'credential.secure'
        | 'rights.set'
        | 'people.unmask'
        | 'graph.lint'
        | 'workflow.look'
        | 'audit.read'
        | 'graph.change'
        | 'position.grant'
        | 'draft.handOver'
        | 'notice.read'
        | 'notice.issue'
        | 'notice.forward'
        | 'notice.answer'
        | 'organisation.read'
        | 'inbox.read'
      )[];
      settable: (
        | 'draft.write'
        | 'submission.read'
        | 'submission.decide'
        | 'objection.decide'
        | 'window.read'
        | 'window.manage'
        | 'calendar.load'
        | 'deadline.extend'
        | 'limit.set'
        | 'report.manage'
        | 'registration.cancel'
        | 'register.import'
        | 'credential.issue'
        | 'credential.secure'
        | 'rights.set'
        | 'people.unmask'
        | 'graph.lint'
        | 'workflow.look'
        | 'audit.read'
        | 'graph.change'
        | 'position.grant'
        | 'draft.handOver'
        | 'notice.read'
        | 'notice.issue'
        | 'notice.forward'
        | 'notice.answer'
        | 'organisation.read'
        | 'inbox.read'
      )[];
    };
    SetRightsDto: {
      rights: (
        | 'draft.write'
        | 'submission.read'
        | 'submission.decide'
        | 'objection.decide'
        | 'window.read'
        | 'window.manage'
        | 'calendar.load'
        | 'deadline.extend'
        | 'limit.set'
        | 'report.manage'
        | 'registration.cancel'
        | 'register.import'
        | 'credential.issue'
        | 'credential.secure'
        | 'rights.set'
        | 'people.unmask'
        | 'graph.lint'
        | 'workflow.look'
        | 'audit.read'
        | 'graph.change'
        | 'position.grant'
        | 'draft.handOver'
        | 'notice.read'
        | 'notice.issue'
        | 'notice.forward'
        | 'notice.answer'
        | 'organisation.read'
        | 'inbox.read'
      )[];
      reason: string;
    };
    CustodyDto: {
      reason: string;
    };
    AuditDto: {
      subject: string;
      entries: components['schemas']['AuditEntryDto'][];
      kinds: string[];
      fault: components['schemas']['AuditFaultDto'] | null;
    };
    AuditEntryDto: {
      number: number;
      kind: string;
      at: string;
      by: string | null;
      organisationId: string | null;
      detail: Record<string, never>;
      text: Record<string, never> | null;
      hash: string;
    };
    AuditFaultDto: {
      number: number;
      /** @enum {string} */
      fault: 'number' | 'link' | 'hash' | 'text' | 'end';
    };
    ApplyForCredentialDto: {
      name: string;
      mobile: string;
      /** Format: email */
      mail: string;
      uscc: string;
      unitName: string;
      areaCode: string;
      /** @enum {string} */
      field: 'energy' | 'other';
      /** @enum {string} */
      role: 'completer' | 'unitAdmin';
    };
    CredentialAppliedDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
      secret?: string;
      checkCharacterDoubtful: boolean;
    };
    CredentialApplicationDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
      deskId: string;
      dueOn: string | null;
      dueProvisional: boolean;
      dueAt: string | null;
      escalatedAt: string | null;
      name: string;
      mobile: string | null;
      /** @enum {string} */
      role: 'completer' | 'unitAdmin';
      uscc: string;
      unitName: string;
      areaCode: string;
      /** @enum {string} */
      field: 'energy' | 'other';
      unitId: string | null;
    };
    ApplicantViewDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
      dueOn: string | null;
      dueProvisional: boolean;
      reason: string | null;
    };
    CredentialApplicationPageDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
      deskId: string;
      dueOn: string | null;
      dueProvisional: boolean;
      dueAt: string | null;
      escalatedAt: string | null;
      mayDecide: boolean;
      due: Record<string, never> | null;
      timeline: components['schemas']['ApplicationActDto'][];
      name: string;
      mobile: string | null;
      mail: string | null;
      /** @enum {string} */
      role: 'completer' | 'unitAdmin';
      uscc: string;
      checkCharacterDoubtful: boolean;
      unitName: string;
      areaCode: string;
      /** @enum {string} */
      field: 'energy' | 'other';
      unitId: string | null;
      similar: components['schemas']['SimilarDto'];
    };
    ApplicationActDto: {
      number: number;
      act: string;
      at: string;
      by: string | null;
      reason: string | null;
    };
    SimilarDto: {
      units: components['schemas']['SimilarUnitDto'][];
      people: components['schemas']['SimilarPersonDto'][];
      applications: components['schemas']['SimilarApplicationDto'][];
    };
    SimilarUnitDto: {
      id: string;
      name: string;
      uscc: string;
    };
    SimilarPersonDto: {
      personId: string;
      name: string;
      mobile: string | null;
      hasLogin: boolean;
    };
    SimilarApplicationDto: {
      id: string;
      state: string;
    };
    IssueOnApplicationDto: {
      /**
       * @default shown
       * @enum {string}
       */
      delivery: 'shown' | 'slip' | 'mail';
      login?: string;
      personId?: string;
      licenceConfirmed?: boolean;
      unit?: components['schemas']['UnitOfLicenceDto'];
    };
    UnitOfLicenceDto: {
      /** @enum {string} */
      unitKind: 'enterprise' | 'institute' | 'university' | 'hospital' | 'other';
      contactPhone: string;
      contactOffice?: string;
      singlePerson: boolean;
    };
    IssuedOnApplicationDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
      unitId: string;
      personId: string;
      login: string;
      firstPassword?: string;
      firstPasswordExpiresAt: string | null;
    };
    ReasonDto: {
      reason: string;
    };
    RedirectDto: {
      reason: string;
      toOrganisationId: string;
    };
    AppliedDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
      secret?: string;
    };
    OrganiserApplicationDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
      deskId: string;
      dueOn: string | null;
      dueProvisional: boolean;
      dueAt: string | null;
      escalatedAt: string | null;
      organiser: string;
      /** @enum {string} */
      kind:
        | 'municipal-science'
        | 'provincial-department'
        | 'special-body'
        | 'direct-body'
        | 'managed-body'
        | 'dispatched-body'
        | 'public-institution'
        | 'central-enterprise'
        | 'otherwise-approved';
      openedAt: string | null;
    };
    OrganiserApplicationPageDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
      deskId: string;
      dueOn: string | null;
      dueProvisional: boolean;
      dueAt: string | null;
      escalatedAt: string | null;
      mayDecide: boolean;
      due: Record<string, never> | null;
      timeline: components['schemas']['ApplicationActDto'][];
      organiser: string;
      /** @enum {string} */
      kind:
        | 'municipal-science'
        | 'provincial-department'
        | 'special-body'
        | 'direct-body'
        | 'managed-body'
        | 'dispatched-body'
        | 'public-institution'
        | 'central-enterprise'
        | 'otherwise-approved';
      address: string;
      postcode: string;
      legalRepresentative: string;
      leader: components['schemas']['NamedContactDto'];
      department: string;
      head: components['schemas']['NamedContactDto'];
      staff: components['schemas']['NamedContactDto'];
      declaration: string;
      signedOn: string;
      openedAt: string | null;
      organisationId: string | null;
      scans: components['schemas']['OrganiserScanDto'][];
      similar: components['schemas']['SimilarOrganiserDto'][];
    };
    NamedContactDto: {
      name: string;
      mobile: string | null;
      mail: string | null;
    };
    OrganiserScanDto: {
      /** @enum {string} */
      scan: 'signature' | 'seal';
      fileName: string;
      mediaType: string;
      bytes: number;
      sha256: string;
    };
    SimilarOrganiserDto: {
      id: string;
      name: string;
    };
    ApproveDto: {
      /**
       * @default shown
       * @enum {string}
       */
      delivery: 'shown' | 'slip' | 'mail';
      login: string;
      /** @enum {string} */
      superAdmin: 'head' | 'staff';
      areaCode: string;
      contactPhone: string;
    };
    ApprovedDto: {
      id: string;
      /** @enum {string} */
      state: 'applied' | 'issued' | 'issued-expired' | 'active' | 'refused' | 'withdrawn' | 'received' | 'approved';
      receivedAt: string;
      lastFact: number;
      organisationId: string;
      personId: string;
      login: string;
      firstPassword?: string;
      firstPasswordExpiresAt: string | null;
    };
    OrganiserContactsDto: {
      leader: components['schemas']['NamedContactDto'];
      head: components['schemas']['NamedContactDto'];
      staff: components['schemas']['NamedContactDto'];
    };
    CreateDraftDto: {
      form: components['schemas']['AppliedForm'] | components['schemas']['BasicForm'] | components['schemas']['SoftForm'];
    };
    AppliedForm: {
      /** @description 成果名称 */
      name?: string;
      /** @description 研究起始日期 */
      studyFrom?: string;
      /** @description 研究终止日期 */
      studyTo?: string;
      /**
       * @description 成果类别
       * @enum {string}
       */
      category?: 'applied' | 'basic' | 'soft';
      /** @description 关键词 */
      keywords?: string[];
      /**
       * @description 成果密级
       * @enum {string}
       */
      secrecy?: 'public' | 'classified';
      /**
       * @description 登记依据
       * @enum {string}
       */
      ground?: 'must' | 'voluntary' | 'may';
      /**
       * @description 成果体现形式
       * @enum {string}
       */
      embodiment?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08';
      /** @description 其他体现形式（注明） */
      embodimentNote?: string;
      /**
       * @description 标准形式
       * @enum {string}
       */
      standardForm?: '01' | '02' | '03' | '04' | '05';
      /**
       * @description 成果属性
       * @enum {string}
       */
      attribute?: '1' | '2' | '3';
      /**
       * @description 成果所处阶段
       * @enum {string}
       */
      phase?: '1' | '2' | '3';
      /**
       * @description 成果水平
       * @enum {string}
       */
      achievementLevel?: '1' | '2' | '3' | '4' | '5' | '9';
      /**
       * @description 研究形式
       * @enum {string}
       */
      researchForm?: '01' | '02' | '03' | '04' | '05' | '06';
      /** @description 学科分类 */
      disciplines?: string[];
      /** @description 中图分类号 */
      clcNumber?: string;
      /**
       * @description 应用行业门类
       * @enum {string}
       */
      industrySection?:
        'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T';
      /**
       * @description 应用行业大类
       * @enum {string}
       */
      industryDivision?:
        | '01'
        | '02'
        | '03'
        | '04'
        | '05'
        | '06'
        | '07'
        | '08'
        | '09'
        | '10'
        | '11'
        | '12'
        | '13'
        | '14'
        | '15'
        | '16'
        | '17'
        | '18'
        | '19'
        | '20'
        | '21'
        | '22'
        | '23'
        | '24'
        | '25'
        | '26'
        | '27'
        | '28'
        | '29'
        | '30'
        | '31'
        | '32'
        | '33'
        | '34'
        | '35'
        | '36'
        | '37'
        | '38'
        | '39'
        | '40'
        | '41'
        | '42'
        | '43'
        | '44'
        | '45'
        | '46'
        | '47'
        | '48'
        | '49'
        | '50'
        | '51'
        | '52'
        | '53'
        | '54'
        | '55'
        | '56'
        | '57'
        | '58'
        | '59'
        | '60'
        | '61'
        | '62'
        | '63'
        | '64'
        | '65'
        | '66'
        | '67'
        | '68'
        | '69'
        | '70'
        | '71'
        | '72'
        | '73'
        | '74'
        | '75'
        | '76'
        | '77'
        | '78'
        | '79'
        | '80'
        | '81'
        | '82'
        | '83'
        | '84'
        | '85'
        | '86'
        | '87'
        | '88'
        | '89'
        | '90'
        | '91'
        | '92'
        | '93'
        | '94'
        | '95'
        | '96'
        | '97';
      /**
       * @description 高新技术领域
       * @enum {string}
       */
      highTechField?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '99';
      /**
       * @description 课题来源
       * @enum {string}
       */
      projectSource?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '99';
      /** @description 计划名称 */
      projectProgramme?: string;
      /** @description 立项编号 */
      projectNumber?: string;
      /** @description 立项名称 */
      projectName?: string;
      /** @description 立项部门 */
      sponsor?: string;
      /** @description 是否经立项部门验收 */
      acceptedBySponsor?: boolean;
      /**
       * Format: date
       * @description 验收日期
       */
      acceptedOn?: string;
      /** @description 经费实际投入额 */
      funding?: {
        /**
         * @description 经费来源
         * @enum {string}
         */
        source?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '09';
        /** @description 金额 */
        amount?: string;
      }[];
      /**
       * @description 评价方式
       * @enum {string}
       */
      evaluationMethod?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '99';
      /** @description 评价单位 */
      evaluatedBy?: string;
      /**
       * Format: date
       * @description 评价日期
       */
      evaluatedOn?: string;
      /** @description 证书（报告）号 */
      evaluationNumber?: string;
      /** @description 评价委员会名单 */
      evaluators?: {
        /** @description 姓名 */
        name?: string;
        /** @description 工作单位 */
        workUnit?: string;
        /**
         * @description 技术职称
         * @enum {string}
         */
        title?: '1' | '2' | '3' | '4' | '9';
        /** @description 所学专业 */
        specialty?: string;
      }[];
      /** @description 评价结论 */
      evaluationConclusion?: string;
      /** @description 是否取得知识产权 */
      hasIpRights?: boolean;
      /** @description 知识产权状况 */
      ipRights?: {
        /**
         * @description 形式
         * @enum {string}
         */
        kind?: '01' | '02' | '03' | '04' | '05' | '06' | '99';
        /** @description 授权（登记）号 */
        number?: string;
        /** @description 名称 */
        name?: string;
        /**
         * Format: date
         * @description 授权日期
         */
        grantedOn?: string;
      }[];
      /**
       * @description 应用状态
       * @enum {string}
       */
      applicationState?: '1' | '2' | '3' | '4' | '5';
      /**
       * @description 未应用或停用原因
       * @enum {string}
       */
      idleReason?: '1' | '2' | '3' | '4' | '5' | '9';
      /** @description 新增销售收入 */
      newRevenue?: string;
      /** @description 新增利润 */
      newProfit?: string;
      /** @description 新增税收 */
      newTax?: string;
      /** @description 节约资金 */
      savings?: string;
      /** @description 转化方式 */
      transferModes?: ('1' | '2' | '3' | '4' | '5')[];
      /** @description 转化需求 */
      transferNeeds?: string;
      /** @description 转化需求是否公开 */
      transferPublic?: boolean;
      /** @description 完成单位 */
      units?: {
        /** @description 单位名称 */
        name?: string;
        /** @description 统一社会信用代码 */
        uscc?: string;
        /** @description 系统内单位 */
        unitId?: string;
        /**
         * @description 单位属性
         * @enum {string}
         */
        kind?: 'institute' | 'university' | 'enterprise' | 'hospital' | 'other';
        /**
         * @description 所在省市
         * @enum {string}
         */
        areaCode?:
          | '11'
          | '12'
          | '13'
          | '14'
          | '15'
          | '21'
          | '22'
          | '23'
          | '31'
          | '32'
          | '33'
          | '34'
          | '35'
          | '36'
          | '37'
          | '41'
          | '42'
          | '43'
          | '44'
          | '45'
          | '46'
          | '50'
          | '51'
          | '52'
          | '53'
          | '54'
          | '61'
          | '62'
          | '63'
          | '64'
          | '65'
          | '1401'
          | '1402'
          | '1403'
          | '1404'
          | '1405'
          | '1406'
          | '1407'
          | '1408'
          | '1409'
          | '1410'
          | '1411'
          | '140105'
          | '140106'
          | '140107'
          | '140108'
          | '140109'
          | '140110'
          | '140121'
          | '140122'
          | '140123'
          | '140181'
          | '140212'
          | '140213'
          | '140214'
          | '140215'
          | '140221'
          | '140222'
          | '140223'
          | '140224'
          | '140225'
          | '140226'
          | '140302'
          | '140303'
          | '140311'
          | '140321'
          | '140322'
          | '140403'
          | '140404'
          | '140405'
          | '140406'
          | '140423'
          | '140425'
          | '140426'
          | '140427'
          | '140428'
          | '140429'
          | '140430'
          | '140431'
          | '140502'
          | '140521'
          | '140522'
          | '140524'
          | '140525'
          | '140581'
          | '140602'
          | '140603'
          | '140621'
          | '140622'
          | '140623'
          | '140681'
          | '140702'
          | '140703'
          | '140721'
          | '140722'
          | '140723'
          | '140724'
          | '140725'
          | '140727'
          | '140728'
          | '140729'
          | '140781'
          | '140802'
          | '140821'
          | '140822'
          | '140823'
          | '140824'
          | '140825'
          | '140826'
          | '140827'
          | '140828'
          | '140829'
          | '140830'
          | '140881'
          | '140882'
          | '140902'
          | '140921'
          | '140922'
          | '140923'
          | '140924'
          | '140925'
          | '140926'
          | '140927'
          | '140928'
          | '140929'
          | '140930'
          | '140931'
          | '140932'
          | '140981'
          | '141002'
          | '141021'
          | '141022'
          | '141023'
          | '141024'
          | '141025'
          | '141026'
          | '141027'
          | '141028'
          | '141029'
          | '141030'
          | '141031'
          | '141032'
          | '141033'
          | '141034'
          | '141081'
          | '141082'
          | '141102'
          | '141121'
          | '141122'
          | '141123'
          | '141124'
          | '141125'
          | '141126'
          | '141127'
          | '141128'
          | '141129'
          | '141130'
          | '141181'
          | '141182';
        /** @description 隶属省部 */
        affiliation?: string;
        /** @description 通讯地址 */
        address?: string;
        /** @description 邮政编码 */
        postcode?: string;
        /** @description 联系人 */
        contact?: string;
        /** @description 联系电话 */
        phone?: string;
        /** @description 电子邮箱 */
        email?: string;
      }[];
      /** @description 完成人 */
      completers?: {
        /** @description 姓名 */
        name?: string;
        /**
         * @description 性别
         * @enum {string}
         */
        gender?: 'male' | 'female';
        /** @description 出生年月 */
        bornIn?: string;
        /**
         * @description 技术职称
         * @enum {string}
         */
        title?: '1' | '2' | '3' | '4' | '9';
        /**
         * @description 文化程度
         * @enum {string}
         */
        education?: '1' | '2' | '3' | '4' | '5' | '9';
        /** @description 是否留学归国 */
        returnee?: boolean;
        /** @description 工作单位 */
        workUnit?: string;
        /** @description 对成果创造性贡献 */
        contribution?: string;
        /** @description 系统内人员 */
        personId?: string;
      }[];
      /** @description 联系方式 */
      contactPhone?: string;
      /** @description 成果简介 */
      summary?: string;
      /** @description 声明 */
      declarations?: ('truthful' | 'noDispute' | 'notRegistered' | 'notClassified' | 'equalsEvidence')[];
    };
    BasicForm: {
      /** @description 成果名称 */
      name?: string;
      /** @description 研究起始日期 */
      studyFrom?: string;
      /** @description 研究终止日期 */
      studyTo?: string;
      /**
       * @description 成果类别
       * @enum {string}
       */
      category?: 'applied' | 'basic' | 'soft';
      /** @description 关键词 */
      keywords?: string[];
      /**
       * @description 成果密级
       * @enum {string}
       */
      secrecy?: 'public' | 'classified';
      /**
       * @description 登记依据
       * @enum {string}
       */
      ground?: 'must' | 'voluntary' | 'may';
      /**
       * @description 成果体现形式
       * @enum {string}
       */
      embodiment?: '01' | '02' | '03' | '04';
      /** @description 其他体现形式（注明） */
      embodimentNote?: string;
      /**
       * @description 标准形式
       * @enum {string}
       */
      standardForm?: '01' | '02' | '03' | '04' | '05';
      /**
       * @description 成果水平
       * @enum {string}
       */
      achievementLevel?: '1' | '2' | '3' | '4' | '5' | '9';
      /**
       * @description 研究形式
       * @enum {string}
       */
      researchForm?: '01' | '02' | '03' | '04' | '05' | '06';
      /** @description 学科分类 */
      disciplines?: string[];
      /** @description 中图分类号 */
      clcNumber?: string;
      /**
       * @description 应用行业门类
       * @enum {string}
       */
      industrySection?:
        'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T';
      /**
       * @description 应用行业大类
       * @enum {string}
       */
      industryDivision?:
        | '01'
        | '02'
        | '03'
        | '04'
        | '05'
        | '06'
        | '07'
        | '08'
        | '09'
        | '10'
        | '11'
        | '12'
        | '13'
        | '14'
        | '15'
        | '16'
        | '17'
        | '18'
        | '19'
        | '20'
        | '21'
        | '22'
        | '23'
        | '24'
        | '25'
        | '26'
        | '27'
        | '28'
        | '29'
        | '30'
        | '31'
        | '32'
        | '33'
        | '34'
        | '35'
        | '36'
        | '37'
        | '38'
        | '39'
        | '40'
        | '41'
        | '42'
        | '43'
        | '44'
        | '45'
        | '46'
        | '47'
        | '48'
        | '49'
        | '50'
        | '51'
        | '52'
        | '53'
        | '54'
        | '55'
        | '56'
        | '57'
        | '58'
        | '59'
        | '60'
        | '61'
        | '62'
        | '63'
        | '64'
        | '65'
        | '66'
        | '67'
        | '68'
        | '69'
        | '70'
        | '71'
        | '72'
        | '73'
        | '74'
        | '75'
        | '76'
        | '77'
        | '78'
        | '79'
        | '80'
        | '81'
        | '82'
        | '83'
        | '84'
        | '85'
        | '86'
        | '87'
        | '88'
        | '89'
        | '90'
        | '91'
        | '92'
        | '93'
        | '94'
        | '95'
        | '96'
        | '97';
      /**
       * @description 课题来源
       * @enum {string}
       */
      projectSource?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '99';
      /** @description 计划名称 */
      projectProgramme?: string;
      /** @description 立项编号 */
      projectNumber?: string;
      /** @description 立项名称 */
      projectName?: string;
      /** @description 立项部门 */
      sponsor?: string;
      /** @description 是否经立项部门验收 */
      acceptedBySponsor?: boolean;
      /**
       * Format: date
       * @description 验收日期
       */
      acceptedOn?: string;
      /** @description 经费实际投入额 */
      funding?: {
        /**
         * @description 经费来源
         * @enum {string}
         */
        source?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '09';
        /** @description 金额 */
        amount?: string;
      }[];
      /**
       * @description 评价方式
       * @enum {string}
       */
      evaluationMethod?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '99';
      /** @description 评价单位 */
      evaluatedBy?: string;
      /**
       * Format: date
       * @description 评价日期
       */
      evaluatedOn?: string;
      /** @description 证书（报告）号 */
      evaluationNumber?: string;
      /** @description 评价委员会名单 */
      evaluators?: {
        /** @description 姓名 */
        name?: string;
        /** @description 工作单位 */
        workUnit?: string;
        /**
         * @description 技术职称
         * @enum {string}
         */
        title?: '1' | '2' | '3' | '4' | '9';
        /** @description 所学专业 */
        specialty?: string;
      }[];
      /** @description 评价结论 */
      evaluationConclusion?: string;
      /** @description 论文、著作 */
      papers?: {
        /** @description 题名 */
        title?: string;
        /** @description 刊物或出版社 */
        publishedBy?: string;
        /** @description 发表时间 */
        publishedIn?: string;
        /** @description 收录 */
        indexedBy?: string;
        /** @description 被引次数 */
        citations?: number;
      }[];
      /** @description 完成单位 */
      units?: {
        /** @description 单位名称 */
        name?: string;
        /** @description 统一社会信用代码 */
        uscc?: string;
        /** @description 系统内单位 */
        unitId?: string;
        /**
         * @description 单位属性
         * @enum {string}
         */
        kind?: 'institute' | 'university' | 'enterprise' | 'hospital' | 'other';
        /**
         * @description 所在省市
         * @enum {string}
         */
        areaCode?:
          | '11'
          | '12'
          | '13'
          | '14'
          | '15'
          | '21'
          | '22'
          | '23'
          | '31'
          | '32'
          | '33'
          | '34'
          | '35'
          | '36'
          | '37'
          | '41'
          | '42'
          | '43'
          | '44'
          | '45'
          | '46'
          | '50'
          | '51'
          | '52'
          | '53'
          | '54'
          | '61'
          | '62'
          | '63'
          | '64'
          | '65'
          | '1401'
          | '1402'
          | '1403'
          | '1404'
          | '1405'
          | '1406'
          | '1407'
          | '1408'
          | '1409'
          | '1410'
          | '1411'
          | '140105'
          | '140106'
          | '140107'
          | '140108'
          | '140109'
          | '140110'
          | '140121'
          | '140122'
          | '140123'
          | '140181'
          | '140212'
          | '140213'
          | '140214'
          | '140215'
          | '140221'
          | '140222'
          | '140223'
          | '140224'
          | '140225'
          | '140226'
          | '140302'
          | '140303'
          | '140311'
          | '140321'
          | '140322'
          | '140403'
          | '140404'
          | '140405'
          | '140406'
          | '140423'
          | '140425'
          | '140426'
          | '140427'
          | '140428'
          | '140429'
          | '140430'
          | '140431'
          | '140502'
          | '140521'
          | '140522'
          | '140524'
          | '140525'
          | '140581'
          | '140602'
          | '140603'
          | '140621'
          | '140622'
          | '140623'
          | '140681'
          | '140702'
          | '140703'
          | '140721'
          | '140722'
          | '140723'
          | '140724'
          | '140725'
          | '140727'
          | '140728'
          | '140729'
          | '140781'
          | '140802'
          | '140821'
          | '140822'
          | '140823'
          | '140824'
          | '140825'
          | '140826'
          | '140827'
          | '140828'
          | '140829'
          | '140830'
          | '140881'
          | '140882'
          | '140902'
          | '140921'
          | '140922'
          | '140923'
          | '140924'
          | '140925'
          | '140926'
          | '140927'
          | '140928'
          | '140929'
          | '140930'
          | '140931'
          | '140932'
          | '140981'
          | '141002'
          | '141021'
          | '141022'
          | '141023'
          | '141024'
          | '141025'
          | '141026'
          | '141027'
          | '141028'
          | '141029'
          | '141030'
          | '141031'
          | '141032'
          | '141033'
          | '141034'
          | '141081'
          | '141082'
          | '141102'
          | '141121'
          | '141122'
          | '141123'
          | '141124'
          | '141125'
          | '141126'
          | '141127'
          | '141128'
          | '141129'
          | '141130'
          | '141181'
          | '141182';
        /** @description 隶属省部 */
        affiliation?: string;
        /** @description 通讯地址 */
        address?: string;
        /** @description 邮政编码 */
        postcode?: string;
        /** @description 联系人 */
        contact?: string;
        /** @description 联系电话 */
        phone?: string;
        /** @description 电子邮箱 */
        email?: string;
      }[];
      /** @description 完成人 */
      completers?: {
        /** @description 姓名 */
        name?: string;
        /**
         * @description 性别
         * @enum {string}
         */
        gender?: 'male' | 'female';
        /** @description 出生年月 */
        bornIn?: string;
        /**
         * @description 技术职称
         * @enum {string}
         */
        title?: '1' | '2' | '3' | '4' | '9';
        /**
         * @description 文化程度
         * @enum {string}
         */
        education?: '1' | '2' | '3' | '4' | '5' | '9';
        /** @description 是否留学归国 */
        returnee?: boolean;
        /** @description 工作单位 */
        workUnit?: string;
        /** @description 对成果创造性贡献 */
        contribution?: string;
        /** @description 系统内人员 */
        personId?: string;
      }[];
      /** @description 联系方式 */
      contactPhone?: string;
      /** @description 成果简介 */
      summary?: string;
      /** @description 声明 */
      declarations?: ('truthful' | 'noDispute' | 'notRegistered' | 'notClassified' | 'equalsEvidence')[];
    };
    SoftForm: {
      /** @description 成果名称 */
      name?: string;
      /** @description 研究起始日期 */
      studyFrom?: string;
      /** @description 研究终止日期 */
      studyTo?: string;
      /**
       * @description 成果类别
       * @enum {string}
       */
      category?: 'applied' | 'basic' | 'soft';
      /** @description 关键词 */
      keywords?: string[];
      /**
       * @description 成果密级
       * @enum {string}
       */
      secrecy?: 'public' | 'classified';
      /**
       * @description 登记依据
       * @enum {string}
       */
      ground?: 'must' | 'voluntary' | 'may';
      /**
       * @description 成果体现形式
       * @enum {string}
       */
      embodiment?: '01' | '02' | '03' | '04';
      /** @description 其他体现形式（注明） */
      embodimentNote?: string;
      /**
       * @description 标准形式
       * @enum {string}
       */
      standardForm?: '01' | '02' | '03' | '04' | '05';
      /**
       * @description 成果水平
       * @enum {string}
       */
      achievementLevel?: '1' | '2' | '3' | '4' | '5' | '9';
      /**
       * @description 研究形式
       * @enum {string}
       */
      researchForm?: '01' | '02' | '03' | '04' | '05' | '06';
      /** @description 学科分类 */
      disciplines?: string[];
      /** @description 中图分类号 */
      clcNumber?: string;
      /**
       * @description 应用行业门类
       * @enum {string}
       */
      industrySection?:
        'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T';
      /**
       * @description 应用行业大类
       * @enum {string}
       */
      industryDivision?:
        | '01'
        | '02'
        | '03'
        | '04'
        | '05'
        | '06'
        | '07'
        | '08'
        | '09'
        | '10'
        | '11'
        | '12'
        | '13'
        | '14'
        | '15'
        | '16'
        | '17'
        | '18'
        | '19'
        | '20'
        | '21'
        | '22'
        | '23'
        | '24'
        | '25'
        | '26'
        | '27'
        | '28'
        | '29'
        | '30'
        | '31'
        | '32'
        | '33'
        | '34'
        | '35'
        | '36'
        | '37'
        | '38'
        | '39'
        | '40'
        | '41'
        | '42'
        | '43'
        | '44'
        | '45'
        | '46'
        | '47'
        | '48'
        | '49'
        | '50'
        | '51'
        | '52'
        | '53'
        | '54'
        | '55'
        | '56'
        | '57'
        | '58'
        | '59'
        | '60'
        | '61'
        | '62'
        | '63'
        | '64'
        | '65'
        | '66'
        | '67'
        | '68'
        | '69'
        | '70'
        | '71'
        | '72'
        | '73'
        | '74'
        | '75'
        | '76'
        | '77'
        | '78'
        | '79'
        | '80'
        | '81'
        | '82'
        | '83'
        | '84'
        | '85'
        | '86'
        | '87'
        | '88'
        | '89'
        | '90'
        | '91'
        | '92'
        | '93'
        | '94'
        | '95'
        | '96'
        | '97';
      /**
       * @description 课题来源
       * @enum {string}
       */
      projectSource?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '99';
      /** @description 计划名称 */
      projectProgramme?: string;
      /** @description 立项编号 */
      projectNumber?: string;
      /** @description 立项名称 */
      projectName?: string;
      /** @description 立项部门 */
      sponsor?: string;
      /** @description 是否经立项部门验收 */
      acceptedBySponsor?: boolean;
      /**
       * Format: date
       * @description 验收日期
       */
      acceptedOn?: string;
      /** @description 经费实际投入额 */
      funding?: {
        /**
         * @description 经费来源
         * @enum {string}
         */
        source?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '09';
        /** @description 金额 */
        amount?: string;
      }[];
      /**
       * @description 评价方式
       * @enum {string}
       */
      evaluationMethod?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '99';
      /** @description 评价单位 */
      evaluatedBy?: string;
      /**
       * Format: date
       * @description 评价日期
       */
      evaluatedOn?: string;
      /** @description 证书（报告）号 */
      evaluationNumber?: string;
      /** @description 评价委员会名单 */
      evaluators?: {
        /** @description 姓名 */
        name?: string;
        /** @description 工作单位 */
        workUnit?: string;
        /**
         * @description 技术职称
         * @enum {string}
         */
        title?: '1' | '2' | '3' | '4' | '9';
        /** @description 所学专业 */
        specialty?: string;
      }[];
      /** @description 评价结论 */
      evaluationConclusion?: string;
      /** @description 论文、著作 */
      papers?: {
        /** @description 题名 */
        title?: string;
        /** @description 刊物或出版社 */
        publishedBy?: string;
        /** @description 发表时间 */
        publishedIn?: string;
        /** @description 收录 */
        indexedBy?: string;
        /** @description 被引次数 */
        citations?: number;
      }[];
      /**
       * @description 应用状态
       * @enum {string}
       */
      applicationState?: '1' | '2' | '3' | '4' | '5';
      /**
       * @description 未应用或停用原因
       * @enum {string}
       */
      idleReason?: '1' | '2' | '3' | '4' | '5' | '9';
      /** @description 新增销售收入 */
      newRevenue?: string;
      /** @description 新增利润 */
      newProfit?: string;
      /** @description 新增税收 */
      newTax?: string;
      /** @description 节约资金 */
      savings?: string;
      /** @description 完成单位 */
      units?: {
        /** @description 单位名称 */
        name?: string;
        /** @description 统一社会信用代码 */
        uscc?: string;
        /** @description 系统内单位 */
        unitId?: string;
        /**
         * @description 单位属性
         * @enum {string}
         */
        kind?: 'institute' | 'university' | 'enterprise' | 'hospital' | 'other';
        /**
         * @description 所在省市
         * @enum {string}
         */
        areaCode?:
          | '11'
          | '12'
          | '13'
          | '14'
          | '15'
          | '21'
          | '22'
          | '23'
          | '31'
          | '32'
          | '33'
          | '34'
          | '35'
          | '36'
          | '37'
          | '41'
          | '42'
          | '43'
          | '44'
          | '45'
          | '46'
          | '50'
          | '51'
          | '52'
          | '53'
          | '54'
          | '61'
          | '62'
          | '63'
          | '64'
          | '65'
          | '1401'
          | '1402'
          | '1403'
          | '1404'
          | '1405'
          | '1406'
          | '1407'
          | '1408'
          | '1409'
          | '1410'
          | '1411'
          | '140105'
          | '140106'
          | '140107'
          | '140108'
          | '140109'
          | '140110'
          | '140121'
          | '140122'
          | '140123'
          | '140181'
          | '140212'
          | '140213'
          | '140214'
          | '140215'
          | '140221'
          | '140222'
          | '140223'
          | '140224'
          | '140225'
          | '140226'
          | '140302'
          | '140303'
          | '140311'
          | '140321'
          | '140322'
          | '140403'
          | '140404'
          | '140405'
          | '140406'
          | '140423'
          | '140425'
          | '140426'
          | '140427'
          | '140428'
          | '140429'
          | '140430'
          | '140431'
          | '140502'
          | '140521'
          | '140522'
          | '140524'
          | '140525'
          | '140581'
          | '140602'
          | '140603'
          | '140621'
          | '140622'
          | '140623'
          | '140681'
          | '140702'
          | '140703'
          | '140721'
          | '140722'
          | '140723'
          | '140724'
          | '140725'
          | '140727'
          | '140728'
          | '140729'
          | '140781'
          | '140802'
          | '140821'
          | '140822'
          | '140823'
          | '140824'
          | '140825'
          | '140826'
          | '140827'
          | '140828'
          | '140829'
          | '140830'
          | '140881'
          | '140882'
          | '140902'
          | '140921'
          | '140922'
          | '140923'
          | '140924'
          | '140925'
          | '140926'
          | '140927'
          | '140928'
          | '140929'
          | '140930'
          | '140931'
          | '140932'
          | '140981'
          | '141002'
          | '141021'
          | '141022'
          | '141023'
          | '141024'
          | '141025'
          | '141026'
          | '141027'
          | '141028'
          | '141029'
          | '141030'
          | '141031'
          | '141032'
          | '141033'
          | '141034'
          | '141081'
          | '141082'
          | '141102'
          | '141121'
          | '141122'
          | '141123'
          | '141124'
          | '141125'
          | '141126'
          | '141127'
          | '141128'
          | '141129'
          | '141130'
          | '141181'
          | '141182';
        /** @description 隶属省部 */
        affiliation?: string;
        /** @description 通讯地址 */
        address?: string;
        /** @description 邮政编码 */
        postcode?: string;
        /** @description 联系人 */
        contact?: string;
        /** @description 联系电话 */
        phone?: string;
        /** @description 电子邮箱 */
        email?: string;
      }[];
      /** @description 完成人 */
      completers?: {
        /** @description 姓名 */
        name?: string;
        /**
         * @description 性别
         * @enum {string}
         */
        gender?: 'male' | 'female';
        /** @description 出生年月 */
        bornIn?: string;
        /**
         * @description 技术职称
         * @enum {string}
         */
        title?: '1' | '2' | '3' | '4' | '9';
        /**
         * @description 文化程度
         * @enum {string}
         */
        education?: '1' | '2' | '3' | '4' | '5' | '9';
        /** @description 是否留学归国 */
        returnee?: boolean;
        /** @description 工作单位 */
        workUnit?: string;
        /** @description 对成果创造性贡献 */
        contribution?: string;
        /** @description 系统内人员 */
        personId?: string;
      }[];
      /** @description 联系方式 */
      contactPhone?: string;
      /** @description 成果简介 */
      summary?: string;
      /** @description 声明 */
      declarations?: ('truthful' | 'noDispute' | 'notRegistered' | 'notClassified' | 'equalsEvidence')[];
    };
    DraftView: {
      id: string;
      version: number;
      formSchema: string;
      form: components['schemas']['AppliedForm'] | components['schemas']['BasicForm'] | components['schemas']['SoftForm'];
      setAside: {
        [key: string]: unknown;
      };
      amounts: components['schemas']['AmountDto'][];
      evidence: components['schemas']['EvidenceDto'][];
      /** Format: date-time */
      changedAt: string;
      /** Format: date */
      disposeOn: string | null;
    };
    AmountDto: {
      field: string;
      wan: string;
      yuan: string;
    };
    EvidenceDto: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind:
        | 'acceptance-report'
        | 'evaluation-certificate'
        | 'drug-approval'
        | 'standard'
        | 'intellectual-property'
        | 'industry-access'
        | 'new-product-certificate'
        | 'development-report'
        | 'user-proof'
        | 'paper'
        | 'monograph'
        | 'academic-opinion'
        | 'citation-proof'
        | 'closing-report'
        | 'research-report'
        | 'task-document'
        | 'test-report';
      number: string;
      /** Format: date */
      issuedOn: string;
      fileName: string;
      mediaType: string;
      bytes: number;
      sha256: string;
    };
    DraftPage: {
      items: components['schemas']['DraftLine'][];
      next: string | null;
    };
    DraftLine: {
      id: string;
      version: number;
      name: string | null;
      /** @enum {string|null} */
      category: 'applied' | 'basic' | 'soft' | null;
      /** Format: date-time */
      changedAt: string;
    };
    ChangeDraftDto: {
      form: components['schemas']['AppliedForm'] | components['schemas']['BasicForm'] | components['schemas']['SoftForm'];
      version: number;
    };
    EditDraftDto: {
      base: number;
      changes: components['schemas']['FieldEditDto'][];
    };
    FieldEditDto: {
      to: (string | number | boolean | unknown[]) | null;
      field: string;
    };
    Gaps: {
      missing: components['schemas']['Gap'][];
      doubtful: components['schemas']['DoubtDto'][];
      namesCompared: boolean;
      intake: components['schemas']['Intake'] | null;
    };
    Gap: {
      /** @enum {string} */
      code:
        | 'NOT_SIGNED_IN'
        | 'SIGN_IN_REFUSED'
        | 'ACCOUNT_LOCKED'
        | 'FIRST_PASSWORD_EXPIRED'
        | 'PASSWORD_MUST_CHANGE'
        | 'SECOND_FACTOR_NOT_ENROLLED'
        | 'SECOND_FACTOR_NEEDED'
        | 'SECOND_FACTOR_REFUSED'
        | 'CODE_USED'
        | 'LAST_SECOND_FACTOR'
        | 'STEP_UP_NEEDED'
        | 'LINK_VOID'
        | 'PASSWORD_TOO_WEAK'
        | 'TOO_MANY_REQUESTS'
        | 'NOT_FOUND'
        | 'NOT_ALLOWED'
        | 'SUPER_ADMIN_EXISTS'
        | 'SEPARATED_DUTY'
        | 'LOGIN_TAKEN'
        | 'APPLICATION_DECIDED'
        | 'LICENCE_NOT_CONFIRMED'
        | 'ORGANISER_EXISTS'
        | 'GRAPH_CHANGED'
        | 'GRAPH_FAULTS'
        | 'SUCCESSOR_MISSING'
        | 'APPLICATIONS_OPEN'
        | 'MALFORMED'
        | 'MEDIA_TYPE_REFUSED'
        | 'INVALID_INPUT'
        | 'IDEMPOTENCY_KEY_MISSING'
        | 'IDEMPOTENCY_KEY_REUSED'
        | 'FIELD_CONFLICT'
        | 'VERSION_CONFLICT'
        | 'PAYLOAD_UNREADABLE'
        | 'BUSY'
        | 'UNAVAILABLE'
        | 'UNEXPECTED'
        | 'FILE_TOO_LARGE'
        | 'FILE_TYPE_REFUSED'
        | 'SHEET_REFUSED'
        | 'IMPORT_REFUSED'
        | 'TOO_MANY_FILES'
        | 'RANGE_OUTSIDE'
        | 'TOO_MANY_UPLOADS'
        | 'UPLOAD_PROTOCOL'
        | 'OFFSET_CONFLICT'
        | 'CHECKSUM_DIFFERS'
        | 'DIGEST_DIFFERS'
        | 'FILE_INFECTED'
        | 'NOT_YET_SCANNED'
        | 'FORM_INCOMPLETE'
        | 'FORM_OUTDATED'
        | 'CLASSIFIED_EXCLUDED'
        | 'SECRECY_NOT_DECLARED'
        | 'GROUND_INCOMPLETE'
        | 'NOT_FIRST_UNIT'
        | 'DECLARATIONS_MISSING'
        | 'OUTSIDE_REGISTRATION_YEAR'
        | 'ALREADY_REGISTERED'
        | 'EVIDENCE_MISSING'
        | 'NO_ROUTE'
        | 'STAGE_ALREADY_DECIDED'
        | 'ACT_NOT_PERMITTED'
        | 'CLAIMED_BY_ANOTHER'
        | 'OWN_SUBMISSION'
        | 'SECOND_STAGE'
        | 'SAME_PERSON_RELEASE'
        | 'CHECK_INCOMPLETE'
        | 'REASON_MISSING'
        | 'URGED_TODAY'
        | 'SECRECY_SUSPECTED'
        | 'RETENTION_OVER'
        | 'ITEMS_UNANSWERED'
        | 'ALREADY_OPENED'
        | 'LIKENESSES_UNJUDGED'
        | 'LIKENESS_DUPLICATE'
        | 'DISPUTE_OPEN'
        | 'PAPER_NOT_RECEIVED'
        | 'PAPER_DIFFERS'
        | 'PAPER_DAYS_NOT_BEGUN'
        | 'NUMBERS_EXHAUSTED'
        | 'OBJECTION_DECIDED'
        | 'NOT_YET_DUE'
        | 'CORRECTION_OPEN'
        | 'CORRECTION_DECIDED'
        | 'NOTHING_CORRECTED'
        | 'NOTICE_LOOSENED'
        | 'DOCUMENT_NUMBER_TAKEN'
        | 'NOTICE_ANSWERED'
        | 'NOBODY_ADDRESSED'
        | 'WINDOW_OVERLAPS'
        | 'WINDOW_CUT_OFF'
        | 'INTAKE_PAUSED'
        | 'WINDOW_DATES_WRONG';
      sentence: string;
      field: string | null;
      rule: string;
    };
    DoubtDto: {
      /** @enum {string} */
      code:
        | 'USCC_CHECK_CHARACTER'
        | 'AMOUNT_IN_YUAN'
        | 'AGE_IMPLAUSIBLE'
        | 'TITLE_AGAINST_AGE'
        | 'NAME_IMPROPER'
        | 'UNIT_NAME_IMPROPER'
        | 'UNIT_TWICE'
        | 'COMPLETER_TWICE'
        | 'COMPLETER_OF_NO_UNIT'
        | 'LEVEL_WITHOUT_EVALUATION'
        | 'EVALUATED_BEFORE_END'
        | 'PAPER_AFTER_EVALUATION'
        | 'IP_NUMBER_IMPROPER'
        | 'STATE_AGAINST_PHASE'
        | 'ACCEPTANCE_DATE_DIFFERS'
        | 'EVALUATION_DATE_DIFFERS'
        | 'STANDARD_FORM_MISSING'
        | 'EXTRA_EVIDENCE_ADVISED'
        | 'SAME_NUMBER'
        | 'NEAR_NAME';
      field: string;
      rule: string;
    };
    Intake: {
      /** @enum {string} */
      mode: 'window' | 'rolling';
      windowId: string | null;
      why: string;
    };
    DraftLikenesses: {
      namesCompared: boolean;
      items: components['schemas']['DraftLikeness'][];
    };
    DraftLikeness: {
      serial: string | null;
      name: string;
      firstUnit: string;
      registrationYear: number;
      registrationNumber: string | null;
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      score: number | null;
      warns: boolean;
      reasons: components['schemas']['LikenessReason'][];
    };
    LikenessReason: {
      /** @enum {string} */
      code: 'SAME_NUMBER' | 'NEAR_NAME';
      /** @enum {string|null} */
      kind: 'intellectual-property' | 'standard' | 'project' | null;
      number: string | null;
      field: string | null;
      common: string[];
    };
    FieldChangeLine: {
      field: string;
      version: number;
      by: string;
      /** Format: date-time */
      at: string;
    };
    MoveDraftDto: {
      version: number;
      year: number;
    };
    KnownUnit: {
      draftId: string | null;
      /** @example units.0 */
      field: string | null;
      unit: {
        [key: string]: unknown;
      };
    };
    KnownCompleter: {
      draftId: string | null;
      /** @example units.0 */
      field: string | null;
      completer: {
        [key: string]: unknown;
      };
    };
    ImportedDraft: {
      faults: components['schemas']['CellFaultDto'][];
      answers: number;
      draft: components['schemas']['DraftView'] | null;
    };
    CellFaultDto: {
      sheet: string;
      row: number;
      column: string;
      reason: string;
      limits: number[];
      sentence: string;
    };
    FormSchemaLine: {
      id: string;
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft' | 'common';
      year: number;
      title: string;
    };
    FormSchemaView: {
      id: string;
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft' | 'common';
      year: number;
      title: string;
      /** Format: date */
      listsOn: string;
      sections: Record<string, never>[];
    };
    AnnounceDto: {
      id: string;
      name: string;
      registrationYear: number;
      resultFrom: string;
      resultTo: string;
      opensOn: string;
      cutOffOn: string;
      paperFrom: string;
      paperTo: string;
      earlierCutOffs?: components['schemas']['EarlierCutOffDto'][];
    };
    EarlierCutOffDto: {
      organisationId?: string;
      areaCode?: string;
      cutOffOn: string;
    };
    WindowView: {
      id: string;
      name: string;
      registrationYear: number;
      /** Format: date */
      resultFrom: string;
      /** Format: date */
      resultTo: string;
      /** Format: date */
      announcedOn: string;
      /** Format: date-time */
      opensAt: string;
      /** Format: date */
      cutOffOn: string;
      /** Format: date-time */
      cutOffAt: string;
      /** Format: date */
      paperFrom: string;
      /** Format: date */
      paperTo: string;
      earlierCutOffs: components['schemas']['SettledCutOff'][];
      /** @enum {string} */
      state: 'announced' | 'open' | 'paper-days' | 'cut-off' | 'closed';
      version: number;
    };
    SettledCutOff: {
      organisationId?: string;
      areaCode?: string;
      /** Format: date */
      cutOffOn: string;
      /** Format: date-time */
      cutOffAt: string;
    };
    WindowAccountDto: {
      window: string;
      organisationId: string | null;
      entered: number;
      outcomes?: {
        transmitted: number;
        'carried-over': number;
        returned: number;
        withdrawn: number;
        rejected: number;
      };
      refusedAtSubmit: {
        [key: string]: number;
      };
      residual: number;
    };
    WindowLevelDto: {
      window: string;
      organisationId: string | null;
      entered: number;
      outcomes?: {
        transmitted: number;
        'carried-over': number;
        returned: number;
        withdrawn: number;
        rejected: number;
      };
      refusedAtSubmit: {
        [key: string]: number;
      };
      residual: number;
      name: string | null;
      /** @enum {string|null} */
      kind: 'ministry' | 'department' | 'organiser' | 'municipal' | 'county' | 'unit' | null;
    };
    SheetLine: {
      organisationId: string;
      name: string;
      rows: number;
      /** Format: date-time */
      frozenAt: string;
      digest: string;
      /** Format: date-time */
      handedInAt: string | null;
      /** Format: date-time */
      receivedAt: string | null;
    };
    PublicWindowView: {
      contacts: components['schemas']['achievements.ContactDto'][];
      manuals: components['schemas']['ManualDto'][];
      id: string;
      name: string;
      registrationYear: number;
      /** Format: date */
      resultFrom: string;
      /** Format: date */
      resultTo: string;
      /** Format: date */
      opensOn: string;
      /** Format: date */
      cutOffOn: string;
      /**
       * Format: date-time
       * @description The first instant that is too late
       */
      cutOffAt: string;
      /** Format: date */
      paperFrom: string;
      /** Format: date */
      paperTo: string;
      earlierCutOffs: components['schemas']['PublicCutOff'][];
      /** @enum {string} */
      state: 'announced' | 'open' | 'paper-days' | 'cut-off' | 'closed';
      /** @description Whether a submission can enter now */
      takesSubmissions: boolean;
    };
    'achievements.ContactDto': {
      office: string;
      phone: string;
      address: string;
    };
    ManualDto: {
      title: string;
      url: string;
    };
    PublicCutOff: {
      /** @description For whom: an organisation’s name, or an area */
      of: string;
      /** Format: date */
      cutOffOn: string;
    };
    InformDto: {
      contacts: components['schemas']['achievements.ContactDto'][];
      manuals: components['schemas']['ManualDto'][];
    };
    InformationView: {
      contacts: components['schemas']['achievements.ContactDto'][];
      manuals: components['schemas']['ManualDto'][];
    };
    ExplainedDeadline: {
      id: string;
      /** @enum {string} */
      about: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | 'returned' | 'publicity' | 'objection';
      round: number;
      binding: components['schemas']['BindingDayDto'];
      /** Format: date */
      dueOn: string;
      /** Format: date-time */
      dueAt: string;
      provisional: boolean;
      rule: components['schemas']['LimitDto'];
      days: number | null;
      extraDays: number;
      change: components['schemas']['DeadlineChange'] | null;
      pauses: components['schemas']['PauseDto'][];
      /** Format: date */
      startOn: string;
      skipped: components['schemas']['SkippedDayDto'][];
      madeUp: string[];
      calendarVersion: number;
      /** Format: date */
      coveredTo: string;
      /** @enum {string} */
      state: 'open' | 'paused' | 'met' | 'ended' | 'superseded';
    };
    BindingDayDto: {
      /** Format: date */
      on: string;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      because: 'limit' | 'cut-off';
    };
    LimitDto: {
      value: number;
      /** @enum {string} */
      unit: 'workdays' | 'days';
      source: string;
    };
    DeadlineChange: {
      /** @enum {string} */
      act:
        | 'submit'
        | 'resubmit'
        | 'withdraw'
        | 'askWithdrawal'
        | 'handInPaper'
        | 'open'
        | 'claim'
        | 'release'
        | 'recommend'
        | 'approve'
        | 'return'
        | 'reject'
        | 'judgeLikeness'
        | 'consentWithdrawal'
        | 'receivePaper'
        | 'recall'
        | 'close'
        | 'reportAgain'
        | 'urge'
        | 'reassign'
        | 'extend'
        | 'suspect'
        | 'clear'
        | 'exclude'
        | 'confirmEntry'
        | 'dispute'
        | 'settleDispute'
        | 'acknowledge'
        | 'returnReport'
        | 'correct'
        | 'cancel'
        | 'reportChange'
        | 'acknowledgeChange'
        | 'returnChange'
        | 'hold'
        | 'declineObjection'
        | 'overrule'
        | 'uphold'
        | 'reroute'
        | 'handOver'
        | 'takeOver'
        | 'recount'
        | 'moveLimit'
        | 'moveCutOff'
        | 'moveWindow'
        | 'escalate'
        | 'carryOver'
        | 'register'
        | 'reportUp';
      /** Format: date-time */
      at: string;
      /** Format: date */
      previousDueOn: string;
      reason: string | null;
    };
    PauseDto: {
      /** @enum {string} */
      because: 'returned' | 'suspicion' | 'objection';
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      until: string | null;
    };
    SkippedDayDto: {
      /** Format: date */
      date: string;
      /** @enum {string} */
      reason: 'weekend' | 'holiday';
      name: string | null;
    };
    SubmissionList: {
      items: components['schemas']['SubmissionLine'][];
      next: string | null;
    };
    SubmissionLine: {
      serial: string;
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      /** @enum {string|null} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | null;
      round: number;
      /** @enum {string} */
      mode: 'window' | 'rolling';
      deskId: string | null;
      /** Format: date-time */
      dueAt: string | null;
      dueProvisional: boolean;
      registrationNumber: string | null;
      lastFact: number;
      name: string | null;
      unitId: string;
      unitName: string;
      deskName: string | null;
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft';
      registrationYear: number;
      windowId: string | null;
      claimedBy: string | null;
      /** Format: date-time */
      firstSubmittedAt: string;
      /** Format: date-time */
      escalatedAt: string | null;
      permitted?: ('urge' | 'extend')[];
    };
    SubmissionPage: {
      progress: components['schemas']['ProgressDto'];
      name: string | null;
      unitId: string;
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft';
      draftId: string;
      formSchema: string;
      form: (components['schemas']['AppliedForm'] | components['schemas']['BasicForm'] | components['schemas']['SoftForm']) | null;
      evidence: components['schemas']['EvidenceDto'][];
      digest: string | null;
      legs: components['schemas']['LegProgress'][];
      paperRequired: boolean;
      paperWay: components['schemas']['PaperWayDto'] | null;
      windowId: string | null;
      /** @enum {string|null} */
      windowOutcome: 'transmitted' | 'carried-over' | 'returned' | 'withdrawn' | 'rejected' | null;
      registrationYear: number;
      /** Format: date */
      approvedOn: string | null;
      withdrawalAsked: boolean;
      /** Format: date-time */
      escalatedAt: string | null;
      /** Format: date-time */
      heldAt: string | null;
      retention: components['schemas']['RetentionDto'];
      /** Format: date-time */
      disposedAt: string | null;
    };
    ProgressDto: {
      serial: string;
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      /** @enum {string|null} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | null;
      round: number;
      /** @enum {string} */
      mode: 'window' | 'rolling';
      deskId: string | null;
      /** Format: date-time */
      dueAt: string | null;
      dueProvisional: boolean;
      registrationNumber: string | null;
      lastFact: number;
    };
    LegProgress: {
      /** @enum {string} */
      kind: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry';
      organisationId: string;
      position: number;
      /** @enum {string|null} */
      decision:
        | 'submit'
        | 'resubmit'
        | 'withdraw'
        | 'askWithdrawal'
        | 'handInPaper'
        | 'open'
        | 'claim'
        | 'release'
        | 'recommend'
        | 'approve'
        | 'return'
        | 'reject'
        | 'judgeLikeness'
        | 'consentWithdrawal'
        | 'receivePaper'
        | 'recall'
        | 'close'
        | 'reportAgain'
        | 'urge'
        | 'reassign'
        | 'extend'
        | 'suspect'
        | 'clear'
        | 'exclude'
        | 'confirmEntry'
        | 'dispute'
        | 'settleDispute'
        | 'acknowledge'
        | 'returnReport'
        | 'correct'
        | 'cancel'
        | 'reportChange'
        | 'acknowledgeChange'
        | 'returnChange'
        | 'hold'
        | 'declineObjection'
        | 'overrule'
        | 'uphold'
        | 'reroute'
        | 'handOver'
        | 'takeOver'
        | 'recount'
        | 'moveLimit'
        | 'moveCutOff'
        | 'moveWindow'
        | 'escalate'
        | 'carryOver'
        | 'register'
        | 'reportUp'
        | null;
      /** Format: date-time */
      decidedAt: string | null;
      /** Format: date-time */
      openedAt: string | null;
      claimedBy: string | null;
      paper: components['schemas']['PaperProgress'] | null;
      earlierPaper: components['schemas']['PaperProgress'][];
    };
    PaperProgress: {
      version: number;
      /** Format: date-time */
      handedInAt: string | null;
      /** Format: date-time */
      receivedAt: string | null;
    };
    PaperWayDto: {
      from: number;
      to: number;
      handedIn: boolean;
      direct: number | null;
    };
    RetentionDto: {
      /** @description From the end of its use; null: for ever */
      years: number | null;
      source: string;
      /**
       * Format: date
       * @description Null: never, or it is still in use
       */
      disposeOn: string | null;
    };
    TimelineLine: {
      number: number;
      /** @enum {string} */
      act:
        | 'submit'
        | 'resubmit'
        | 'withdraw'
        | 'askWithdrawal'
        | 'handInPaper'
        | 'open'
        | 'claim'
        | 'release'
        | 'recommend'
        | 'approve'
        | 'return'
        | 'reject'
        | 'judgeLikeness'
        | 'consentWithdrawal'
        | 'receivePaper'
        | 'recall'
        | 'close'
        | 'reportAgain'
        | 'urge'
        | 'reassign'
        | 'extend'
        | 'suspect'
        | 'clear'
        | 'exclude'
        | 'confirmEntry'
        | 'dispute'
        | 'settleDispute'
        | 'acknowledge'
        | 'returnReport'
        | 'correct'
        | 'cancel'
        | 'reportChange'
        | 'acknowledgeChange'
        | 'returnChange'
        | 'hold'
        | 'declineObjection'
        | 'overrule'
        | 'uphold'
        | 'reroute'
        | 'handOver'
        | 'takeOver'
        | 'recount'
        | 'moveLimit'
        | 'moveCutOff'
        | 'moveWindow'
        | 'escalate'
        | 'carryOver'
        | 'register'
        | 'reportUp';
      /** Format: date-time */
      at: string;
      by: string | null;
      organisationId: string | null;
      /** @enum {string|null} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | null;
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      round: number;
      text: Record<string, never> | null;
    };
    UploadedEvidenceDto: {
      /** @enum {string} */
      kind:
        | 'acceptance-report'
        | 'evaluation-certificate'
        | 'drug-approval'
        | 'standard'
        | 'intellectual-property'
        | 'industry-access'
        | 'new-product-certificate'
        | 'development-report'
        | 'user-proof'
        | 'paper'
        | 'monograph'
        | 'academic-opinion'
        | 'citation-proof'
        | 'closing-report'
        | 'research-report'
        | 'task-document'
        | 'test-report';
      number: string;
      issuedOn: string;
      /** Format: uuid */
      uploadId: string;
      fileName: string;
      sha256: string;
    };
    VersionLine: {
      round: number;
      digest: string;
      /** Format: date-time */
      lockedAt: string;
    };
    VersionPage: {
      round: number;
      digest: string;
      /** Format: date-time */
      lockedAt: string;
      form: components['schemas']['AppliedForm'] | components['schemas']['BasicForm'] | components['schemas']['SoftForm'];
      evidence: components['schemas']['EvidenceDto'][];
    };
    Changes: {
      from: number;
      to: number;
      fields: components['schemas']['FieldChangeDto'][];
      files: components['schemas']['FileChangeDto'][];
    };
    FieldChangeDto: {
      /** @enum {string} */
      kind: 'added' | 'removed' | 'changed' | 'moved';
      field: string;
      label: string | null;
      before: Record<string, never> | null;
      after: Record<string, never> | null;
      order: number[] | null;
    };
    FileChangeDto: {
      /** @enum {string} */
      outcome: 'kept' | 'added' | 'removed' | 'same-content';
      piece: components['schemas']['EvidenceDto'];
      was: components['schemas']['EvidenceDto'] | null;
    };
    MendingLine: {
      id: string;
      round: number;
      field: string;
      label: string | null;
      remark: string | null;
      answer: components['schemas']['AnswerDto'] | null;
      fields: components['schemas']['FieldChangeDto'][];
      files: components['schemas']['FileChangeDto'][];
    };
    AnswerDto: {
      /** @enum {string} */
      outcome: 'mended' | 'explained';
      words: string | null;
    };
    CodeListLine: {
      list: string;
      title: string;
      edition: string;
      /** Format: date */
      effectiveFrom: string;
      entries: number;
    };
    CodeList: {
      list: string;
      title: string;
      edition: string;
      /** Format: date */
      effectiveFrom: string;
      entries: components['schemas']['CodeListEntry'][];
    };
    CodeListEntry: {
      code: string;
      name: string;
      parent: string | null;
    };
    SubmitDto: {
      /** @enum {string} */
      door?: 'municipal' | 'organiser';
    };
    ResubmitDto: {
      seen?: components['schemas']['SeenStageDto'];
      answers?: components['schemas']['ItemAnswerDto'][];
    };
    SeenStageDto: {
      /** @enum {string|null} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | null;
      round: number;
    };
    ItemAnswerDto: {
      item: string;
      /** @enum {string} */
      outcome: 'mended' | 'explained';
      words: string;
    };
    ActDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
    };
    OwnEntry: {
      serial: string;
      party: string;
      /** @enum {string} */
      as: 'unit' | 'completer' | 'colleague';
      /** @enum {string} */
      standing: 'unanswered' | 'confirmed' | 'disputed' | 'explained' | 'decided';
      /** Format: date-time */
      answeredAt: string | null;
      rank: number | null;
      entry: {
        [key: string]: unknown;
      } | null;
      name: string;
      open: boolean;
      personId: string | null;
    };
    OwnEntryPage: {
      serial: string;
      party: string;
      /** @enum {string} */
      as: 'unit' | 'completer' | 'colleague';
      /** @enum {string} */
      standing: 'unanswered' | 'confirmed' | 'disputed' | 'explained' | 'decided';
      /** Format: date-time */
      answeredAt: string | null;
      rank: number | null;
      entry: {
        [key: string]: unknown;
      } | null;
      name: string;
      open: boolean;
      personId: string | null;
      words: components['schemas']['EntryWord'][];
    };
    EntryWord: {
      /** @enum {string} */
      act: 'confirmEntry' | 'dispute' | 'settleDispute';
      /** Format: date-time */
      at: string;
      reason: string | null;
    };
    IdentifyDto: {
      entry: string;
      personId: string;
    };
    ConfirmEntryDto: {
      entry: string;
    };
    DisputeDto: {
      entry: string;
      reason: string;
    };
    EntryPage: {
      serial: string;
      party: string;
      /** @enum {string} */
      as: 'unit' | 'completer' | 'colleague';
      /** @enum {string} */
      standing: 'unanswered' | 'confirmed' | 'disputed' | 'explained' | 'decided';
      /** Format: date-time */
      answeredAt: string | null;
      rank: number | null;
      entry: {
        [key: string]: unknown;
      } | null;
      words: components['schemas']['EntryWord'][];
    };
    SettleDisputeDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
      entry: string;
    };
    RecommendManyDto: {
      submissions: components['schemas']['RecommendOneDto'][];
      opinion?: string;
    };
    RecommendOneDto: {
      serial: string;
      seen?: components['schemas']['SeenStageDto'];
      findings: components['schemas']['FindingDto'][];
    };
    FindingDto: {
      item: string;
      /** @enum {string} */
      answer: 'ok' | 'not' | 'notApplicable';
      remark?: string;
      field?: string;
    };
    EachOfMany: {
      items: components['schemas']['EachOutcome'][];
    };
    EachOutcome: {
      serial: string;
      /** @enum {string} */
      outcome: 'done' | 'unchanged' | 'refused';
      progress: components['schemas']['ProgressDto'] | null;
      /** @enum {string|null} */
      code:
        | 'NOT_SIGNED_IN'
        | 'SIGN_IN_REFUSED'
        | 'ACCOUNT_LOCKED'
        | 'FIRST_PASSWORD_EXPIRED'
        | 'PASSWORD_MUST_CHANGE'
        | 'SECOND_FACTOR_NOT_ENROLLED'
        | 'SECOND_FACTOR_NEEDED'
        | 'SECOND_FACTOR_REFUSED'
        | 'CODE_USED'
        | 'LAST_SECOND_FACTOR'
        | 'STEP_UP_NEEDED'
        | 'LINK_VOID'
        | 'PASSWORD_TOO_WEAK'
        | 'TOO_MANY_REQUESTS'
        | 'NOT_FOUND'
        | 'NOT_ALLOWED'
        | 'SUPER_ADMIN_EXISTS'
        | 'SEPARATED_DUTY'
        | 'LOGIN_TAKEN'
        | 'APPLICATION_DECIDED'
        | 'LICENCE_NOT_CONFIRMED'
        | 'ORGANISER_EXISTS'
        | 'GRAPH_CHANGED'
        | 'GRAPH_FAULTS'
        | 'SUCCESSOR_MISSING'
        | 'APPLICATIONS_OPEN'
        | 'MALFORMED'
        | 'MEDIA_TYPE_REFUSED'
        | 'INVALID_INPUT'
        | 'IDEMPOTENCY_KEY_MISSING'
        | 'IDEMPOTENCY_KEY_REUSED'
        | 'FIELD_CONFLICT'
        | 'VERSION_CONFLICT'
        | 'PAYLOAD_UNREADABLE'
        | 'BUSY'
        | 'UNAVAILABLE'
        | 'UNEXPECTED'
        | 'FILE_TOO_LARGE'
        | 'FILE_TYPE_REFUSED'
        | 'SHEET_REFUSED'
        | 'IMPORT_REFUSED'
        | 'TOO_MANY_FILES'
        | 'RANGE_OUTSIDE'
        | 'TOO_MANY_UPLOADS'
        | 'UPLOAD_PROTOCOL'
        | 'OFFSET_CONFLICT'
        | 'CHECKSUM_DIFFERS'
        | 'DIGEST_DIFFERS'
        | 'FILE_INFECTED'
        | 'NOT_YET_SCANNED'
        | 'FORM_INCOMPLETE'
        | 'FORM_OUTDATED'
        | 'CLASSIFIED_EXCLUDED'
        | 'SECRECY_NOT_DECLARED'
        | 'GROUND_INCOMPLETE'
        | 'NOT_FIRST_UNIT'
        | 'DECLARATIONS_MISSING'
        | 'OUTSIDE_REGISTRATION_YEAR'
        | 'ALREADY_REGISTERED'
        | 'EVIDENCE_MISSING'
        | 'NO_ROUTE'
        | 'STAGE_ALREADY_DECIDED'
        | 'ACT_NOT_PERMITTED'
        | 'CLAIMED_BY_ANOTHER'
        | 'OWN_SUBMISSION'
        | 'SECOND_STAGE'
        | 'SAME_PERSON_RELEASE'
        | 'CHECK_INCOMPLETE'
        | 'REASON_MISSING'
        | 'URGED_TODAY'
        | 'SECRECY_SUSPECTED'
        | 'RETENTION_OVER'
        | 'ITEMS_UNANSWERED'
        | 'ALREADY_OPENED'
        | 'LIKENESSES_UNJUDGED'
        | 'LIKENESS_DUPLICATE'
        | 'DISPUTE_OPEN'
        | 'PAPER_NOT_RECEIVED'
        | 'PAPER_DIFFERS'
        | 'PAPER_DAYS_NOT_BEGUN'
        | 'NUMBERS_EXHAUSTED'
        | 'OBJECTION_DECIDED'
        | 'NOT_YET_DUE'
        | 'CORRECTION_OPEN'
        | 'CORRECTION_DECIDED'
        | 'NOTHING_CORRECTED'
        | 'NOTICE_LOOSENED'
        | 'DOCUMENT_NUMBER_TAKEN'
        | 'NOTICE_ANSWERED'
        | 'NOBODY_ADDRESSED'
        | 'WINDOW_OVERLAPS'
        | 'WINDOW_CUT_OFF'
        | 'INTAKE_PAUSED'
        | 'WINDOW_DATES_WRONG'
        | null;
      sentence: string | null;
    };
    ReturnManyDto: {
      submissions: components['schemas']['ReturnOneDto'][];
      reason: string;
      items: components['schemas']['ReturnItemDto'][];
    };
    ReturnOneDto: {
      serial: string;
      seen?: components['schemas']['SeenStageDto'];
    };
    ReturnItemDto: {
      field: string;
      remark: string;
    };
    ReassignDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
      toPersonId: string;
    };
    CheckList: {
      /** @enum {string|null} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | null;
      round: number;
      compulsory: boolean;
      items: components['schemas']['CheckLine'][];
    };
    CheckLine: {
      id: string;
      /** @enum {string} */
      point: 'truth' | 'completeness' | 'conformity';
      text: string;
      provisions: string;
      mayNotApply: boolean;
      earlier: components['schemas']['EarlierFinding'][];
    };
    EarlierFinding: {
      /** @enum {string} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry';
      round: number;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      answer: 'ok' | 'not' | 'notApplicable';
      remark: string | null;
      field: string | null;
    };
    DecideDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
      findings?: components['schemas']['FindingDto'][];
      opinion?: string;
      likenesses?: components['schemas']['SeenLikenessesDto'];
    };
    SeenLikenessesDto: {
      different: string[];
      reason: string;
    };
    ReturnDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
      findings?: components['schemas']['FindingDto'][];
      opinion?: string;
      likenesses?: components['schemas']['SeenLikenessesDto'];
      items: components['schemas']['ReturnItemDto'][];
    };
    SuspectDto: {
      seen?: components['schemas']['SeenStageDto'];
      /** @enum {string} */
      suspicion: 'secrecy-mark' | 'defence' | 'security-sensitive' | 'said-by-unit' | 'other';
    };
    ExcludeDto: {
      seen?: components['schemas']['SeenStageDto'];
    };
    HandInDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
      direct?: boolean;
    };
    BundleList: {
      items: components['schemas']['BundleLine'][];
      next: string | null;
    };
    BundleLine: {
      id: string;
      /** @enum {string} */
      state: 'collecting' | 'closed' | 'sealed' | 'sent' | 'settled';
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      closesAt: string;
      items: components['schemas']['ReportCountsDto'];
      attempts: number;
      /** Format: date-time */
      triedAt: string | null;
      /** Format: date-time */
      nextTryAt: string | null;
      lastFault: string | null;
    };
    ReportCountsDto: {
      waiting: number;
      acknowledged: number;
      returned: number;
      withheld?: number;
    };
    BundlePage: {
      id: string;
      /** @enum {string} */
      state: 'collecting' | 'closed' | 'sealed' | 'sent' | 'settled';
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      closesAt: string;
      items: components['schemas']['ReportCountsDto'];
      attempts: number;
      /** Format: date-time */
      triedAt: string | null;
      /** Format: date-time */
      nextTryAt: string | null;
      lastFault: string | null;
      sha256: string | null;
      keyId: string | null;
      lines: components['schemas']['BundleItemLine'][];
    };
    BundleItemLine: {
      id: string;
      /** @enum {string} */
      kind: 'registration' | 'correction' | 'cancellation';
      serial: string;
      registrationNumber: string;
      /** @enum {string} */
      state: 'waiting' | 'acknowledged' | 'returned' | 'withheld';
      /** Format: date-time */
      collectedAt: string;
      /** Format: date-time */
      answeredAt: string | null;
      receipt: string | null;
      reason: string | null;
    };
    CertificateVersion: {
      number: string;
      version: number;
      name: string;
      units: string[];
      completers: string[];
      /** Format: date */
      approvedOn: string;
      registrar: string;
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft';
      studyFrom: string;
      studyTo: string;
      digest: string;
      /** @enum {string} */
      standing: 'valid' | 'superseded' | 'cancelled';
      /** Format: date-time */
      issuedAt: string;
      /** Format: date-time */
      endedAt: string | null;
    };
    CertificateKeyDto: {
      id: string;
      publicKey: string;
      current: boolean;
    };
    VerificationDto: {
      number: string;
      version: number | null;
      /** @enum {string} */
      outcome: 'valid' | 'superseded' | 'cancelled' | 'unknown' | 'altered';
      supersededBy: number | null;
      /** Format: date */
      cancelledOn: string | null;
      certificate: components['schemas']['PrintedCertificate'] | null;
      /** @example 登记证明不作为确认成果权属的直接依据 */
      sentence: string;
    };
    PrintedCertificate: {
      number: string;
      version: number;
      name: string;
      units: string[];
      completers: string[];
      /** Format: date */
      approvedOn: string;
      registrar: string;
    };
    CorrectionProgressDto: {
      id: string;
      serial: string;
      /** @enum {string} */
      state: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'lapsed';
      /** Format: date-time */
      dueAt: string | null;
      lastFact: number;
    };
    CorrectionLine: {
      id: string;
      serial: string;
      /** @enum {string} */
      state: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'lapsed';
      /** Format: date-time */
      dueAt: string | null;
      lastFact: number;
      registrationNumber: string;
      unitId: string;
      /** Format: date-time */
      askedAt: string;
      /** Format: date */
      dueOn: string;
      dueProvisional: boolean;
      /** Format: date */
      disposeOn: string | null;
      certificateVersion: number | null;
    };
    CorrectionPage: {
      id: string;
      serial: string;
      /** @enum {string} */
      state: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'lapsed';
      /** Format: date-time */
      dueAt: string | null;
      lastFact: number;
      registrationNumber: string;
      unitId: string;
      /** Format: date-time */
      askedAt: string;
      /** Format: date */
      dueOn: string;
      dueProvisional: boolean;
      /** Format: date */
      disposeOn: string | null;
      certificateVersion: number | null;
      changes: components['schemas']['CorrectedFieldDto'][];
      document: components['schemas']['OfficialDocumentDto'];
      limitSource: string;
      due: components['schemas']['CountedDayDto'];
      timeline: components['schemas']['CorrectionEntry'][];
    };
    CorrectedFieldDto: {
      /** @enum {string} */
      field: 'name' | 'units' | 'completers' | 'studyFrom' | 'studyTo';
      from: string | string[] | components['schemas']['RegisteredUnitDto'][];
      to: string | string[] | components['schemas']['RegisteredUnitDto'][];
    };
    RegisteredUnitDto: {
      name: string;
      uscc: string;
    };
    OfficialDocumentDto: {
      fileName: string;
      mediaType: string;
      bytes: number;
      sha256: string;
    };
    CountedDayDto: {
      /** Format: date */
      startOn: string;
      /** Format: date */
      dueOn: string;
      /** Format: date-time */
      dueAt: string;
      provisional: boolean;
      rule: components['schemas']['LimitDto'];
      skipped: components['schemas']['SkippedDayDto'][];
      calendarVersion: number;
      limitId?: string;
      /** @description Beside the rule’s: those by which it was extended */
      extraDays?: number;
    };
    CorrectionEntry: {
      number: number;
      act: string;
      /** Format: date-time */
      at: string;
      by: string | null;
      text: Record<string, never> | null;
    };
    DecideCorrectionDto: {
      reason?: string;
    };
    CancelClassifiedDto: {
      documentNumber: string;
    };
    CancellationView: {
      serial: string;
      registrationNumber: string;
      /** @enum {string} */
      ground: 'fraud' | 'plagiarism' | 'tampering' | 'infringement' | 'classified';
      /** Format: date-time */
      cancelledAt: string;
      document: components['schemas']['OfficialDocumentDto'] | null;
      documentNumber: string | null;
    };
    PublicityListDto: {
      items: components['schemas']['PublicityEntryDto'][];
      next: string | null;
    };
    PublicityEntryDto: {
      name: string;
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft';
      firstUnit: string;
      units: string[];
      completers: string[];
      summary: string;
      serial: string;
      /** Format: date */
      fromOn: string;
      /** Format: date */
      toOn: string;
    };
    ObjectedDto: {
      receipt: string;
      /** @enum {string} */
      state: 'received' | 'not-accepted' | 'declined' | 'accepted' | 'overruled' | 'upheld' | 'moot';
      /** @enum {string|null} */
      flaw: 'anonymous' | 'late' | null;
      secret?: string;
    };
    ObjectionStandingDto: {
      receipt: string;
      /** @enum {string} */
      state: 'received' | 'not-accepted' | 'declined' | 'accepted' | 'overruled' | 'upheld' | 'moot';
      /** @enum {string|null} */
      flaw: 'anonymous' | 'late' | null;
      secret?: string;
      serial: string;
      /** Format: date-time */
      receivedAt: string;
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date-time */
      closedAt: string | null;
      reason: string | null;
    };
    ObjectionListDto: {
      items: components['schemas']['ObjectionLineDto'][];
      next: string | null;
    };
    ObjectionLineDto: {
      receipt: string;
      /** @enum {string} */
      state: 'received' | 'not-accepted' | 'declined' | 'accepted' | 'overruled' | 'upheld' | 'moot';
      /** @enum {string|null} */
      flaw: 'anonymous' | 'late' | null;
      secret?: string;
      serial: string;
      /** Format: date-time */
      receivedAt: string;
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date-time */
      closedAt: string | null;
      reason: string | null;
      kinds: ('novelty' | 'advancement' | 'practicality' | 'truth' | 'completers' | 'units')[];
      /** @enum {string} */
      objector: 'person' | 'unit';
      /** Format: date */
      disposeOn: string | null;
    };
    ObjectionPageDto: {
      receipt: string;
      /** @enum {string} */
      state: 'received' | 'not-accepted' | 'declined' | 'accepted' | 'overruled' | 'upheld' | 'moot';
      /** @enum {string|null} */
      flaw: 'anonymous' | 'late' | null;
      secret?: string;
      serial: string;
      /** Format: date-time */
      receivedAt: string;
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date-time */
      closedAt: string | null;
      reason: string | null;
      kinds: ('novelty' | 'advancement' | 'practicality' | 'truth' | 'completers' | 'units')[];
      /** @enum {string} */
      objector: 'person' | 'unit';
      /** Format: date */
      disposeOn: string | null;
      grounds: string | null;
      name: string | null;
      contact: string | null;
      files: components['schemas']['ObjectionFileDto'][];
      handling: components['schemas']['HandlingDto'][];
    };
    ObjectionFileDto: {
      part: string;
      fileName: string;
      mediaType: string;
      bytes: number;
    };
    HandlingDto: {
      act: string;
      /** Format: date-time */
      at: string;
      by: string | null;
      words: string | null;
    };
    RevealDto: {
      reason: string;
    };
    SenderDto: {
      name: string | null;
      contact: string | null;
    };
    WordsDto: {
      words: string;
    };
    DecideObjectionDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
    };
    UnitObjectionDto: {
      receipt: string;
      kinds: ('novelty' | 'advancement' | 'practicality' | 'truth' | 'completers' | 'units')[];
      /** @enum {string} */
      state: 'received' | 'not-accepted' | 'declined' | 'accepted' | 'overruled' | 'upheld' | 'moot';
      /** Format: date-time */
      acceptedAt: string | null;
      grounds: string | null;
      answers: components['schemas']['UnitAnswerDto'][];
    };
    UnitAnswerDto: {
      /** Format: date-time */
      at: string;
      words: string | null;
    };
    Object: Record<string, never>;
    RegisterPageDto: {
      items: components['schemas']['RegisterEntryDto'][];
      next: string | null;
    };
    RegisterEntryDto: {
      name: string;
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft';
      firstUnit: string;
      units: string[];
      completers: string[];
      summary: string;
      number: string;
      registrationYear: number;
      /** Format: date */
      approvedOn: string;
      areaCode: string;
      /** @enum {string|null} */
      unitKind: 'enterprise' | 'institute' | 'university' | 'hospital' | 'other' | null;
      industrySection: string | null;
      discipline: string | null;
      /** Format: date */
      cancelledOn: string | null;
      /** Format: date */
      importedOn: string | null;
    };
    FacetCountDto: {
      /** @enum {string} */
      facet: 'category' | 'registrationYear' | 'areaCode' | 'unitKind' | 'industrySection' | 'discipline';
      value: string | null;
      count: number;
      atLeast: boolean;
    };
    AnnouncementsDto: {
      items: components['schemas']['AnnouncementDto'][];
      /** Format: date */
      next: string | null;
    };
    AnnouncementDto: {
      /** Format: date */
      approvedOn: string;
      windowId: string | null;
      count: number;
    };
    WithheldEntryDto: {
      number: string;
      /** Format: date */
      cancelledOn: string;
    };
    RegisterImportDto: {
      rows: number;
      faults: components['schemas']['ImportFaultDto'][];
      importId: string | null;
    };
    ImportFaultDto: {
      row: number;
      /** @enum {string} */
      field:
        | 'number'
        | 'name'
        | 'category'
        | 'units'
        | 'completers'
        | 'approvedOn'
        | 'registrationYear'
        | 'uscc'
        | 'areaCode'
        | 'unitKind'
        | 'summary'
        | 'projectNumber'
        | 'ipNumbers'
        | 'standardNumbers'
        | 'cancelledOn';
      /** @enum {string} */
      code: 'required' | 'malformed' | 'formula' | 'repeated' | 'taken' | 'ours' | 'beforeApproval' | 'against' | 'sameAchievement';
      /** @enum {string} */
      severity: 'error' | 'warning';
      sentence: string;
    };
    ImportedCorrectedDto: {
      number: string;
      serial: string;
    };
    ImportedCorrectionDto: {
      number: string;
      serial: string;
      changes: components['schemas']['ImportedChangeDto'][];
      document: components['schemas']['OfficialDocumentDto'];
      by: string;
      /** Format: date-time */
      at: string;
      reason: string | null;
    };
    ImportedChangeDto: {
      /** @enum {string} */
      field: 'name' | 'units' | 'completers' | 'summary' | 'areaCode' | 'unitKind' | 'approvedOn' | 'cancelledOn';
      from: (string | string[]) | null;
      to: (string | string[]) | null;
    };
    StatisticsDto: {
      /** Format: date */
      countedOn: string;
      achievements: number;
      completers: number;
      cuts: components['schemas']['CutCounts'][];
      organisations: components['schemas']['OrganisationCount'][];
    };
    CutCounts: {
      /** @enum {string} */
      cut:
        | 'category'
        | 'source'
        | 'evaluation'
        | 'level'
        | 'unitKind'
        | 'field'
        | 'industry'
        | 'sector'
        | 'region'
        | 'county'
        | 'year'
        | 'window'
        | 'organiser'
        | 'age'
        | 'education'
        | 'completerUnitKind';
      label: string;
      /** @enum {string} */
      counts: 'achievements' | 'completers';
      definition: string;
      values: components['schemas']['CodeCount'][];
    };
    CodeCount: {
      code: string | null;
      name: string;
      count: number;
    };
    OrganisationCount: {
      /** @enum {string} */
      kind: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry';
      organisationId: string;
      name: string;
      achievements: number;
    };
    PassageDto: {
      /** Format: date */
      countedOn: string;
      submitted: number;
      registered: number;
      ended: number;
      stages: components['schemas']['StagePassage'][];
      months: components['schemas']['MonthCount'][];
    };
    StagePassage: {
      /** @enum {string} */
      kind: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry';
      reached: number;
      passed: number;
      returned: number;
      waiting: number;
      spread: components['schemas']['SpreadDto'] | null;
      days: components['schemas']['DayCountDto'][];
    };
    SpreadDto: {
      least: number;
      lower: number;
      median: number;
      upper: number;
      most: number;
    };
    DayCountDto: {
      days: number;
      count: number;
    };
    MonthCount: {
      month: string;
      submitted: number;
      registered: number;
    };
    Likenesses: {
      namesCompared: boolean;
      own: components['schemas']['LikenessSide'];
      items: components['schemas']['LikenessView'][];
    };
    LikenessSide: {
      serial: string;
      name: string;
      units: string[];
      completers: string[];
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft';
      registrationYear: number;
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      registrationNumber: string | null;
      imported: boolean;
    };
    LikenessView: {
      other: components['schemas']['LikenessSide'];
      score: number | null;
      warns: boolean;
      reasons: components['schemas']['LikenessReason'][];
      judgement: components['schemas']['LikenessJudgementView'] | null;
    };
    LikenessJudgementView: {
      serial: string;
      /** @enum {string} */
      verdict: 'different' | 'duplicate';
      by: string | null;
      organisationId: string | null;
      /** Format: date-time */
      at: string;
      reason: string | null;
    };
    JudgeLikenessDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
      other: string;
      /** @enum {string} */
      verdict: 'different' | 'duplicate';
    };
    QueuePage: {
      items: components['schemas']['QueueLine'][];
      next: string | null;
    };
    QueueLine: {
      serial: string;
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      /** @enum {string|null} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | null;
      round: number;
      /** @enum {string} */
      mode: 'window' | 'rolling';
      deskId: string | null;
      /** Format: date-time */
      dueAt: string | null;
      dueProvisional: boolean;
      registrationNumber: string | null;
      lastFact: number;
      name: string | null;
      unitId: string;
      unitName: string;
      deskName: string | null;
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft';
      registrationYear: number;
      windowId: string | null;
      claimedBy: string | null;
      /** Format: date-time */
      firstSubmittedAt: string;
      /** Format: date-time */
      escalatedAt: string | null;
      permitted?: ('urge' | 'extend')[];
      late: boolean;
    };
    QueueCounts: {
      all: number;
      late: number;
      soon: number;
      mine: number;
      free: number;
      again: number;
    };
    DecidedPage: {
      items: components['schemas']['DecidedLine'][];
      next: string | null;
    };
    DecidedLine: {
      serial: string;
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      /** @enum {string|null} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | null;
      round: number;
      /** @enum {string} */
      mode: 'window' | 'rolling';
      deskId: string | null;
      /** Format: date-time */
      dueAt: string | null;
      dueProvisional: boolean;
      registrationNumber: string | null;
      lastFact: number;
      name: string | null;
      unitId: string;
      unitName: string;
      deskName: string | null;
      /** @enum {string} */
      category: 'applied' | 'basic' | 'soft';
      registrationYear: number;
      windowId: string | null;
      claimedBy: string | null;
      /** Format: date-time */
      firstSubmittedAt: string;
      /** Format: date-time */
      escalatedAt: string | null;
      permitted?: ('urge' | 'extend')[];
      /** @enum {string} */
      decision: 'release' | 'return' | 'reject' | 'recommend' | 'approve' | 'acknowledge' | 'returnReport' | 'reportAgain';
      /** Format: date-time */
      decidedAt: string;
      decidedBy: string | null;
      decidedRound: number;
    };
    ExtendDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
      days: number;
    };
    LimitView: {
      id: string;
      /** @enum {string} */
      about:
        | 'unit'
        | 'municipal'
        | 'organiser'
        | 'department'
        | 'ministry'
        | 'returned'
        | 'publicity'
        | 'objection'
        | 'correction'
        | 'new-credential'
        | 'new-organiser'
        | 'receipt';
      value: number;
      /** @enum {string} */
      unit: 'workdays' | 'days';
      /** Format: date */
      effectiveFrom: string;
      /** Format: date */
      effectiveTo: string | null;
      source: string;
      scope: string;
    };
    SetLimitDto: {
      /** @enum {string} */
      about:
        | 'unit'
        | 'municipal'
        | 'organiser'
        | 'department'
        | 'ministry'
        | 'returned'
        | 'publicity'
        | 'objection'
        | 'correction'
        | 'new-credential'
        | 'new-organiser'
        | 'receipt';
      scope: string;
      value: number;
      /** @enum {string} */
      unit: 'workdays' | 'days';
      effectiveFrom: string;
      source: string;
    };
    LimitPreview: {
      supersedes: string | null;
      moves: components['schemas']['MovedDeadlines'][];
      moved: number;
    };
    MovedDeadlines: {
      /** @enum {string} */
      about:
        | 'unit'
        | 'municipal'
        | 'organiser'
        | 'department'
        | 'ministry'
        | 'returned'
        | 'publicity'
        | 'objection'
        | 'correction'
        | 'new-credential'
        | 'new-organiser';
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      provisional: boolean;
      count: number;
      serials: string[];
    };
    'achievements.MoveToLimitDto': {
      serials: string[];
      reason: string;
    };
    CalendarView: {
      version: number;
      /** Format: date */
      coveredFrom: string;
      /** Format: date */
      coveredTo: string;
      days: components['schemas']['SpecialDay'][];
    };
    SpecialDay: {
      /** Format: date */
      date: string;
      /** @enum {string} */
      kind: 'off' | 'makeup';
      name: string;
      sourceNotice: string;
    };
    CalendarChangeDto: {
      seenVersion: number;
      coveredTo: string;
      sourceNotice: string;
      days: components['schemas']['CalendarDayDto'][];
    };
    CalendarDayDto: {
      date: string;
      /** @enum {string} */
      kind: 'off' | 'makeup' | 'ordinary';
      name: string;
    };
    CalendarPreview: {
      version: number;
      /** Format: date */
      firstChange: string;
      moves: components['schemas']['MovedDeadlines'][];
      moved: number;
    };
    PaperCheck: {
      serial: string;
      /** @enum {string} */
      verdict: 'same' | 'older' | 'altered';
      version: number;
      newest: number;
      of: number | null;
      name: string;
      firstUnit: string;
      firstCompleter: string;
      fields: components['schemas']['FieldChangeDto'][];
      files: components['schemas']['FileChangeDto'][];
    };
    ReceiveManyDto: {
      submissions: components['schemas']['ReceiveOneDto'][];
    };
    ReceiveOneDto: {
      serial: string;
      scanned?: string;
    };
    EachPaper: {
      items: components['schemas']['EachOutcome'][];
    };
    SheetOnPaper: {
      windowId: string;
      organisationId: string;
      /** Format: date-time */
      handedInAt: string | null;
      /** Format: date-time */
      receivedAt: string | null;
      late: boolean;
      items: components['schemas']['EachOutcome'][];
    };
    RescheduleDto: {
      seenVersion: number;
      reason: string;
      opensOn: string;
      cutOffOn: string;
      paperFrom: string;
      paperTo: string;
      earlierCutOffs: components['schemas']['EarlierCutOffDto'][];
    };
    ReschedulePreview: {
      affected: components['schemas']['AffectedDesk'][];
      submissions: number;
    };
    AffectedDesk: {
      deskId: string | null;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      count: number;
    };
    CloseNowDto: {
      seenVersion: number;
      reason: string;
    };
    MoveDto: {
      seen?: components['schemas']['SeenStageDto'];
      reason?: string;
      windowId?: string;
    };
    ExtendWindowDto: {
      seenVersion: number;
      reason: string;
      downOn: string;
      cutOffOn: string;
      paperFrom: string;
      paperTo: string;
    };
    ExtensionPreview: {
      affected: components['schemas']['ReopenedDesk'][];
      submissions: number;
      entering: components['schemas']['ListedSubmissions'];
      sheets: number;
      limits: components['schemas']['MovedDeadlines'][];
    };
    ReopenedDesk: {
      count: number;
      serials: string[];
      deskId: string | null;
      /** @enum {string|null} */
      outcome: 'transmitted' | 'carried-over' | 'returned' | 'withdrawn' | 'rejected' | null;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
    };
    ListedSubmissions: {
      count: number;
      serials: string[];
    };
    SuppositionDto: {
      cutOffOn?: string;
      daysOff?: string[];
      away?: components['schemas']['AwayDto'];
      /** @enum {string} */
      pace?: 'as-until-now' | 'whole-limit';
    };
    AwayDto: {
      organisationId: string;
      from: string;
      to: string;
    };
    WhatIfAnswer: {
      /** @enum {string} */
      pace: 'as-until-now' | 'whole-limit';
      /** Format: date */
      today: string;
      before: components['schemas']['OutcomeCount'][];
      after: components['schemas']['OutcomeCount'][];
      changed: number;
      changes: components['schemas']['ChangedSubmission'][];
      deadlines: components['schemas']['MovedDeadlines'][];
      lateMeanwhile: string[];
      desks: components['schemas']['DeskPace'][];
    };
    OutcomeCount: {
      /** @enum {string} */
      outcome: 'transmitted' | 'carried-over' | 'returned' | 'withdrawn' | 'rejected';
      count: number;
    };
    ChangedSubmission: {
      serial: string;
      deskId: string | null;
      before: components['schemas']['ProjectedDto'];
      after: components['schemas']['ProjectedDto'];
    };
    ProjectedDto: {
      /** Format: date */
      on: string | null;
      /** @enum {string} */
      outcome: 'transmitted' | 'carried-over' | 'returned' | 'withdrawn' | 'rejected';
    };
    DeskPace: {
      organisationId: string;
      workdays: number;
      decisions: number;
    };
    OpenWorkQuery: {
      organisationIds: string[];
    };
    OpenWork: {
      submissions: components['schemas']['OpenSubmissionDto'][];
      submissionCount: number;
      draftCount: number;
    };
    RerouteDto: {
      unitId: string;
      serials?: string[];
      cursor?: string;
      reason: string;
    };
    Rerouted: {
      items: components['schemas']['EachOutcome'][];
      next: string | null;
    };
    'achievements.HandOverDto': {
      fromPersonId: string;
      toPersonId: string;
      reason: string;
    };
    HandedOver: {
      draftIds: string[];
      submissions: components['schemas']['EachOutcome'][];
    };
    StandingCountDto: {
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      /** @enum {string|null} */
      stage: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry' | null;
      open: number;
      late: number;
      escalated: number;
      onHold: number;
    };
    StandingStill: {
      submissions: components['schemas']['StuckSubmissionDto'][];
      untold: components['schemas']['UntoldFactsDto'][];
      workflows: components['schemas']['StuckWorkflowsDto'];
    };
    StuckSubmissionDto: {
      serial: string;
      /** @enum {string} */
      state:
        | 'in-review'
        | 'returned'
        | 'suspected'
        | 'in-publicity'
        | 'registered'
        | 'reported'
        | 'rejected'
        | 'withdrawn'
        | 'closed'
        | 'cancelled';
      deskId: string | null;
      /** Format: date-time */
      dueAt: string | null;
      reasons: ('late' | 'escalated' | 'objection' | 'suspicion' | 'withdrawal-asked')[];
    };
    UntoldFactsDto: {
      subject: string;
      facts: number;
      /** Format: date-time */
      since: string;
    };
    StuckWorkflowsDto: {
      looked: number;
      more: boolean;
      stuck: components['schemas']['StuckWorkflowDto'][];
    };
    StuckWorkflowDto: {
      workflowId: string;
      status: string;
      because: string;
    };
    SerialParam: {
      serial: string;
    };
    ExplainedSubmission: {
      progress: components['schemas']['ProgressDto'];
      unitId: string;
      submitterId: string;
      windowId: string | null;
      /** Format: date-time */
      escalatedAt: string | null;
      stages: components['schemas']['StageExplainedDto'][];
      deadlines: components['schemas']['ExplainedDeadline'][];
      timeline: components['schemas']['EntryExplainedDto'][];
      untold: number[];
      workflow: components['schemas']['WorkflowLookDto'] | null;
    };
    StageExplainedDto: {
      /** @enum {string} */
      kind: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry';
      round: number;
      deskId: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      openedAt: string | null;
      claimedBy: string | null;
      /** @enum {string|null} */
      decision:
        | 'submit'
        | 'resubmit'
        | 'withdraw'
        | 'askWithdrawal'
        | 'handInPaper'
        | 'open'
        | 'claim'
        | 'release'
        | 'recommend'
        | 'approve'
        | 'return'
        | 'reject'
        | 'judgeLikeness'
        | 'consentWithdrawal'
        | 'receivePaper'
        | 'recall'
        | 'close'
        | 'reportAgain'
        | 'urge'
        | 'reassign'
        | 'extend'
        | 'suspect'
        | 'clear'
        | 'exclude'
        | 'confirmEntry'
        | 'dispute'
        | 'settleDispute'
        | 'acknowledge'
        | 'returnReport'
        | 'correct'
        | 'cancel'
        | 'reportChange'
        | 'acknowledgeChange'
        | 'returnChange'
        | 'hold'
        | 'declineObjection'
        | 'overrule'
        | 'uphold'
        | 'reroute'
        | 'handOver'
        | 'takeOver'
        | 'recount'
        | 'moveLimit'
        | 'moveCutOff'
        | 'moveWindow'
        | 'escalate'
        | 'carryOver'
        | 'register'
        | 'reportUp'
        | null;
      decidedBy: string | null;
      /** Format: date-time */
      decidedAt: string | null;
    };
    EntryExplainedDto: {
      number: number;
      act: string;
      /** Format: date-time */
      at: string;
      by: string | null;
      organisationId: string | null;
      state: string;
      stage: string | null;
    };
    WorkflowLookDto: {
      workflowId: string;
      runId: string;
      status: string;
      /** Format: date-time */
      startedAt: string;
      historyLength: number;
      lastFact: number | null;
      activities: components['schemas']['PendingActivityDto'][];
      taskAttempts: number;
      progress: components['schemas']['WorkflowProgressDto'] | null;
      timers: components['schemas']['PendingTimerDto'][];
    };
    PendingActivityDto: {
      activity: string;
      attempt: number;
      failure: string | null;
    };
    WorkflowProgressDto: {
      lastFact: number;
      state: string;
      /** Format: date-time */
      waitsUntil: string | null;
      paused: boolean;
    };
    PendingTimerDto: {
      /** Format: date-time */
      at: string;
      meaning: string | null;
    };
    WorkflowPayloads: {
      payloads: components['schemas']['WorkflowPayload'][];
    };
    WorkflowPayload: {
      metadata?: {
        [key: string]: string;
      };
      data?: string;
    };
    HouseModeDto: {
      training: boolean;
      mark: string | null;
    };
    InboxPageDto: {
      items: components['schemas']['MessageDto'][];
      next: string | null;
    };
    MessageDto: {
      /** Format: uuid */
      id: string;
      /** @description `submission.<act>` or `digest` */
      kind: string;
      /** @description One Chinese sentence */
      subject: string;
      /** Format: date-time */
      at: string;
      /** @description Ids of what it is about */
      about: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      readAt: string | null;
    };
    UnreadDto: {
      unread: number;
    };
    ChannelsDto: {
      topics: components['schemas']['TopicDto'][];
      quiet: components['schemas']['QuietHoursDto'] | null;
      /** @description The address was refused for good: nothing is mailed until it is changed or confirmed */
      mailRefused: boolean;
    };
    TopicDto: {
      /** @enum {string} */
      topic: 'deadline' | 'return' | 'decision' | 'access' | 'notice' | 'arrival' | 'progress';
      mail: boolean;
      sms: boolean;
      label: string;
      /** @description False: its mails come whatever is chosen */
      mailMayBeLeft: boolean;
    };
    QuietHoursDto: {
      /** @example 22:00 */
      beginAt: string;
      /**
       * @description Earlier than the beginning: of the next day
       * @example 07:00
       */
      endAt: string;
    };
    ChooseChannelsDto: {
      /** @description Topics that are not named stay as they are */
      topics: components['schemas']['TopicChoiceDto'][];
      /** @description By the clock of Shanghai; null: none */
      quiet: components['schemas']['QuietHoursDto'] | null;
    };
    TopicChoiceDto: {
      /** @enum {string} */
      topic: 'deadline' | 'return' | 'decision' | 'access' | 'notice' | 'arrival' | 'progress';
      mail: boolean;
      sms: boolean;
    };
    UnsubscribedDto: {
      /** @enum {string} */
      topic: 'deadline' | 'return' | 'decision' | 'access' | 'notice' | 'arrival' | 'progress';
    };
    PublicNoticeListDto: {
      items: components['schemas']['PublicNoticeLineDto'][];
      next: string | null;
    };
    PublicNoticeLineDto: {
      /** Format: uuid */
      id: string;
      documentNumber: string | null;
      title: string;
      issuer: string;
      /** Format: date-time */
      issuedAt: string;
      dueOn: string | null;
    };
    PublicNoticeDto: {
      /** Format: uuid */
      id: string;
      documentNumber: string | null;
      title: string;
      issuer: string;
      /** Format: date-time */
      issuedAt: string;
      dueOn: string | null;
      body: string;
      annexes: components['schemas']['NoticeFileDto'][];
      enclosesId: string | null;
    };
    NoticeFileDto: {
      /** Format: uuid */
      id: string;
      fileName: string;
      mediaType: string;
      bytes: number;
      sha256: string;
    };
    NoticeListDto: {
      items: components['schemas']['NoticeLineDto'][];
      next: string | null;
    };
    NoticeLineDto: {
      /** Format: uuid */
      id: string;
      documentNumber: string | null;
      title: string;
      issuerId: string;
      issuer: string;
      /** @enum {string} */
      state: 'issued' | 'due' | 'withdrawn';
      /** Format: date-time */
      issuedAt: string;
      dueOn: string | null;
      isPublic: boolean;
      /** @enum {string|null} */
      standing: 'sent' | 'read' | 'signed' | 'answered' | null;
    };
    IssueDto: {
      title: string;
      /** @description With whatever requirements are added */
      body: string;
      /**
       * @description A public page (S42, S81)
       * @default false
       */
      isPublic: boolean;
      /**
       * @description What comes back
       * @enum {string}
       */
      form?: 'liaison' | 'reply';
      /**
       * @description Last day for answers, to its end
       * @example 2023-09-28
       */
      dueOn?: string;
      /**
       * @description Who answers: whom it is sent to, or everybody below
       * @default cascade
       * @enum {string}
       */
      reach: 'addressees' | 'cascade';
      /** @description Of uploaded files */
      annexIds?: string[];
      /** @description A part of those directly below; without it all of them */
      addresseeIds?: string[];
      /** @example 晋科函〔2023〕132号 */
      documentNumber: string;
    };
    NoticeProgressDto: {
      id: string;
      /** @enum {string} */
      state: 'issued' | 'due' | 'withdrawn';
      lastFact: number;
    };
    NoticePageDto: {
      /** Format: uuid */
      id: string;
      documentNumber: string | null;
      title: string;
      issuerId: string;
      issuer: string;
      /** @enum {string} */
      state: 'issued' | 'due' | 'withdrawn';
      /** Format: date-time */
      issuedAt: string;
      dueOn: string | null;
      isPublic: boolean;
      /** @enum {string|null} */
      standing: 'sent' | 'read' | 'signed' | 'answered' | null;
      body: string;
      /** @enum {string|null} */
      form: 'liaison' | 'reply' | null;
      /** @enum {string} */
      reach: 'addressees' | 'cascade';
      annexes: components['schemas']['NoticeFileDto'][];
      encloses: components['schemas']['EnclosedDto'][];
      own: components['schemas']['CopyProgressDto'] | null;
    };
    EnclosedDto: {
      /** Format: uuid */
      id: string;
      documentNumber: string | null;
      title: string;
      issuer: string;
    };
    CopyProgressDto: {
      noticeId: string;
      organisationId: string;
      /** @enum {string} */
      state: 'sent' | 'read' | 'signed' | 'answered';
      /** Format: date-time */
      readAt: string | null;
      /** Format: date-time */
      signedAt: string | null;
      /** Format: date-time */
      forwardedAt: string | null;
      /** Format: date-time */
      answeredAt: string | null;
    };
    ForwardDto: {
      title: string;
      /** @description With whatever requirements are added */
      body: string;
      /**
       * @description A public page (S42, S81)
       * @default false
       */
      isPublic: boolean;
      /**
       * @description What comes back
       * @enum {string}
       */
      form?: 'liaison' | 'reply';
      /**
       * @description Last day for answers, to its end
       * @example 2023-09-28
       */
      dueOn?: string;
      /**
       * @description Who answers: whom it is sent to, or everybody below
       * @default cascade
       * @enum {string}
       */
      reach: 'addressees' | 'cascade';
      /** @description Of uploaded files */
      annexIds?: string[];
      /** @description A part of those directly below; without it all of them */
      addresseeIds?: string[];
      /**
       * @description 文号; without it the letter is passed on as it stands
       * @example 长能源函〔2023〕114号
       */
      documentNumber?: string;
    };
    'notifications.AnswerDto': {
      /** @description The boxes of the form by their ids */
      filledIn: {
        [key: string]: string;
      };
      /** @description Word for word (S18) */
      declaration?: string;
      /**
       * Format: uuid
       * @description The uploaded scan with signature and seal (S19)
       */
      sealId?: string;
    };
    OwnAnswerDto: {
      /** @enum {string} */
      form: 'liaison' | 'reply';
      filledIn: {
        [key: string]: string;
      };
      /** Format: date-time */
      answeredAt: string;
    };
    GapLevelDto: {
      /** Format: uuid */
      noticeId: string;
      parentId: string | null;
      documentNumber: string | null;
      title: string;
      issuerId: string;
      issuer: string;
      dueOn: string | null;
      addressees: number;
      read: number;
      signed: number;
      forwarded: number;
      answered: number;
      /** @description The first hundred */
      missing: components['schemas']['MissingDto'][];
      /** @example 12个单位中9个已反馈，3个未反馈：… */
      sentence: string;
      escalations: components['schemas']['StepUpDto'][];
    };
    MissingDto: {
      organisationId: string;
      name: string;
      /** @enum {string} */
      state: 'sent' | 'read' | 'signed' | 'answered';
      /** Format: date-time */
      escalatedAt: string | null;
    };
    StepUpDto: {
      /** @description 1: the issuer; each further one the super administrator of who has heard of it, and the desk next above */
      step: number;
      /** Format: date-time */
      at: string;
      to: string[];
    };
    AddresseeDto: {
      noticeId: string;
      organisationId: string;
      /** @enum {string} */
      state: 'sent' | 'read' | 'signed' | 'answered';
      /** Format: date-time */
      readAt: string | null;
      /** Format: date-time */
      signedAt: string | null;
      /** Format: date-time */
      forwardedAt: string | null;
      /** Format: date-time */
      answeredAt: string | null;
      name: string;
      /** Format: date-time */
      escalatedAt: string | null;
    };
    UrgeDto: {
      /** @description Those who are urged, each once a day; without it all who are late */
      addresseeIds?: string[];
    };
    WithdrawDto: {
      reason: string;
    };
    CalendarFeedDto: {
      /** @description Opens for whoever has it; null while there is none */
      address: string | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  AuditController_of: {
    parameters: {
      query: {
        subject: string;
        kind?: string;
        by?: string;
        from?: string;
        after?: number;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditDto'];
        };
      };
    };
  };
  CalendarController_view: {
    parameters: {
      query: {
        year: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarView'];
        };
      };
    };
  };
  CalendarFeedController_mine: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarFeedDto'];
        };
      };
    };
  };
  CalendarFeedController_renew: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarFeedDto'];
        };
      };
    };
  };
  CalendarFeedController_close: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarFeedDto'];
        };
      };
    };
  };
  CalendarFeedController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description A token and `.ics` */
        file: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/calendar': string;
        };
      };
    };
  };
  CalendarController_load: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CalendarChangeDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarPreview'];
        };
      };
    };
  };
  CalendarController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CalendarChangeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarPreview'];
        };
      };
    };
  };
  VerificationController_keys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateKeyDto'][];
        };
      };
    };
  };
  VerificationController_verify: {
    parameters: {
      query?: {
        version?: number;
        sealed?: string;
      };
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationDto'];
        };
      };
    };
  };
  ChannelsController_mine: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChannelsDto'];
        };
      };
    };
  };
  ChannelsController_choose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChooseChannelsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChannelsDto'];
        };
      };
    };
  };
  ChannelsController_confirm: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChannelsDto'];
        };
      };
    };
  };
  ChannelsController_unsubscribe: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnsubscribedDto'];
        };
      };
    };
  };
  CodeListsController_all: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeListLine'][];
        };
      };
    };
  };
  CodeListsController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        list: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeList'];
        };
      };
    };
  };
  CorrectionsController_waiting: {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionLine'][];
        };
      };
    };
  };
  CorrectionsController_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionPage'];
        };
      };
    };
  };
  CorrectionsController_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionProgressDto'];
        };
      };
    };
  };
  CorrectionsController_document: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  CorrectionsController_refuse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideCorrectionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionProgressDto'];
        };
      };
    };
  };
  CorrectionsController_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideCorrectionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionProgressDto'];
        };
      };
    };
  };
  CredentialApplicationsController_list: {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CredentialApplicationDto'][];
        };
      };
    };
  };
  ApplyingController_apply: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyForCredentialDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CredentialAppliedDto'];
        };
      };
    };
  };
  CredentialApplicationsController_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CredentialApplicationPageDto'];
        };
      };
    };
  };
  CredentialApplicationsController_issue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueOnApplicationDto'];
      };
    };
    responses: {
      /** @description With `delivery: slip` the first answer is the slip */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedOnApplicationDto'];
          'application/pdf': string;
        };
      };
    };
  };
  LimitMovesController_moveCredential: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveToLimitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationProgressDto'];
        };
      };
    };
  };
  CredentialApplicationsController_redirect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedirectDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationProgressDto'];
        };
      };
    };
  };
  CredentialApplicationsController_refuse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationProgressDto'];
        };
      };
    };
  };
  ApplyingController_view: {
    parameters: {
      query?: never;
      header: {
        'application-secret': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicantViewDto'];
        };
      };
    };
  };
  CredentialApplicationsController_unmask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactDto'];
        };
      };
    };
  };
  ApplyingController_withdraw: {
    parameters: {
      query?: never;
      header: {
        'application-secret': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationProgressDto'];
        };
      };
    };
  };
  CredentialsController_issue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueCredentialDto'];
      };
    };
    responses: {
      /** @description With `delivery: slip` the first answer is the slip */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedCredentialDto'];
          'application/pdf': string;
        };
      };
    };
  };
  CredentialsController_renew: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeliveryDto'];
      };
    };
    responses: {
      /** @description With `delivery: slip` the first answer is the slip */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedCredentialDto'];
          'application/pdf': string;
        };
      };
    };
  };
  CredentialsController_recover: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecoverCredentialDto'];
      };
    };
    responses: {
      /** @description With `delivery: slip` the first answer is the slip */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedCredentialDto'];
          'application/pdf': string;
        };
      };
    };
  };
  DeputiesController_grant: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantDeputyDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeputyDto'];
        };
      };
    };
  };
  DeputiesController_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        positionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftsController_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftPage'];
        };
      };
    };
  };
  DraftsController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDraftDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
    };
  };
  FormImportsController_import: {
    parameters: {
      query?: {
        dryRun?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          sheet: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportedDraft'];
        };
      };
    };
  };
  FormImportsController_template: {
    parameters: {
      query: {
        schema: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The workbook */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
    };
  };
  KnownController_completers: {
    parameters: {
      query?: {
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnownCompleter'][];
        };
      };
    };
  };
  KnownController_units: {
    parameters: {
      query?: {
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnownUnit'][];
        };
      };
    };
  };
  DraftsController_view: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
    };
  };
  EditingController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeDraftDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
    };
  };
  DraftsController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EditingController_edit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditDraftDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
    };
  };
  EditingController_changes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FieldChangeLine'][];
        };
      };
    };
  };
  EvidenceController_add: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** @enum {string} */
          kind:
            | 'acceptance-report'
            | 'evaluation-certificate'
            | 'drug-approval'
            | 'standard'
            | 'intellectual-property'
            | 'industry-access'
            | 'new-product-certificate'
            | 'development-report'
            | 'user-proof'
            | 'paper'
            | 'monograph'
            | 'academic-opinion'
            | 'citation-proof'
            | 'closing-report'
            | 'research-report'
            | 'task-document'
            | 'test-report';
          number: string;
          /** Format: date */
          issuedOn: string;
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvidenceDto'];
        };
      };
    };
  };
  EvidenceController_addUploaded: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UploadedEvidenceDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvidenceDto'];
        };
      };
    };
  };
  EvidenceController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        evidenceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EvidenceController_file: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
        evidenceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  DraftsController_gaps: {
    parameters: {
      query?: {
        door?: 'municipal' | 'organiser';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Gaps'];
        };
      };
    };
  };
  DraftsController_likenesses: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftLikenesses'];
        };
      };
    };
  };
  DraftsController_preview: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  EditingController_move: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveDraftDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
    };
  };
  SubmittingController_submit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubmitDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  UploadsController_begin: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': '1.0.0';
        'Upload-Length': number;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Begun */
      201: {
        headers: {
          Location?: string;
          'Upload-Offset'?: string;
          'Upload-Expires'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UploadsController_giveUp: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': '1.0.0';
      };
      path: {
        id: string;
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UploadsController_progress: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': '1.0.0';
      };
      path: {
        id: string;
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description `Upload-Offset`, `Upload-Length`, `Upload-Expires` */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UploadsController_append: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': '1.0.0';
        'Upload-Offset': number;
        /** @description `sha256` or `sha1`, a space, the digest of this piece in base64 */
        'Upload-Checksum'?: string;
      };
      path: {
        id: string;
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/offset+octet-stream': string;
      };
    };
    responses: {
      /** @description Taken: `Upload-Offset` */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftsController_workbook: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  EntriesController_own: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnEntry'][];
        };
      };
    };
  };
  EntriesController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnEntryPage'][];
        };
      };
    };
  };
  EntriesController_confirm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmEntryDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnEntryPage'][];
        };
      };
    };
  };
  EntriesController_dispute: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DisputeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnEntryPage'][];
        };
      };
    };
  };
  EntriesController_identify: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentifyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnEntryPage'][];
        };
      };
    };
  };
  LinkOpeningController_open: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenLinkDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FormsController_all: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FormSchemaLine'][];
        };
      };
    };
  };
  FormsController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FormSchemaView'];
        };
      };
    };
  };
  GraphChangesController_change: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeGraphDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GraphChangedDto'];
        };
      };
    };
  };
  GraphChangesController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewChangeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GraphPreviewDto'];
        };
      };
    };
  };
  GraphsController_lint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GraphFaultDto'][];
        };
      };
    };
  };
  HandOversController_handOver: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['achievements.HandOverDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HandedOver'];
        };
      };
    };
  };
  HouseController_mode: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HouseModeDto'];
        };
      };
    };
  };
  ImportsController_importPeople: {
    parameters: {
      query?: {
        delivery?: 'shown' | 'slip' | 'mail';
        dryRun?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          sheet: string;
        };
      };
    };
    responses: {
      /** @description With `delivery: slip` the first answer is the slip */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportedPeopleDto'];
          'application/pdf': string;
        };
      };
    };
  };
  ImportsController_importUnits: {
    parameters: {
      query?: {
        dryRun?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          sheet: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportedUnitsDto'];
        };
      };
    };
  };
  InboxController_list: {
    parameters: {
      query?: {
        /** @description true: only what has not been read */
        unread?: boolean;
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InboxPageDto'];
        };
      };
    };
  };
  InboxController_count: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnreadDto'];
        };
      };
    };
  };
  InboxController_stream: {
    parameters: {
      query?: never;
      header: {
        'last-event-id': string;
        /** @description Id of the last message seen: what came since is sent first */
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ends within half a minute, to be opened again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
    };
  };
  InboxController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessageDto'];
        };
      };
    };
  };
  LimitsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LimitView'][];
        };
      };
    };
  };
  LimitsController_set: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetLimitDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LimitView'];
        };
      };
    };
  };
  LimitsController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetLimitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LimitPreview'];
        };
      };
    };
  };
  LimitsController_moves: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MovedDeadlines'][];
        };
      };
    };
  };
  LimitsController_move: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['achievements.MoveToLimitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EachOutcome'][];
        };
      };
    };
  };
  SignInController_me: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInDto'];
        };
      };
    };
  };
  NoticesController_list: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        box?: 'received' | 'sent';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeListDto'];
        };
      };
    };
  };
  NoticesController_issue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeProgressDto'];
        };
      };
    };
  };
  NoticesController_upload: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeFileDto'];
        };
      };
    };
  };
  PublicNoticesController_list: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicNoticeListDto'];
        };
      };
    };
  };
  PublicNoticesController_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicNoticeDto'];
        };
      };
    };
  };
  PublicNoticesController_annex: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  NoticesController_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticePageDto'];
        };
      };
    };
  };
  OverseeingController_addressees: {
    parameters: {
      query?: {
        /** @description The organisation after which the page begins */
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddresseeDto'][];
        };
      };
    };
  };
  NoticesController_annex: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  OverseeingController_own: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnAnswerDto'];
        };
      };
    };
  };
  NoticesController_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['notifications.AnswerDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CopyProgressDto'];
        };
      };
    };
  };
  OverseeingController_sheet: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  OverseeingController_seal: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  NoticesController_forward: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ForwardDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeProgressDto'];
        };
      };
    };
  };
  OverseeingController_report: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GapLevelDto'][];
        };
      };
    };
  };
  NoticesController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CopyProgressDto'];
        };
      };
    };
  };
  NoticesController_sign: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CopyProgressDto'];
        };
      };
    };
  };
  OverseeingController_urge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UrgeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeProgressDto'];
        };
      };
    };
  };
  OverseeingController_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeProgressDto'];
        };
      };
    };
  };
  ObjectionsController_list: {
    parameters: {
      query?: {
        state?: 'received' | 'not-accepted' | 'declined' | 'accepted' | 'overruled' | 'upheld' | 'moot';
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectionListDto'];
        };
      };
    };
  };
  ObjectionsController_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectionPageDto'];
        };
      };
    };
  };
  DecidingController_accept: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideObjectionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DecidingController_decline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideObjectionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  ObjectionsController_file: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        receipt: string;
        part: 'seal' | 'file1' | 'file2' | 'file3' | 'file4' | 'file5';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  ObjectionsController_note: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WordsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectionPageDto'];
        };
      };
    };
  };
  DecidingController_overrule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideObjectionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  ObjectionsController_reveal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevealDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SenderDto'];
        };
      };
    };
  };
  ObjectingController_standing: {
    parameters: {
      query?: never;
      header: {
        'objection-secret': string;
      };
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectionStandingDto'];
        };
      };
    };
  };
  DecidingController_uphold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receipt: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideObjectionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  LookingController_explain: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SerialParam'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExplainedSubmission'];
        };
      };
    };
  };
  LookingController_overview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandingCountDto'][];
        };
      };
    };
  };
  LookingController_stuck: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandingStill'];
        };
      };
    };
  };
  OrganisationsController_list: {
    parameters: {
      query?: {
        kind?: 'ministry' | 'department' | 'organiser' | 'municipal' | 'county' | 'unit';
        parent?: string;
        search?: string;
        ids?: string[];
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationDto'][];
        };
      };
    };
  };
  OrganisationsController_organisation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationWithUnitDto'];
        };
      };
    };
  };
  HoldersController_roles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuableRolesDto'];
        };
      };
    };
  };
  PeopleController_colleagues: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ColleagueDto'][];
        };
      };
    };
  };
  OrganiserApplicationsController_list: {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganiserApplicationDto'][];
        };
      };
    };
  };
  ApplyingOrganiserController_apply: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** @description JSON: organiser, kind (municipal-science, provincial-department, special-body, direct-body, managed-body, dispatched-body, public-institution, central-enterprise, otherwise-approved), address, postcode, legalRepresentative, leader {name, mobile}, department, head {name, mobile, mail}, staff {name, mobile, mail}, declaration, signedOn */
          form: string;
          /** Format: binary */
          signature: string;
          /** Format: binary */
          seal: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AppliedDto'];
        };
      };
    };
  };
  OrganiserApplicationsController_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganiserApplicationPageDto'];
        };
      };
    };
  };
  OrganiserApplicationsController_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApproveDto'];
      };
    };
    responses: {
      /** @description With `delivery: slip` the first answer is the slip */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovedDto'];
          'application/pdf': string;
        };
      };
    };
  };
  LimitMovesController_moveOrganiser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveToLimitDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationProgressDto'];
        };
      };
    };
  };
  OrganiserApplicationsController_open: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationProgressDto'];
        };
      };
    };
  };
  OrganiserApplicationsController_refuse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationProgressDto'];
        };
      };
    };
  };
  OrganiserApplicationsController_scan: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
        scan: 'signature' | 'seal';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  ApplyingOrganiserController_view: {
    parameters: {
      query?: never;
      header: {
        'application-secret': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicantViewDto'];
        };
      };
    };
  };
  OrganiserApplicationsController_unmask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganiserContactsDto'];
        };
      };
    };
  };
  ApplyingOrganiserController_withdraw: {
    parameters: {
      query?: never;
      header: {
        'application-secret': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationProgressDto'];
        };
      };
    };
  };
  CredentialsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleController_search: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchPeopleDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnownPersonDto'][];
        };
      };
    };
  };
  HoldersController_holder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HolderDto'];
        };
      };
    };
  };
  CustodyController_disable: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CustodyDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CustodyController_enable: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CustodyDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CustodyController_unlock: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CustodyDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PeopleController_unmask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UnmaskDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactDto'];
        };
      };
    };
  };
  HoldersController_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EndPositionDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RightsController_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PositionRightsDto'];
        };
      };
    };
  };
  RightsController_set: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetRightsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PositionRightsDto'];
        };
      };
    };
  };
  PublicityController_list: {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicityListDto'];
        };
      };
    };
  };
  PublicityController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicityEntryDto'];
        };
      };
    };
  };
  ObjectingController_object: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** @description JSON: kinds (novelty, advancement, practicality, truth, completers, units), grounds, objector (person, unit), name, contact. Without name or contact, or of a unit without its seal, it is recorded as not accepted */
          form: string;
          /** Format: binary */
          seal?: string;
          /** Format: binary */
          file1?: string;
          /** Format: binary */
          file2?: string;
          /** Format: binary */
          file3?: string;
          /** Format: binary */
          file4?: string;
          /** Format: binary */
          file5?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectedDto'];
        };
      };
    };
  };
  RegisterController_search: {
    parameters: {
      query?: {
        name?: string;
        unit?: string;
        completer?: string;
        category?: 'applied' | 'basic' | 'soft';
        registrationYear?: number;
        areaCode?: string;
        unitKind?: 'enterprise' | 'institute' | 'university' | 'hospital' | 'other';
        industrySection?: string;
        discipline?: string;
        window?: string;
        approvedOn?: components['schemas']['Object'];
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisterPageDto'];
        };
      };
    };
  };
  RegisterController_announcements: {
    parameters: {
      query?: {
        window?: string;
        before?: components['schemas']['Object'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnnouncementsDto'];
        };
      };
    };
  };
  RegisterController_facets: {
    parameters: {
      query?: {
        name?: string;
        unit?: string;
        completer?: string;
        category?: 'applied' | 'basic' | 'soft';
        registrationYear?: number;
        areaCode?: string;
        unitKind?: 'enterprise' | 'institute' | 'university' | 'hospital' | 'other';
        industrySection?: string;
        discipline?: string;
        window?: string;
        approvedOn?: components['schemas']['Object'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FacetCountDto'][];
        };
      };
    };
  };
  ImportedCorrectionsController_document: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  ImportedCorrectionsController_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportedCorrectionDto'][];
        };
      };
    };
  };
  ImportedCorrectionsController_correct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          reason: string;
          /** @description JSON: each field as it shall be */
          changes: string;
          /** @description Code of the first unit */
          uscc?: string;
          /** Format: binary */
          document: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportedCorrectedDto'];
        };
      };
    };
  };
  RegisterImportsController_import: {
    parameters: {
      query?: {
        dryRun?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          sheet: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisterImportDto'];
        };
      };
    };
  };
  RegisterController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisterEntryDto'] | components['schemas']['WithheldEntryDto'];
        };
      };
    };
  };
  ReportUpsController_list: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BundleList'];
        };
      };
    };
  };
  ReportUpsController_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BundlePage'];
        };
      };
    };
  };
  ReportUpsController_file: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  ReportUpsController_retry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BundleLine'];
        };
      };
    };
  };
  RoutesController_route: {
    parameters: {
      query: {
        unit: string;
        door?: 'municipal' | 'organiser';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewRouteDto'];
        };
      };
    };
  };
  SecondFactorController_status: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorDto'];
        };
      };
    };
  };
  SecondFactorController_addPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddPasskeyDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnrolledDto'];
        };
      };
    };
  };
  SecondFactorController_beginPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  SecondFactorController_removePasskey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SecondFactorController_renewRecoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesDto'];
        };
      };
    };
  };
  SecondFactorController_reset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResetDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SecondFactorController_beginTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TotpEnrolmentDto'];
        };
      };
    };
  };
  SecondFactorController_removeTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SecondFactorController_confirmTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CodeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnrolledDto'];
        };
      };
    };
  };
  SessionsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionDto'][];
        };
      };
    };
  };
  SignInController_begin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInDto'];
      };
    };
    responses: {
      201: {
        headers: {
          /** @description The session, for scripts: `Authorization: Session <it>` */
          'x-dengke-session'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInDto'];
        };
      };
    };
  };
  SessionsController_endCurrent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SignInController_askForPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  SignInController_actFrom: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChoosePositionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInDto'];
        };
      };
    };
  };
  SignInController_show: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ShownSecondFactorDto'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The session, for scripts: `Authorization: Session <it>` */
          'x-dengke-session'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInDto'];
        };
      };
    };
  };
  SessionsController_endOthers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SessionsController_endOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  StatisticsController_of: {
    parameters: {
      query?: {
        window?: string;
        registrationYear?: number;
        organisation?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatisticsDto'];
        };
      };
    };
  };
  StatisticsController_file: {
    parameters: {
      query?: {
        window?: string;
        registrationYear?: number;
        organisation?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sheets */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
    };
  };
  StatisticsController_passageOf: {
    parameters: {
      query?: {
        window?: string;
        registrationYear?: number;
        organisation?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PassageDto'];
        };
      };
    };
  };
  SubmissionsController_list: {
    parameters: {
      query?: {
        late?: boolean;
        state?:
          | 'in-review'
          | 'returned'
          | 'suspected'
          | 'in-publicity'
          | 'registered'
          | 'reported'
          | 'rejected'
          | 'withdrawn'
          | 'closed'
          | 'cancelled';
        window?: string;
        number?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubmissionList'];
        };
      };
    };
  };
  DecidedController_page: {
    parameters: {
      query?: {
        outcome?: 'release' | 'return' | 'reject' | 'recommend' | 'approve' | 'acknowledge' | 'returnReport' | 'reportAgain';
        mine?: boolean;
        from?: string;
        to?: string;
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecidedPage'];
        };
      };
    };
  };
  OpenWorkController_of: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenWorkQuery'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenWork'];
        };
      };
    };
  };
  CounterController_check: {
    parameters: {
      query: {
        scanned: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaperCheck'];
        };
      };
    };
  };
  QueueController_page: {
    parameters: {
      query?: {
        search?: string;
        category?: 'applied' | 'basic' | 'soft';
        mode?: 'window' | 'rolling';
        view?: 'late' | 'soon' | 'mine' | 'free' | 'again';
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QueuePage'];
        };
      };
    };
  };
  QueueController_counts: {
    parameters: {
      query?: {
        search?: string;
        category?: 'applied' | 'basic' | 'soft';
        mode?: 'window' | 'rolling';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QueueCounts'];
        };
      };
    };
  };
  CounterController_receive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReceiveManyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EachPaper'];
        };
      };
    };
  };
  ManyController_recommend: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecommendManyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EachOfMany'];
        };
      };
    };
  };
  ReroutingController_reroute: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RerouteDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Rerouted'];
        };
      };
    };
  };
  ManyController_giveBack: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnManyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EachOfMany'];
        };
      };
    };
  };
  SubmissionsController_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubmissionPage'];
        };
      };
    };
  };
  ReportUpController_acknowledge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DecisionController_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  SubmittingController_askWithdrawal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  CancellationsController_cancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** @enum {string} */
          ground: 'fraud' | 'plagiarism' | 'tampering' | 'infringement';
          reason: string;
          /** Format: binary */
          document: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  CancellationsController_cancelClassified: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelClassifiedDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  CancellationsController_view: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CancellationView'];
        };
      };
    };
  };
  CancellationsController_document: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  CertificatesController_pdf: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  CertificatesController_versions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateVersion'][];
        };
      };
    };
  };
  VersionsController_changes: {
    parameters: {
      query?: {
        from?: number;
        to?: number;
      };
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Changes'];
        };
      };
    };
  };
  CheckListController_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckList'];
        };
      };
    };
  };
  DeskController_claim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  SecrecyController_clear: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DeskController_close: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DeskController_consentWithdrawal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  CorrectionsController_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionLine'][];
        };
      };
    };
  };
  CorrectionsController_ask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          reason: string;
          /** @description JSON: each field as it shall be */
          changes: string;
          /** Format: binary */
          document: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionProgressDto'];
        };
      };
    };
  };
  DeadlinesController_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExplainedDeadline'][];
        };
      };
    };
  };
  DeadlinesController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExplainedDeadline'];
        };
      };
    };
  };
  SettlingController_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntryPage'][];
        };
      };
    };
  };
  SubmittedEvidenceController_file: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        serial: string;
        evidenceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  SecrecyController_exclude: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExcludeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  ExtensionsController_extend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExtendDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  PaperController_handInPaper: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandInDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  LikenessesController_judge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['JudgeLikenessDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  LikenessesController_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Likenesses'];
        };
      };
    };
  };
  VersionsController_mended: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MendingLine'][];
        };
      };
    };
  };
  ReschedulingController_moveWindow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  UnitObjectionsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitObjectionDto'][];
        };
      };
    };
  };
  UnitObjectionsController_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
        receipt: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WordsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitObjectionDto'][];
        };
      };
    };
  };
  DeskController_open: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DeskController_reassign: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReassignDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DeskController_recall: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  PaperController_receivePaper: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DecisionController_recommend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DecisionController_reject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DecisionController_release: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  ReportUpController_reportAgain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  ReportUpController_reportChange: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  SubmittingController_resubmit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResubmitDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  DecisionController_giveBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  ReportUpController_returnReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  SettlingController_settle: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettleDisputeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  SecrecyController_suspect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SuspectDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  SubmissionsController_timeline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TimelineLine'][];
        };
      };
    };
  };
  DeskController_urge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  VersionsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VersionLine'][];
        };
      };
    };
  };
  VersionsController_version: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
        round: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VersionPage'];
        };
      };
    };
  };
  VersionsController_form: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        serial: string;
        round: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  VersionsController_workbook: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        serial: string;
        round: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  SubmittingController_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serial: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressDto'];
        };
      };
    };
  };
  WorkflowPayloadsController_mayLook: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WorkflowPayloadsController_decode: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WorkflowPayloads'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkflowPayloads'];
        };
      };
    };
  };
  OrganisationsController_unit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitDto'];
        };
      };
    };
  };
  WindowsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WindowView'][];
        };
      };
    };
  };
  WindowsController_announce: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnnounceDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WindowView'];
        };
      };
    };
  };
  InformationController_open: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicWindowView'][];
        };
      };
    };
  };
  WindowsController_view: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WindowView'];
        };
      };
    };
  };
  WindowsController_accountOf: {
    parameters: {
      query?: {
        organisation?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WindowAccountDto'];
        };
      };
    };
  };
  WindowsController_accounts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WindowLevelDto'][];
        };
      };
    };
  };
  ReschedulingController_closeNow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseNowDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WindowView'];
        };
      };
    };
  };
  ReschedulingController_previewClosing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseNowDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReschedulePreview'];
        };
      };
    };
  };
  ExtendingController_extend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExtendWindowDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WindowView'];
        };
      };
    };
  };
  ExtendingController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExtendWindowDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExtensionPreview'];
        };
      };
    };
  };
  InformationController_inform: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InformDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InformationView'];
        };
      };
    };
  };
  ReschedulingController_reschedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RescheduleDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WindowView'];
        };
      };
    };
  };
  ReschedulingController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RescheduleDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReschedulePreview'];
        };
      };
    };
  };
  WindowsController_sheetsOf: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SheetLine'][];
        };
      };
    };
  };
  WindowsController_sheet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sheet */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
    };
  };
  CounterController_handIn: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SheetOnPaper'];
        };
      };
    };
  };
  WindowsController_paperSheet: {
    parameters: {
      query?: never;
      header?: {
        /** @description `bytes=first-last`: one part of the file */
        Range?: string;
      };
      path: {
        id: string;
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  CounterController_receiveSheet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SheetOnPaper'];
        };
      };
    };
  };
  WhatIfController_ask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SuppositionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WhatIfAnswer'];
        };
      };
    };
  };
}
