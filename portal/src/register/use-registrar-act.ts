import { useQueryClient } from '@tanstack/react-query';
import { renewed } from '../api/renewed';
import type { Acting } from '../api/use-act';
import { useAct } from '../api/use-act';
import { allOfRegistrations } from './reading';

/** An act of the registrar; afterwards, and where another act came first, everything that is shown of it is asked anew. */
export function useRegistrarAct<Input>(
  act: (input: Input, key: string) => Promise<unknown>,
  onDone?: (output: unknown) => void,
): Acting<Input> {
  const queries = useQueryClient();
  const renew = () => queries.invalidateQueries(allOfRegistrations);
  return useAct<Input, unknown>(
    (input, key) => renewed(act(input, key), renew),
    async (output) => {
      onDone?.(output);
      await renew();
    },
  );
}
