/** @jest-environment ./portal/testing/dom-environment.cjs */
import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { session, signOut } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { ThereAgain, useKept } from './kept';

const blank = { body: '', mobile: '', annex: undefined as File | undefined };
const somebody = (id: string): Me => ({ person: { id, name: '某人' } }) as Me;

function Form(): React.JSX.Element {
  const kept = useKept('letter', blank, ['mobile', 'annex']);
  const { form, set } = kept;
  return (
    <form>
      <ThereAgain kept={kept} lacks={['contacts', 'files']} />
      <input aria-label="正文" value={form.body} onChange={({ target }) => set({ body: target.value })} />
      <input aria-label="手机" value={form.mobile} onChange={({ target }) => set({ mobile: target.value })} />
      <button type="button" onClick={kept.letGo}>
        发送
      </button>
    </form>
  );
}
const body = () => screen.getByLabelText<HTMLInputElement>('正文').value;
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** As after a reload, or a step back: the page begins again with what the tab has. */
function reloaded(shown: { unmount: () => void }): { unmount: () => void } {
  shown.unmount();
  return render(<Form />);
}
const isSaid = (): boolean => screen.queryByText(/内容已恢复/) !== null;

describe('a form that is half filled in', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'kept'], 'zh');
    await i18next.changeLanguage('zh');
    globalThis.fetch = () => Promise.resolve(new Response(null, { status: 204 }));
  });
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    session.is(somebody('person-1'));
  });

  it('is there again after a reload, and says so', () => {
    const shown = render(<Form />);
    expect(isSaid()).toBe(false);
    type('正文', '各市能源局：');

    reloaded(shown);
    expect(body()).toBe('各市能源局：');
    expect(screen.getByRole('status').textContent).toContain('您此前填写、没有发送的内容已恢复。 姓名和联系方式没有保存');
  });

  it('leaves in the browser nothing of how people are reached', () => {
    render(<Form />);
    type('正文', '各市能源局：');
    type('手机', '13800000000');

    expect(JSON.stringify(sessionStorage)).toContain('各市能源局');
    expect(JSON.stringify([sessionStorage, localStorage])).not.toContain('13800000000');
  });

  it('is begun anew where somebody would rather', () => {
    const shown = render(<Form />);
    type('正文', '各市能源局：');
    const again = reloaded(shown);
    fireEvent.click(screen.getByRole('button', { name: '清空，重新填写' }));
    expect([body(), isSaid()]).toEqual(['', false]);

    reloaded(again);
    expect([body(), isSaid()]).toEqual(['', false]);
  });

  it('is let go once it is sent', () => {
    const shown = render(<Form />);
    type('正文', '各市能源局：');
    fireEvent.click(screen.getByRole('button', { name: '发送' }));

    reloaded(shown);
    expect([body(), isSaid()]).toEqual(['', false]);
  });

  it('waits for its writer while he signs in anew, and is gone for anybody else', () => {
    const shown = render(<Form />);
    type('正文', '各市能源局：');
    session.is(null);
    session.is(somebody('person-1'));
    const again = reloaded(shown);
    expect(body()).toBe('各市能源局：');

    session.is(somebody('person-2'));
    reloaded(again);
    expect([body(), isSaid(), sessionStorage.length]).toEqual(['', false, 0]);
  });

  it('is gone when its writer signs out, before the system has answered', async () => {
    const shown = render(<Form />);
    type('正文', '各市能源局：');
    const leaving = signOut();

    expect(sessionStorage).toHaveLength(0);
    reloaded(shown);
    expect([body(), isSaid()]).toEqual(['', false]);
    await leaving;
  });

  it('is gone when he signs out in another tab, also where this one slept meanwhile', () => {
    const shown = render(<Form />);
    type('正文', '各市能源局：');
    localStorage.removeItem('dengke-last-here');
    const again = reloaded(shown);
    expect([body(), isSaid()]).toEqual(['', false]);

    type('正文', '各区县：');
    window.dispatchEvent(new StorageEvent('storage', { key: 'dengke-last-here' }));
    expect(JSON.stringify(sessionStorage)).not.toContain('各区县');
    again.unmount();
  });
});
