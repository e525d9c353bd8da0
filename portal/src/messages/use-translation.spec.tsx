/** @jest-environment ./portal/testing/dom-environment.cjs */
import { act, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, chooseLanguage, needMessages } from './messages';
import { useTranslation } from './use-translation';

function Words() {
  const { t } = useTranslation(['shell', 'menu']);
  return (
    <main>
      {t('close')}/{t('unread', { count: 3 })}/{t('menu:inbox')}
    </main>
  );
}

const said = () => screen.getByRole('main').textContent;

describe('the words of a component', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell'], 'zh');
    await i18next.changeLanguage('zh');
  });

  it('are not remembered as missing where their part comes later', async () => {
    const { rerender } = render(<Words />);
    expect(said()).toMatch(/\/inbox$/);

    await needMessages(['menu'], 'zh');
    rerender(<Words />);

    expect(said()).toMatch(/\/消息$/);
  });

  it('are those of the language chosen, at once when another is chosen', async () => {
    render(<Words />);
    const chinese = said();

    await act(() => chooseLanguage('en'));
    const english = said();
    await act(() => chooseLanguage('zh'));

    expect([chinese, english, said()]).toEqual(['关闭/3 条未读消息/消息', 'Close/3 unread messages/Inbox', '关闭/3 条未读消息/消息']);
  });
});
