/** @jest-environment ./portal/testing/dom-environment.cjs */
import { queueCountsQuery, queueQuery } from '../review/queue';
import { publicityOf, noticesOf, registerOf, windowsOf } from '../public/reading';
import { api } from './client';
import { firstAsked } from './first-asked';

/** The page as the gateway hands it out, and what the system is asked besides. */
function aPageWith(answers: Record<string, unknown>): string[] {
  const place = document.createElement('script');
  Object.assign(place, { type: 'application/json', id: 'answers', textContent: JSON.stringify(answers) });
  document.head.replaceChildren(place);
  const asked: string[] = [];
  globalThis.fetch = async (request) => {
    asked.push((request as Request).url.replace(/^.*\/api\/v1/, ''));
    return new Response('{"person":"asked","entries":[],"items":[]}');
  };
  return asked;
}

describe('what comes with the page', () => {
  it('answers whoever asks for it first, once', async () => {
    const asked = aPageWith({ '/me': { person: 'given' } });
    const whoIs = async () => (await api.GET('/me')).data as unknown;

    expect([await whoIs(), await whoIs()]).toMatchObject([{ person: 'given' }, { person: 'asked' }]);
    expect(asked).toEqual(['/me']);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      '/review',
      () =>
        Promise.all(
          [queueQuery({}), queueCountsQuery({})].map(({ queryFn }) => (queryFn as (first: object) => unknown)({ pageParam: {} })),
        ),
    ],
    ['/windows', windowsOf],
    ['/publicity', () => publicityOf()],
    ['/notices/public', () => noticesOf()],
    ['/register', () => registerOf({})],
  ])('is for %s word for word what the page asks', async (path, opened) => {
    const asked = aPageWith({});

    await opened();

    expect(firstAsked(path, false)).toEqual(['/house', ...asked]);
  });
});
