/** @jest-environment ./portal/testing/dom-environment.cjs */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beginMessages, needMessages } from '../messages/messages';
import { SearchBox } from './search-box';

describe('the words a queue is searched by', () => {
  const told: string[] = [];
  const change = (words: string): void => void told.push(words);
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['review']);
  });
  beforeEach(() => {
    jest.useFakeTimers();
    told.length = 0;
    render(<SearchBox words="" change={change} />);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '瓦斯 ' } });
  });
  afterEach(() => jest.useRealTimers());

  it('are asked for a moment after the last letter', () => {
    act(() => void jest.advanceTimersByTime(299));
    expect(told).toEqual([]);

    act(() => void jest.advanceTimersByTime(1));
    expect(told).toEqual(['瓦斯']);
  });

  it('are asked for at once, and once, when the box is left', () => {
    fireEvent.blur(screen.getByRole('searchbox'));
    expect(told).toEqual(['瓦斯']);

    act(() => void jest.advanceTimersByTime(1_000));
    expect(told).toEqual(['瓦斯']);
  });
});
