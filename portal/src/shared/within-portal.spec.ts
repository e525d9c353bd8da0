import { withinPortal } from './within-portal';

describe('where one goes on after signing in', () => {
  it.each(['/achievements', '/submissions/2026-000017?tab=form', '/'])('is the page one wanted: %s', (to) => {
    expect(withinPortal(to)).toBe(to);
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', 'achievements', '', 7, null])(
    'is the start page, and never another host: %j',
    (to) => {
      expect(withinPortal(to)).toBe('/');
    },
  );
});
