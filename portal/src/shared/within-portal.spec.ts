/** @jest-environment ./portal/testing/dom-environment.cjs */
import { isBesidePortal, withinPortal, workflowsPage } from './within-portal';

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

describe('what the gateway shows beside the portal', () => {
  afterEach(() => document.head.replaceChildren());
  const shown = (): void => document.head.insertAdjacentHTML('beforeend', '<meta name="workflows" content="/temporal/">');

  it('is where the gateway says, and nowhere where it says nothing', () => {
    expect([workflowsPage(), isBesidePortal('/temporal/')]).toEqual([null, false]);
    shown();
    expect(workflowsPage()).toBe('/temporal/');
  });

  it.each([
    ['/temporal', true],
    ['/temporal/namespaces/default/workflows?query=x', true],
    ['/temporal?x=1', true],
    ['/temporally', false],
    ['/', false],
    ['/submissions/2026-000017', false],
  ])('has %s: %s', (to, beside) => {
    shown();

    expect(isBesidePortal(to)).toBe(beside);
  });
});
