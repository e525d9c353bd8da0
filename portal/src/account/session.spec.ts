/** @jest-environment ./portal/testing/dom-environment.cjs */
import { act, renderHook } from '@testing-library/react';
import { useNotes } from '../review/notes';
import { session, signOut } from './session';
import type { Me } from './session';

const judged = '2023-000017-organiser-1';
const somebody = (id: string): Me => ({ person: { id, name: '某人' } }) as Me;
const noted = () => renderHook(() => useNotes(judged));
const note = (words: string): void => {
  const { result } = noted();
  act(() => result.current.remark('evidence', words));
};

describe('what was written and not sent in this browser', () => {
  beforeEach(() => {
    localStorage.clear();
    session.is(somebody('person-1'));
    note('第二页看不清');
  });

  it('is there again when its writer signs in anew after the session ran out', () => {
    session.is(null);
    session.is(somebody('person-1'));

    expect(noted().result.current.notes.remarks).toEqual({ evidence: '第二页看不清' });
    expect(JSON.stringify(localStorage)).toContain('第二页看不清');
  });

  it('is gone when its writer signs out, from memory and from the browser, before the system has answered', async () => {
    globalThis.fetch = () => Promise.resolve(new Response(null, { status: 204 }));
    const leaving = signOut();

    expect(noted().result.current.notes.remarks).toEqual({});
    expect(JSON.stringify(localStorage)).not.toContain('第二页看不清');
    await leaving;
  });

  it('is gone when somebody else signs in', () => {
    session.is(null);
    session.is(somebody('person-2'));

    expect(noted().result.current.notes.remarks).toEqual({});
    expect(JSON.stringify(localStorage)).not.toContain('第二页看不清');
  });
});
