import type { UpstreamName } from '../forwarding/upstream-services';
import { upstreamFor } from '../forwarding/upstream-services';
import { plainCookie } from '../sessions/session-cookie';

type Named = Record<string, unknown>;
type Operation = { security?: unknown } & Named;

/** As much of OpenAPI 3 as merging needs to know. */
export interface OpenApiDocument extends Named {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components?: Record<string, Named>;
  tags?: { name: string }[];
}

const info = {
  title: '登科 Dengke',
  version: '1',
  description:
    '科技成果登记的公开接口。Sign in with POST /api/v1/sessions; acts need an Idempotency-Key; refusals are application/problem+json.',
};

const securitySchemes = {
  browser: {
    type: 'apiKey',
    in: 'cookie',
    name: plainCookie,
    description: 'Set by POST /api/v1/sessions; the browser sends it. Behind https it has `__Host-` before its name.',
  },
  script: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Session <x-dengke-session of the sign-in>`' },
};
const signedIn = [{ browser: [] }, { script: [] }];

/** One public document of what the services answer through us: each one's own paths only, nothing internal. */
export function mergeDocuments(documents: ReadonlyMap<UpstreamName, OpenApiDocument>): OpenApiDocument {
  const components: Record<string, Named> = {};
  const paths: OpenApiDocument['paths'] = {};
  const tags = new Map<string, { name: string }>();
  for (const [name, document] of documents) {
    const ours = withOwnNames(document, components, name);
    for (const [path, operations] of Object.entries(ours.paths)) {
      if (upstreamFor(path.replace(/[{}]/g, '')) === name) {
        paths[path] = Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, secured(operation)]));
      }
    }
    for (const [kind, members] of Object.entries(ours.components ?? {})) {
      components[kind] = { ...components[kind], ...members };
    }
    (document.tags ?? []).forEach((tag) => tags.set(tag.name, tag));
  }
  const inOrder = Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    openapi: '3.0.3',
    info,
    servers: [{ url: '/' }],
    tags: [...tags.values()],
    paths: Object.fromEntries(inOrder),
    components: { ...referredTo(components, paths), securitySchemes },
  };
}

/** What the public paths refer to, directly or through one another; the shapes of internal answers stay inside. */
function referredTo(components: Record<string, Named>, paths: OpenApiDocument['paths']): Record<string, Named> {
  const kept: Record<string, Named> = {};
  const keep = (part: unknown): void => {
    for (const [, kind = '', name = ''] of JSON.stringify(part).matchAll(/"#\/components\/([^/"]+)\/([^"]+)"/g)) {
      const shape = components[kind]?.[name];
      if (shape !== undefined && kept[kind]?.[name] === undefined) {
        kept[kind] = { ...kept[kind], [name]: shape };
        keep(shape);
      }
    }
  };
  keep(paths);
  return kept;
}

/** Inside, a service wants accounts' token; from outside, the caller shows a session and we ask for the token. */
const secured = (operation: Operation): Operation => (operation.security === undefined ? operation : { ...operation, security: signedIn });

/** Two services may give one name to different shapes: the later one's is then prefixed, also where it is referred to. */
function withOwnNames(document: OpenApiDocument, taken: Record<string, Named>, name: UpstreamName): OpenApiDocument {
  let text = JSON.stringify(document);
  const components: Record<string, Named> = {};
  const renamed: [kind: string, from: string, to: string][] = [];
  for (const [kind, members] of Object.entries(document.components ?? {})) {
    for (const [member, shape] of Object.entries(members)) {
      const other = taken[kind]?.[member];
      if (other !== undefined && JSON.stringify(other) !== JSON.stringify(shape)) {
        renamed.push([kind, member, `${name}.${member}`]);
        text = text.replaceAll(`"#/components/${kind}/${member}"`, `"#/components/${kind}/${name}.${member}"`);
      }
    }
  }
  const ours = JSON.parse(text) as OpenApiDocument;
  for (const [kind, members] of Object.entries(ours.components ?? {})) {
    const nameOf = (member: string): string => renamed.find(([where, from]) => where === kind && from === member)?.[2] ?? member;
    components[kind] = Object.fromEntries(Object.entries(members).map(([member, shape]) => [nameOf(member), shape]));
  }
  return { ...ours, components };
}
