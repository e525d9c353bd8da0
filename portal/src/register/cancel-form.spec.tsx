/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, needMessages } from '../messages/messages';
import { CancelForm } from './cancel-form';

describe('cancelling a registration', () => {
  let sent: [string, unknown][];
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'registrar', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => {
    sent = [];
    globalThis.fetch = async (input) => {
      const request = input as Request;
      sent.push([new URL(request.url).pathname.split('/').at(-1) ?? '', await request.json()]);
      return Response.json({});
    };
  });

  const show = (isSuspected: boolean): void => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <CancelForm serial="2023-000017" isSuspected={isSuspected} />
      </QueryClientProvider>,
    );
    fireEvent.click(screen.getByRole('button', { name: '注销这项登记' }));
  };

  it.each([true, false])(
    'as classified takes the number of a document and no file or words; suspected: %s [P17 S49]',
    async (isSuspected) => {
      show(isSuspected);
      const ground = screen.getByLabelText<HTMLSelectElement>('注销事由');
      if (!isSuspected) {
        fireEvent.change(ground, { target: { value: 'classified' } });
      }
      expect([ground.value, ground.disabled]).toEqual(['classified', isSuspected]);
      expect(screen.queryByLabelText(/依据文件（/)).toBeNull();

      fireEvent.change(screen.getByLabelText('依据文件的文号'), { target: { value: ' 晋密发〔2023〕7号 ' } });
      fireEvent.click(screen.getByRole('button', { name: '确认注销登记' }));

      await waitFor(() => expect(sent).toEqual([['cancel-classified', { documentNumber: '晋密发〔2023〕7号' }]]));
    },
  );

  it('on a ground of the rules asks for document and reason [P36]', () => {
    show(false);
    fireEvent.change(screen.getByLabelText('注销事由'), { target: { value: 'fraud' } });

    expect(screen.getByLabelText(/依据文件（/)).toBeTruthy();
    expect(screen.queryByLabelText('依据文件的文号')).toBeNull();
  });
});
