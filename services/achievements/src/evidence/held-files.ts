/** Of a piece of evidence `e`: what an excluded submission had is off the disk (P17), its draft’s rows only say that it was there. */
export const NOT_EXCLUDED =
  'NOT EXISTS (SELECT 1 FROM submission s WHERE s.draftId = e.draftId AND s.excluded = 1 AND s.registrationNumber IS NULL)';

/** Whatever holds the same content. */
export const HELD = `
  SELECT 1 FROM evidence e WHERE e.sha256 = ? AND ${NOT_EXCLUDED}
  UNION ALL SELECT 1 FROM objection_file WHERE sha256 = ?
  UNION ALL SELECT 1 FROM correction WHERE JSON_VALUE(document, '$.sha256') = ?
  UNION ALL SELECT 1 FROM cancellation WHERE JSON_VALUE(document, '$.sha256') = ?
  UNION ALL SELECT 1 FROM imported_correction WHERE JSON_VALUE(document, '$.sha256') = ? LIMIT 1`;
