/** @jest-environment ./portal/testing/dom-environment.cjs */
import { fireEvent, render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, needMessages } from '../messages/messages';
import { ConnectionNotice } from '../shell/connection-notice';
import { GateDialog } from './gate-dialog';
import { SignInSteps } from './sign-in-steps';

jest.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: React.ReactNode }) => children }));

/** Accounts is being restarted, and answers once it is told that it is there again. */
function aRestart(): { isOver: () => void } {
  let isOver = false;
  globalThis.fetch = () =>
    Promise.resolve(
      isOver
        ? Response.json({ code: 'SIGN_IN_REFUSED', status: 401, traceId: '' }, { status: 401 })
        : Response.json({ code: 'UNAVAILABLE', status: 503, traceId: '' }, { status: 503, headers: { 'retry-after': '0.05' } }),
    );
  return { isOver: () => (isOver = true) };
}
function signsIn(place: HTMLElement): void {
  const [login, password] = place.querySelectorAll('input');
  fireEvent.change(login!, { target: { value: 'sx-kjt-1' } });
  fireEvent.change(password!, { target: { value: 'a password' } });
  fireEvent.submit(place.querySelector('form')!);
}
const tryingAgain = /正在重试/;

describe('signing in while the system is being restarted', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'account', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });

  it('says that it is tried again, until there is an answer', async () => {
    const { isOver } = aRestart();
    render(
      <>
        <ConnectionNotice />
        <SignInSteps begun={null} onDone={() => undefined} />
      </>,
    );
    expect(screen.queryByText(tryingAgain)).toBeNull();
    signsIn(document.body);

    expect((await screen.findByText(tryingAgain)).closest('[role=status]')).not.toBeNull();
    isOver();
    await screen.findByRole('alert');
    expect(screen.queryByText(tryingAgain)).toBeNull();
  });

  it('says so in the dialog, where it stands over a page', async () => {
    const { isOver } = aRestart();
    render(<GateDialog asked="sign-in" />);
    const dialog = screen.getByRole('dialog');
    signsIn(dialog);

    await within(dialog).findByText(tryingAgain);
    isOver();
    await within(dialog).findByRole('alert');
  });
});
