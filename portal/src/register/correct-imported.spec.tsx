/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { CorrectImported } from './correct-imported';

const entry = {
  ...{ number: '9992022Y0031', name: '名称有误的旧成果', units: ['某研究所'], completers: ['甲某'], summary: '' },
  ...{ areaCode: '140403', unitKind: null, approvedOn: '2022-10-09', cancelledOn: null, importedOn: '2023-08-10' },
} as unknown as Schemas['RegisterEntryDto'];

describe('the correction of what was registered before', () => {
  let said: string[];
  let parts: Record<string, unknown>;
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'registrar', 'kept', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => {
    sessionStorage.clear();
    [said, parts] = [[], {}];
    jest.spyOn(FormData.prototype, 'append').mockImplementation((part: string, value: unknown) => void (parts[part] = value));
    const problem = { status: 422, code: 'INVALID_INPUT', traceId: '' };
    const details = { fields: [{ field: 'changes.approvedOn', label: '批准日期', reason: 'ahead' }] };
    globalThis.fetch = (input) => {
      const { method, url } = input as Request;
      if (method === 'GET') {
        return Promise.resolve(Response.json({ entries: [{ code: 'institute', name: '独立科研机构' }] }));
      }
      said.push(new URL(url).pathname.replace('/api/v1', ''));
      const headers = { 'content-type': 'application/problem+json' };
      return Promise.resolve(Response.json({ ...problem, details }, { status: 422, headers }));
    };
  });
  afterEach(() => jest.restoreAllMocks());

  const show = (now = entry) =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <CorrectImported entry={now} />
      </QueryClientProvider>,
    );

  it('sends what is to be other and nothing else, after it has said what that is; a refusal says why', async () => {
    show();
    const send = screen.getByRole<HTMLButtonElement>('button', { name: '确认更正' });
    fireEvent.change(screen.getByLabelText('理由'), { target: { value: '与证书不符' } });
    const file = new File(['%PDF-'], '说明.pdf', { type: 'application/pdf' });
    fireEvent.change(screen.getByLabelText(/依据文件/), { target: { files: [file] } });
    expect(send.disabled).toBe(true);

    fireEvent.change(screen.getByLabelText('完成人（每行一个）'), { target: { value: '甲某\n 乙某 \n' } });
    fireEvent.change(screen.getByLabelText('批准登记日期'), { target: { value: '2032-10-09' } });
    expect(screen.getByRole('status').textContent).toBe('将更正：完成人、批准登记日期');
    expect(send.disabled).toBe(false);
    // What chooses a file in a browser is no choice to jsdom, which would keep the form from being sent.
    fireEvent.submit(send.form as HTMLFormElement);

    await waitFor(() => expect(screen.getByRole('listitem').textContent).toBe('批准日期：日期不得晚于今天'));
    expect(said).toEqual(['/register/imported/9992022Y0031/corrections']);
    expect(parts).toEqual({
      ...{ reason: '与证书不符', document: file },
      changes: JSON.stringify({ completers: ['甲某', '乙某'], approvedOn: '2032-10-09' }),
    });
  });

  it('that is there again takes nothing back of what a colleague has corrected meanwhile', () => {
    const { unmount } = show();
    fireEvent.change(screen.getByLabelText('理由'), { target: { value: '与证书不符' } });
    fireEvent.change(screen.getByLabelText('批准登记日期'), { target: { value: '2022-10-10' } });
    unmount();
    show({ ...entry, name: '更正后的名称' });

    expect(screen.getByText('将更正：批准登记日期')).toBeTruthy();
    expect(screen.getByDisplayValue('更正后的名称')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('与证书不符');
  });
});
