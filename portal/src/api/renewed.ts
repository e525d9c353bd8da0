import { ProblemError } from './problem';

/** Where another act came first, what is shown is asked anew; the refusal is said all the same. */
export async function renewed<Output>(act: Promise<Output>, renew: () => Promise<unknown>): Promise<Output> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 409) {
      await renew();
    }
    throw error;
  }
}
