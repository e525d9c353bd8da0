import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { upstreamNames } from './forwarding/upstream-services';
import type { OpenApiDocument } from './openapi/merge-documents';
import { mergeDocuments } from './openapi/merge-documents';

/** The public document without a running house: merges `<service>.json` of a folder into `gateway.json` there. */
const folder = process.argv[2] ?? '.';
const documents = upstreamNames.map((name) => [name, read(name)] as const);
writeFileSync(join(folder, 'gateway.json'), JSON.stringify(mergeDocuments(new Map(documents))));

function read(name: string): OpenApiDocument {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as OpenApiDocument;
}
