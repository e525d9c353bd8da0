import { useRef, useState } from 'react';
import { newKey } from './keys';
import { ProblemError } from './problem';

/** Headers of an act: `api.POST(path, { ...keyed(key), params, body })`. */
export const keyed = (key: string): { headers: Record<string, string> } => ({ headers: { 'idempotency-key': key } });

export interface Acting<Input> {
  isPending: boolean;
  error: unknown;
  send: (input: Input) => void;
  forgetError: () => void;
}

/**
 * An act of the person. Pressed again after an answer got lost, with the same input, it is sent under the same key and so happens once;
 * after an answer, the next press is another act. While one is under way, another press does nothing.
 */
export function useAct<Input = void, Output = unknown>(
  act: (input: Input, key: string) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void | Promise<void>,
): Acting<Input> {
  const [state, setState] = useState<{ isPending: boolean; error: unknown }>({ isPending: false, error: null });
  const lost = useRef<{ key: string; of: string } | null>(null);
  const isUnderWay = useRef(false);
  const run = async (input: Input): Promise<void> => {
    const of = JSON.stringify(input ?? null, filesAsKnown);
    lost.current = lost.current?.of === of ? lost.current : { key: newKey(), of };
    try {
      const output = await act(input, lost.current.key);
      lost.current = null;
      await onDone?.(output, input);
      setState({ isPending: false, error: null });
    } catch (error) {
      lost.current = isAnswer(error) ? null : lost.current;
      setState({ isPending: false, error });
    } finally {
      isUnderWay.current = false;
    }
  };
  const send = (input: Input): void => {
    if (!isUnderWay.current) {
      isUnderWay.current = true;
      setState({ isPending: true, error: null });
      void run(input);
    }
  };
  return { ...state, send, forgetError: () => setState((now) => ({ ...now, error: null })) };
}

/** Of what broke on the way, or at the other end, nobody knows whether it was done. */
const isAnswer = (error: unknown): boolean => error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;

/** JSON has no files: another one is another input. */
const filesAsKnown = (_: string, value: unknown): unknown =>
  value instanceof File ? `${value.name} ${value.size} ${value.lastModified}` : value;
