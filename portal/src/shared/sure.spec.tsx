/** @jest-environment ./portal/testing/dom-environment.cjs */
import { fireEvent, render, screen } from '@testing-library/react';
import { beginMessages, needMessages } from '../messages/messages';
import { Sure } from './sure';

const acting = { isPending: false, error: null, send: () => undefined, forgetError: () => undefined };

describe('an act that cannot be taken back', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell'], 'zh');
  });

  it('says with the button that does it what comes of it', () => {
    render(<Sure act="删除" sure="确定删除" hint="不能恢复。" acting={acting} />);
    fireEvent.click(screen.getByRole('button', { name: '删除' }));

    const description = screen.getByRole('button', { name: '确定删除' }).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(description)?.textContent).toBe('不能恢复。');
  });
});
