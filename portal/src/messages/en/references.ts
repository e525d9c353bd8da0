import type { references as zh } from '../zh/references';
import type { SameWords } from '../words';

export const references: SameWords<typeof zh> = {
  columns: { title: 'Name', year: 'From year', edition: 'Edition', from: 'In use from', count: 'Entries' },
  rights: 'Rights',
  rightsHint: 'Rights come with the role; what can be set is set by the super administrator of the node, on the page of the person.',
  where: 'Kind of organisation',
  right: 'May',
  holds: { yes: 'yes', no: 'no', yesSettable: 'yes, can be taken', noSettable: 'no, can be given' },
  forms: 'Forms and code lists',
  schemas: 'Editions of the form',
  since: 'from {{year}} on',
  lists: 'Code lists',
  edition: '{{edition}}, from {{day}} on, entries: {{count}}',
  show: 'Show {{title}}',
  hide: 'Hide {{title}}',
  showShort: 'Show',
  hideShort: 'Hide',
  code: 'Code',
  name: 'Name',
};
