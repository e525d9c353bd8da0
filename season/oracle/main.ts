import { readFileSync } from 'node:fs';
import type { Scenario } from './plain';
import { predict } from './predict';

// A scenario's JSON comes in, what must come of it goes out: nothing else of the project is known here.
const [, , file = ''] = process.argv;
process.stdout.write(JSON.stringify(predict(JSON.parse(readFileSync(file, 'utf8')) as Scenario)));
