import { runVerb } from './run-verb';
import { verbs } from './verbs';

void runVerb(verbs, process.argv.slice(2), (line) => console.error(line)).then((code) => process.exit(code));
