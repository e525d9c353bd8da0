import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(__dirname, '..');
const pages = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx'))
  .sort();
const textOf = (file: string): string => readFileSync(join(source, file), 'utf8');

/** A list is whatever is drawn line by line, or comes page by page. */
const isList = (text: string): boolean => /<(ul|ol|table|TableBox|Listed)\b/.test(text) && /\.map\(/.test(text);
const isPaged = (text: string): boolean => /\buse(InfiniteQuery|More)\(/.test(text);

/** What has no export of its own, and why. */
const without: Record<string, readonly string[]> = {
  'the page around it exports it': [
    'audit/audit.page.tsx',
    'organisations/branch.tsx',
    'review/queue-list.tsx',
    'window/year-of-windows.tsx',
  ],
  'a workbook of the service has it, and more': [
    ...['notice/gaps.tsx', 'statistics/bars.tsx', 'statistics/passage.tsx', 'statistics/statistics.page.tsx', 'statistics/tile-map.tsx'],
  ],
  'choices of a form': [
    ...[
      'organisations/open-work.tsx',
      'organisations/organisation-picker.tsx',
      'organisations/who-goes-over.tsx',
      'people/whose-login.tsx',
    ],
    ...['public/facets.tsx', 'public/files-field.tsx', 'review/decide-panel.tsx', 'review/decision-forms.tsx', 'review/many-panel.tsx'],
    ...['draft/known-rows.tsx', 'window/days-off-fields.tsx', 'window/paper.page.tsx'],
  ],
  'parts of one thing that is shown': [
    ...['applications/organiser-application.page.tsx', 'applications/similar.tsx', 'applications/timeline.tsx', 'entries/entry.page.tsx'],
    ...[
      'draft/evidence-section.tsx',
      'draft/outline.tsx',
      'notice/letter.tsx',
      'notice/standing.tsx',
      'organisations/organisation.page.tsx',
    ],
    ...['people/hand-over.tsx', 'people/positions-of-person.tsx', 'public/notice.page.tsx', 'public/published-facts.tsx'],
    ...['register/correction.page.tsx', 'register/imported.page.tsx', 'register/objection.page.tsx'],
    ...['review/changes-panel.tsx', 'review/form-value.tsx'],
    ...['review/likenesses-panel.tsx', 'review/paper-panel.tsx', 'submit/correcting.tsx', 'submit/deadlines.tsx', 'submit/objections.tsx'],
    ...['submit/returned-items.tsx', 'submit/route-picture.tsx', 'submit/submit-panel.tsx', 'submit/timeline.tsx'],
  ],
  'what an act would do, or has done': [
    ...['organisations/effects.tsx', 'organisations/imported-people.tsx', 'shared/outcomes.tsx', 'shared/refusal.tsx'],
  ],
  'one’s own settings': [
    ...['account/channels.tsx', 'account/new-password.tsx', 'account/passkey-settings.tsx', 'account/positions.tsx'],
    ...['account/recovery-codes.tsx', 'account/sessions.tsx'],
  ],
  'ways through the portal': [
    ...['public/guide.page.tsx', 'shell/first-visit.tsx', 'shell/menu.tsx', 'shell/public-navigation.tsx', 'shell/welcome.page.tsx'],
  ],
};
const excused = Object.values(without).flat();

describe('every list of the portal', () => {
  it('exports to xlsx, or it is said here why not', () => {
    const lists = pages.filter((file) => isList(textOf(file)) || isPaged(textOf(file)));
    const exporting = lists.filter((file) => /<Export\b|<TableBox\b(?![^>]*whole=\{false\})/.test(textOf(file)));

    expect(lists.filter((file) => !exporting.includes(file))).toEqual([...excused].sort());
  });

  it('that comes page by page exports all of it, not what has been loaded', () => {
    const paged = pages.filter((file) => isPaged(textOf(file)) && !excused.includes(file));

    expect(paged.length).toBeGreaterThan(10);
    expect(paged.filter((file) => !/<Export\b[\s\S]*\bevery(Of)?\(/.test(textOf(file)))).toEqual([]);
    expect(paged.filter((file) => /<TableBox\b(?![^>]*whole=\{false\})/.test(textOf(file)))).toEqual([]);
  });
});
