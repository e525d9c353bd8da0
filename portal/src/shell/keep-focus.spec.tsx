/** @jest-environment ./portal/testing/dom-environment.cjs */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { keepFocus } from './keep-focus';

/** A button and the form that takes its place, as ActForm has them; the form asks for a dialog outside the page. */
function Page(): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <main>
        <p>before</p>
        {isOpen ? (
          <form aria-label="reason">
            <input aria-label="words" />
            <button type="button" onClick={() => setAsked(true)}>
              do
            </button>
          </form>
        ) : (
          <button type="button" onClick={() => setOpen(true)}>
            open
          </button>
        )}
        <p>after</p>
      </main>
      {isAsked && (
        <dialog open>
          <button type="button" onClick={() => (setAsked(false), setOpen(false))}>
            verify
          </button>
        </dialog>
      )}
    </>
  );
}

/** As with the Enter key: no pointer goes down. */
const press = (name: string): void => {
  const button = screen.getByText(name);
  act(() => button.focus());
  fireEvent.click(button);
};
const focused = (): Element | null => document.activeElement;

describe('the focus of a page', () => {
  let stop: () => void;
  beforeEach(() => {
    render(<Page />);
    stop = keepFocus(screen.getByRole('main'));
  });
  afterEach(() => stop());

  it('goes to what takes the place of what had it', async () => {
    press('open');

    await waitFor(() => expect(focused()).toBe(screen.getByRole('form')));
  });

  it('leaves what is no control as it was, once it has gone on', async () => {
    press('open');
    await waitFor(() => expect(focused()).toBe(screen.getByRole('form')));

    act(() => screen.getByLabelText('words').focus());

    expect(screen.getByRole('form').hasAttribute('tabindex')).toBe(false);
  });

  it('comes back to the page after a dialog, to what stands where it was', async () => {
    press('open');
    press('do');

    press('verify');

    await waitFor(() => expect(focused()).toBe(screen.getByText('open')));
  });

  it('stays away from who has pointed elsewhere since', async () => {
    press('open');
    await waitFor(() => expect(focused()).toBe(screen.getByRole('form')));
    press('do');
    const verify = screen.getByText('verify');
    fireEvent.pointerDown(document.body);

    fireEvent.click(verify);

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(focused()).toBe(document.body);
  });
});
