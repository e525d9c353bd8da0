/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, needMessages } from '../messages/messages';
import type { Draft } from './drafts';
import { rowsOf } from './form-values';
import { KnownRows } from './known-rows';
import { useEditing } from './use-editing';

const draft = { id: 'draft-1', version: 1, form: { completers: [{ name: '甲某' }] } } as unknown as Draft;
const typed = { name: '己某', gender: '1', bornIn: '1980-05', workUnit: '某研究所' };
const known = [
  { draftId: 'draft-0', field: 'completers.0', completer: { name: '己某', gender: '1', workUnit: '某研究所' } },
  { draftId: null, field: null, completer: { name: '戊某', personId: 'person-5' } },
];
/** A draft with the names of its people. */
function Editor(): React.JSX.Element {
  const { state, change, append } = useEditing(draft, {});
  const rows = rowsOf(state.form, 'completers');
  return (
    <>
      {rows.map(({ name }, row) => (
        <input key={row} aria-label="name" value={String(name)} onChange={({ target }) => change(`completers.${row}.name`, target.value)} />
      ))}
      <KnownRows list="completers" label="完成人" isFull={rows.length > 2} add={(row) => append('completers', row)} />
    </>
  );
}

describe('a list of people in the form', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'draft', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });

  /** The system: what it knows, a draft of before, and the changes that are sent to it. */
  function aSystem(): unknown[] {
    const sent: unknown[] = [];
    let version = 1;
    globalThis.fetch = async (input) => {
      const request = input as Request;
      const path = new URL(request.url).pathname.replace('/api/v1', '');
      if (request.method === 'PATCH') {
        const { changes } = (await request.json()) as { changes: { field: string; to: unknown }[] };
        sent.push(...changes);
        return Response.json({ id: 'draft-1', version: (version += 1), form: { completers: changes.at(-1)?.to } });
      }
      return Response.json(
        path === '/drafts/known/completers'
          ? known
          : { id: 'draft-0', version: 1, form: { completers: [{ ...typed, contribution: '设计' }] } },
      );
    };
    return sent;
  }

  const oneKnown = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name: new RegExp(`^${name}`) });

  it('takes one who is known as he was typed last, without what he contributed then, and one of the unit as the system knows him', async () => {
    const sent = aSystem();
    const { unmount } = render(
      <QueryClientProvider client={new QueryClient()}>
        <Editor />
      </QueryClientProvider>,
    );

    fireEvent.click(screen.getByRole('button', { name: '选用已有的完成人' }));
    expect((await oneKnown('己某')).textContent).toBe('己某 某研究所 （以前填写过）');
    expect((await oneKnown('戊某')).textContent).toBe('戊某 （本单位人员）');
    fireEvent.click(await oneKnown('己某'));
    // Typed on while his draft is being read.
    fireEvent.change(screen.getByLabelText('name'), { target: { value: '乙某' } });
    await waitFor(() => expect(sent.at(-1)).toEqual({ field: 'completers', to: [{ name: '乙某' }, typed] }));

    fireEvent.click(await oneKnown('戊某'));
    const colleague = { name: '戊某', personId: 'person-5' };
    await waitFor(() => expect(sent.at(-1)).toEqual({ field: 'completers', to: [{ name: '乙某' }, typed, colleague] }));
    expect((await oneKnown('己某')).disabled).toBe(true);

    fireEvent.change(screen.getAllByLabelText('name').at(-1) as HTMLElement, { target: { value: '庚某' } });
    await waitFor(() =>
      expect(sent.slice(-2)).toEqual([
        { field: 'completers.2.name', to: '庚某' },
        { field: 'completers.2.personId', to: null },
      ]),
    );
    unmount();
  });
});
