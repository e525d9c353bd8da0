/** @jest-environment ./portal/testing/dom-environment.cjs */
import { renderHook } from '@testing-library/react';
import { findingsOf, itemsOf, useNotes } from '../review/notes';
import { useSavedViews } from '../review/saved-views';
import { forgetUnsent, unsentPlace } from './unsent';
import { isKept } from './kept';

const spoilt = ['', '{', 'null', '7', '"{}"', '[null]', '{"findings":null,"remarks":[null],"words":3}', '{"findings":{"a":null}}'];

describe('what a browser keeps and nobody can read', () => {
  beforeEach(forgetUnsent);

  it.each(spoilt)('is as if there were nothing: notes that say %s', (kept) => {
    localStorage.setItem(unsentPlace('notes', '2023-000017-municipal-1'), kept);
    const { notes } = renderHook(() => useNotes('2023-000017-municipal-1')).result.current;

    expect([findingsOf(notes), itemsOf(notes), notes.words]).toEqual([[], [], {}]);
  });

  it.each(spoilt)('is as if there were nothing: views that say %s', (kept) => {
    localStorage.setItem('dengke-queue-views-position', kept);

    expect(renderHook(() => useSavedViews('position')).result.current.views).toEqual([]);
  });

  it.each([...spoilt, '{"of":null,"typed":"{"}', '{"of":null,"typed":"[7]"}'])('breaks no form: %s', (kept) => {
    sessionStorage.setItem(unsentPlace('form', 'letter'), kept);

    expect(() => isKept('letter')).not.toThrow();
  });

  it('takes nothing away from what can be read beside it', () => {
    const finding = { item: 'a', answer: 'not', remark: '缺章', field: 'evidence' };
    const kept = { findings: { a: finding, b: null }, remarks: { name: '写全称', unit: 7 }, words: { recommend: '同意' } };
    localStorage.setItem(unsentPlace('notes', '2023-000017-municipal-1'), JSON.stringify(kept));
    localStorage.setItem('dengke-queue-views-position', JSON.stringify([null, { name: '近期' }]));

    expect(renderHook(() => useNotes('2023-000017-municipal-1')).result.current.notes).toEqual({
      ...{ findings: { a: finding, b: {} }, remarks: { name: '写全称' }, words: { recommend: '同意' } },
    });
    expect(renderHook(() => useSavedViews('position')).result.current.views.map(({ name }) => name)).toEqual(['近期']);
  });
});
