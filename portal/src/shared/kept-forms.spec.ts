import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(__dirname, '..');

/** Shows its trouble in the place of everything, also where it has something to show. */
const givesUp = /if \((\w+\.)?error !== null\) \{\s*return [^;]*<Trouble/;

/** What is read there is read again; nobody types. */
const nothingIsTyped = ['account/enrol-step.tsx', 'notice/gaps.tsx', 'review/changes-panel.tsx', 'statistics/passage.tsx'];

describe('a page whose question fails when it is asked again', () => {
  it('goes on showing what it has, and what is typed into it', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
    const found = files.filter((file) => givesUp.test(readFileSync(join(source, file), 'utf8')));
    expect(found.sort()).toEqual(nothingIsTyped);
  });
});
