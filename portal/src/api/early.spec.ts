/** @jest-environment ./portal/testing/dom-environment.cjs */
import { api } from './client';
import { askEarly } from './early';

/** The system gives these answers in turn. @returns how often it was asked */
function aSystem(...answers: Response[]): () => number {
  let asked = 0;
  globalThis.fetch = async () => answers[asked++] ?? new Response('{"person":"late"}');
  return () => asked;
}

const whoIs = async () => (await api.GET('/me')).data as unknown;

describe('what is asked early', () => {
  it('answers whoever asks for it first, once', async () => {
    const asked = aSystem(new Response('{"person":"early"}'));
    askEarly('/me');

    expect([await whoIs(), await whoIs()]).toEqual([{ person: 'early' }, { person: 'late' }]);
    expect(asked()).toBe(2);
  });

  it('is asked anew where it was refused', async () => {
    const asked = aSystem(new Response('{"code":"NOT_SIGNED_IN"}', { status: 401 }));
    askEarly('/me');

    expect(await whoIs()).toEqual({ person: 'late' });
    expect(asked()).toBe(2);
  });
});
