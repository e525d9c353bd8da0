import { atOnce } from './at-once';
import type { Step } from './scenario';

const at = '2025-03-03T10:00';
const steps: Step[] = [
  [at, 'a', 'paper', ['s1', 's2', 's3']],
  [at, 'b', 'approve', ['s1', 's2']],
  [at, 'c', 'submit', ['s1-again']],
  [at, 'd', 'transfer', ['unit', 'bureau', '140105']],
  [at, 'e', 'recommend', ['s3']],
];

async function played(): Promise<{ begun: string[]; most: number }> {
  const begun: string[] = [];
  let [inside, most] = [0, 0];
  await atOnce(steps, async ([, , what, refs]) => {
    begun.push(`${what} ${refs.join(' ')}`);
    most = Math.max(most, (inside += 1));
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  });
  return { begun, most };
}

describe('the steps of one instant', () => {
  it('happen side by side for different achievements, each with one ref', async () => {
    const { begun, most } = await played();
    expect(most).toBe(3);
    expect(begun.slice(0, 3)).toEqual(['paper s1', 'paper s2', 'paper s3']);
  });

  it('happen in their order for one achievement, also where somebody submits it once more', async () => {
    const { begun } = await played();
    expect(begun.filter((one) => one.includes('s1'))).toEqual(['paper s1', 'approve s1', 'submit s1-again']);
  });

  it('wait for what concerns everybody', async () => {
    const { begun } = await played();
    expect(begun.slice(-2)).toEqual(['transfer unit bureau 140105', 'recommend s3']);
  });
});
