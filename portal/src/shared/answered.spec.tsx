/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, needMessages } from '../messages/messages';
import { Answered } from './answered';

let answers: (() => Promise<string>)[] = [];

function Page(): React.JSX.Element {
  const query = useQuery({ queryKey: ['page'], queryFn: () => answers.shift()!(), retry: false });
  return (
    <>
      <button onClick={() => void query.refetch()}>again</button>
      <Answered query={query}>{(name) => <input aria-label={name} />}</Answered>
    </>
  );
}

const shown = (...of: (() => Promise<string>)[]) => {
  answers = of;
  const client = new QueryClient();
  return render(<QueryClientProvider client={client} children={<Page />} />);
};
const gives = (name: string) => () => Promise.resolve(name);
const fails = () => Promise.reject(new Error('no answer'));

describe('what a page asks of the system', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });

  it('is waited for, then shown', async () => {
    shown(gives('name'));
    screen.getByRole('status');

    await screen.findByLabelText('name');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('is asked again by whoever read that it failed', async () => {
    shown(fails, gives('name'));
    const trouble = await screen.findByRole('alert');
    expect(screen.queryByRole('status')).toBeNull();

    fireEvent.click(trouble.querySelector('button')!);
    await screen.findByLabelText('name');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps its place, and what is typed there, when it is asked again in vain, and when it is answered after that', async () => {
    shown(gives('name'), fails, gives('name'));
    const typed = await screen.findByLabelText<HTMLInputElement>('name');
    fireEvent.change(typed, { target: { value: 'half a sentence' } });

    fireEvent.click(screen.getByText('again'));
    fireEvent.click((await screen.findByRole('alert')).querySelector('button')!);
    await screen.findByLabelText('name');

    expect(screen.getByLabelText('name')).toBe(typed);
    expect(typed.value).toBe('half a sentence');
  });
});
