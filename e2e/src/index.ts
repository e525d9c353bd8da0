export { ApiClient, GaveUp, Refused } from './client';
export type { Attachment, ClientSettings } from './client';
export { demonstrationPeople, somebodyAt } from './demonstration-people';
export type { DemonstrationPeople, DemonstrationPerson, DemonstrationUnit } from './demonstration-people';
export { pollUntil } from './poll';
export { achievedLately, allInOrder, pdfWith, sampleEvidence, sampleForm } from './sample-achievement';
export { kebab, Walk } from './walk';
export type { Part, SentAct, TimelineEntry, Walked, WalkSettings } from './walk';
