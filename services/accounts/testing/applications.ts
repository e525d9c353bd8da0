import { organiserDeclaration } from '@dengke/contract';
import type { ApplicationFact, CountedDay, OrganiserForm } from '@dengke/contract';
import { aMultipart, aPdf } from '@dengke/test-kit';
import type { HttpAnswer, UploadPart } from '@dengke/test-kit';
import type { AppliedDto } from '../src/applications/applications.dto';
import { ApplicationsActivities } from '../src/applications/applications.activities';
import type { CredentialAppliedDto } from '../src/credential-applications/credential-applications.dto';
import type { AccountsHouse, SignedInClient } from './accounts-house';

type Body = Record<string, unknown>;
type Refusable = { code?: string; details?: Record<string, unknown> };

let serial = 0;
export const aKey = (): string => `application-key-${(serial += 1)}`;

/** A completer of 漳岭煤业, whom nobody knows yet. */
export const anApplication = (overrides: Body = {}): Body => ({
  name: '申请人',
  mobile: '18800000001',
  mail: 'applicant@demo.dengke.example',
  uscc: '91140403DM00000134',
  unitName: '长治市漳岭煤业有限公司',
  areaCode: '140403',
  field: 'energy',
  role: 'completer',
  ...overrides,
});

export const aForm = (overrides: Body = {}): OrganiserForm => ({
  organiser: `晋中市科学技术局${(serial += 1)}`,
  kind: 'municipal-science',
  address: '晋中市榆次区迎宾街1号',
  postcode: '030600',
  legalRepresentative: '代表人',
  leader: { name: '分管人', mobile: '18800000011' },
  department: '成果转化科',
  head: { name: '负责人', mobile: '18800000012', mail: 'head@demo.dengke.example' },
  staff: { name: '经办人', mobile: '18800000013', mail: 'staff@demo.dengke.example' },
  declaration: organiserDeclaration,
  signedOn: '2023-08-10',
  ...overrides,
});

export const theScans = (): UploadPart[] => [
  { name: 'signature', value: aPdf('2 0 obj\n<< /Title (signature) >>\nendobj'), fileName: '签名.pdf' },
  { name: 'seal', value: aPdf('2 0 obj\n<< /Title (seal) >>\nendobj'), fileName: '公章.pdf' },
];

/** Those who apply have no account; and time, as the workflows let it act. */
export function applicants(house: AccountsHouse) {
  const { outside, app } = house;
  const activities = app.get(ApplicationsActivities, { strict: false });
  const withSecret = (secret: string | undefined) => (secret === undefined ? {} : { headers: { 'application-secret': secret } });
  return {
    applyForCredential: (body: Body = anApplication(), key: string | undefined = aKey()) =>
      outside.post<CredentialAppliedDto & Refusable>('/api/v1/credential-applications', body, { key }),

    async applyAsOrganiser(
      form: unknown = aForm(),
      scans: UploadPart[] = theScans(),
      key = aKey(),
    ): Promise<HttpAnswer<AppliedDto & Refusable>> {
      const { payload, contentType } = aMultipart([{ name: 'form', value: JSON.stringify(form) }, ...scans]);
      const headers = { 'content-type': contentType, 'idempotency-key': key };
      const answer = await app.inject({ method: 'POST', url: '/api/v1/organiser-applications', headers, payload });
      return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) as AppliedDto & Refusable };
    },

    view: (kind: string, id: string, secret?: string) =>
      outside.get<Body>(`/api/v1/${kind}-applications/${id}/standing`, withSecret(secret)),

    withdraw: (kind: string, id: string, secret?: string, key = aKey()) =>
      outside.post<Body>(`/api/v1/${kind}-applications/${id}/withdraw`, {}, { key, ...withSecret(secret) }),

    facts: (subject: string): Promise<ApplicationFact[]> => activities.applicationFactsAfter({ subject, after: 0 }),

    /** What the workflow does after the last fact it has followed. */
    async time(act: 'escalate' | 'expire', subject: string, at: string, after?: number): Promise<ApplicationFact[]> {
      const known = after ?? (await activities.applicationFactsAfter({ subject, after: 0 })).length;
      return activities[act]({ subject, after: known, at });
    },

    async setDue(subject: string, dueOn: string, at: string, limitId?: string): Promise<ApplicationFact[]> {
      const after = (await activities.applicationFactsAfter({ subject, after: 0 })).length;
      return activities.setDue({ subject, after, at, due: { ...counted(dueOn), ...(limitId !== undefined && { limitId }) } });
    },

    /** What the super administrator of a node gives a manager of his: to issue logins, and so to look at applications (P7, S58). */
    async letIssue(by: SignedInClient, login: string): Promise<void> {
      const [position] = await house.database.query<Body[]>('select id from held_position where personId = ?', [`person-${login}`]);
      const body = { rights: ['submission.read', 'submission.decide', 'credential.issue'], reason: '受理申请' };
      await by.put(`/positions/${String(position?.['id'])}/rights`, body, aKey());
    },

    waiting: () => activities.applicationsWaiting({ at: '2023-08-14T01:00:00.000Z', cursor: null }),
  };
}

/** A due day as achievements counts it; the arithmetic is its own specs' matter. */
const counted = (dueOn: string): CountedDay => ({
  startOn: '2023-08-11',
  dueOn,
  dueAt: new Date(`${dueOn}T24:00:00.000+08:00`).toISOString(),
  provisional: false,
  rule: { value: 7, unit: 'workdays', source: 'S60' },
  skipped: [{ date: '2023-08-12', reason: 'weekend', name: null }],
  calendarVersion: 1,
});
