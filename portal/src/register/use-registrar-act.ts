import { useQueryClient } from '@tanstack/react-query';
import type { Acting } from '../api/use-act';
import { useAct } from '../api/use-act';
import { allOfRegistrations } from './reading';

/** An act of the registrar; afterwards everything that is shown of it is asked anew. */
export function useRegistrarAct<Input>(
  act: (input: Input, key: string) => Promise<unknown>,
  onDone?: (output: unknown) => void,
): Acting<Input> {
  const queries = useQueryClient();
  return useAct<Input, unknown>(act, async (output) => {
    onDone?.(output);
    await queries.invalidateQueries(allOfRegistrations);
  });
}
