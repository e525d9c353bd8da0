/** @jest-environment ./portal/testing/dom-environment.cjs */
import { act, render } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, needMessages } from '../messages/messages';
import { PageHead } from './page-head';

describe('the title of the window', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell'], 'zh');
    await needMessages(['shell'], 'en');
  });

  it('goes with the page, in the language of whoever reads, and does not stay behind when the page is left', async () => {
    const { rerender } = render(<PageHead title="待办审查" />);
    expect(document.title).toBe('待办审查 · 登科');
    rerender(<PageHead title="消息" />);
    expect(document.title).toBe('消息 · 登科');

    rerender(<p>没有找到</p>);
    expect(document.title).toBe('登科 · 山西省科技成果登记');

    rerender(<PageHead title="Inbox" />);
    await act(() => i18next.changeLanguage('en'));
    expect(document.title).toBe('Inbox · Dengke');
  });
});
