/** @jest-environment ./portal/testing/dom-environment.cjs */
import type { FormSchema } from '@dengke/contract/forms';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import type { Schemas } from '../api/client';
import type { Draft } from '../draft/drafts';
import { useEditing } from '../draft/use-editing';
import { beginMessages, needMessages } from '../messages/messages';
import { SubmitPanel } from './submit-panel';

jest.mock('@tanstack/react-router', () => ({ useNavigate: () => () => Promise.resolve() }));

const draft = { id: 'draft-1', version: 1, form: { totalAmount: '260' } } as unknown as Draft;
const gaps = { missing: [], doubtful: [], namesCompared: true, intake: { mode: 'rolling' } } as unknown as Schemas['Gaps'];
const conflicts = [{ field: 'totalAmount', base: '260', mine: '26O', theirs: '270', version: 2 }];
const refusals = {
  'cannot be stored': { status: 422, code: 'INVALID_INPUT', details: { fields: [{ field: 'form.totalAmount', reason: 'isAmount' }] } },
  'somebody else changed, too': { status: 409, code: 'FIELD_CONFLICT', details: { version: 2, conflicts } },
};

/** A draft with one box, and the end of its form. */
function Editor(): React.JSX.Element {
  const { change, storeAll } = useEditing(draft, {});
  const rest = { serial: undefined, doors: [], through: undefined, choose: () => undefined };
  return (
    <>
      <input aria-label="amount" onChange={({ target }) => change('totalAmount', target.value)} />
      <SubmitPanel draft={draft} schema={{ sections: [] } as unknown as FormSchema} gaps={gaps} storeAll={storeAll} {...rest} />
    </>
  );
}

describe('the end of a form', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'submit', 'draft', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });

  /** The system, which takes no change of the draft: what is sent to it. */
  function aSystemThatRefuses(refused: { status: number }): string[] {
    const sent: string[] = [];
    globalThis.fetch = (input) => {
      const { method, url } = input as Request;
      sent.push(`${method} ${new URL(url).pathname.replace('/api/v1', '')}`);
      const said = { status: refused.status, headers: { 'content-type': 'application/problem+json' } };
      return Promise.resolve(
        method === 'PATCH' ? Response.json({ ...refused, traceId: '' }, said) : Response.json({ serial: '2023-000017' }),
      );
    };
    return sent;
  }

  it.each(Object.entries(refusals))(
    'submits nothing as long as a value that %s stands on the page alone, and says so',
    async (_, refused) => {
      const sent = aSystemThatRefuses(refused);
      render(
        <QueryClientProvider client={new QueryClient()}>
          <Editor />
        </QueryClientProvider>,
      );

      fireEvent.change(screen.getByLabelText('amount'), { target: { value: '26O' } });
      fireEvent.click(screen.getByRole('button', { name: '提交登记' }));

      const said = await screen.findByRole('alert');
      await waitFor(() => expect(said.textContent).toBe(i18next.t(`problems:${refused.code as 'INVALID_INPUT'}`)));
      expect(sent).toEqual(['PATCH /drafts/draft-1']);
    },
  );
});
