import type { SameWords } from '../words';
import type { menu as zh } from '../zh/menu';

export const menu: SameWords<typeof zh> = {
  achievements: 'My achievements',
  notices: 'Notices',
  inbox: 'Inbox',
  account: 'Account',
  review: 'To review',
  people: 'People and logins',
  applications: 'Applications',
  windowsDesk: 'Collection windows',
  paper: 'Receive paper',
  organisations: 'Organisations',
  entries: 'Where I am named',
  audit: 'Audit',
  rights: 'Rights',
  forms: 'Forms and codes',
  objections: 'Objections',
  corrections: 'Corrections',
  registered: 'Entries and certificates',
  reportUps: 'Report-up',
  statistics: 'Statistics',
  deadlines: 'Limits and calendar',
  workflows: 'Workflows',
};
