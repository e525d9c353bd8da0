import { isIgnored, stagesOf } from './dockerfile';

describe('the Dockerfile', () => {
  it('is read stage by stage, without what is said beside it', () => {
    const stages = stagesOf('# one\nFROM node:24 AS build\nWORKDIR /app\n\nRUN npm ci\nFROM node:24\nCOPY --from=build /app ./\n');

    expect(stages).toEqual([
      {
        base: 'node:24',
        name: 'build',
        instructions: [
          { name: 'WORKDIR', words: '/app' },
          { name: 'RUN', words: 'npm ci' },
        ],
      },
      { base: 'node:24', name: '', instructions: [{ name: 'COPY', words: '--from=build /app ./' }] },
    ]);
  });

  it('is not read where it is not understood', () => {
    expect(() => stagesOf('FROM node:24\nRUN a \\\n  b')).toThrow('not understood in the Dockerfile:   b');
  });

  it.each([
    ['libs/contract/node_modules', true],
    ['portal/dist/index.html', true],
    ['.git', true],
    ['infra/docker/secrets/service_secret', true],
    ['infra/docker/entrypoint.mjs', false],
    ['docs/.github', false],
  ])('leaves %s outside: %s', (path, isOutside) => {
    expect(isIgnored('**/node_modules\n**/dist\n.git\ninfra/docker/secrets\n', path)).toBe(isOutside);
  });
});
