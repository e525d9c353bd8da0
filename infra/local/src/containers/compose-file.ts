import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionTag, Document, ParsedNode } from 'yaml';
import { parseDocument, visit, YAMLMap, YAMLSeq } from 'yaml';
import { repositoryRoot } from '../repository';
import { merged } from './merge';
import type { Plain } from './merge';

export interface ComposeSecret {
  readonly source: string;
  readonly target: string;
}

/** A container as Compose would start it: what it extends and all files put together, short forms written out. */
export interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly ComposeSecret[];
  readonly volumes: readonly string[];
  readonly ports: readonly string[];
  readonly networks: Readonly<Record<string, { readonly aliases?: readonly string[] }>>;
  readonly depends_on: Readonly<Record<string, unknown>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly deploy?: { readonly resources?: { readonly limits?: Readonly<Record<string, unknown>> } };
}

export interface Shape {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

/** How the house runs in containers, and more than once. */
export const shapes = {
  'docker-compose.yml': ['docker-compose.yml'],
  'docker-compose.scale.yml': ['docker-compose.yml', 'docker-compose.scale.yml'],
} as const;

/** What the files say together (https://github.com/compose-spec/compose-spec/blob/main/13-merge.md). */
export const shapeOf = (files: readonly string[]): Shape => {
  const together = files.map((file) => composed(readCompose(file))).reduce((before, file) => merged(before, file) as Plain);
  return together as unknown as Shape;
};

/** A file as it is written; what is tagged `!override` is `{ '!override': … }`, so that it can be seen when files are put together. */
export const readCompose = (file: string): Plain => {
  const document = parseDocument<ParsedNode>(readFileSync(join(repositoryRoot, file), 'utf8'), { merge: true, customTags: overrides });
  visit(document, {
    Collection: (_, node) => {
      if (node.tag !== override) {
        return undefined;
      }
      delete node.tag;
      const marked = new YAMLMap();
      marked.set(override, node);
      return marked;
    },
  });
  return (document as Document).toJS() as Plain;
};

const override = '!override';
const overrides: CollectionTag[] = [
  { tag: override, collection: 'map', nodeClass: YAMLMap },
  { tag: override, collection: 'seq', nodeClass: YAMLSeq },
];

const composed = (file: Plain): Plain => {
  const services = (file['services'] ?? {}) as Record<string, Plain>;
  return { ...file, services: Object.fromEntries(Object.entries(services).map(([name, service]) => [name, extended(service)])) };
};

const extended = ({ extends: base, ...service }: Plain): Plain => {
  if (base === undefined) {
    return inFull(service);
  }
  const { file, service: name } = base as { file: string; service: string };
  const services = readCompose(file)['services'] as Record<string, Plain>;
  return merged(extended(services[name] ?? {}), inFull(service)) as Plain;
};

/** Short forms written out, so that one thing is put together with the same thing. */
const inFull = (service: Plain): Plain => ({
  ...service,
  environment: service['environment'] ?? {},
  ports: service['ports'] ?? [],
  volumes: service['volumes'] ?? [],
  secrets: each(service['secrets'] ?? [], (secret) => (typeof secret === 'string' ? { source: secret, target: secret } : secret)),
  networks: named(service['networks']),
  depends_on: named(service['depends_on']),
});

const each = (list: unknown, change: (item: unknown) => unknown): unknown =>
  Array.isArray(list) ? list.map(change) : { [override]: (list as Record<string, unknown[]>)[override]?.map(change) };

const named = (list: unknown): unknown => (Array.isArray(list) ? Object.fromEntries(list.map((name: string) => [name, {}])) : (list ?? {}));
