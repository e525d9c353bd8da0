import { useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { renewed } from '../api/renewed';
import type { Acting } from '../api/use-act';
import { useAct } from '../api/use-act';
import { allOfQueue } from './queue';

/** An act upon one submission; afterwards, and where another act came first, everything that is shown of it and of the queue is asked anew. */
export function useDeskAct<Body>(
  act: (serial: string, key: string, body: Body) => Promise<Schemas['ProgressDto']>,
  serial: string,
  onDone?: () => void,
): Acting<Body> {
  const client = useQueryClient();
  const renew = () => Promise.all([client.invalidateQueries({ queryKey: ['submissions', serial] }), client.invalidateQueries(allOfQueue)]);
  return useAct(
    (body: Body, key) => renewed(act(serial, key, body), renew),
    async () => {
      await renew();
      onDone?.();
    },
  );
}
