interface Operation {
  summary?: string;
  tags?: string[];
  responses: Record<string, { content?: Record<string, { schema?: object }>; headers?: object }>;
}

/** As much of an OpenAPI document as is judged here. */
export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
}

/** Every public operation of a document, and what it leaves unsaid: its summary, a tag, the shape of its answer, its refusals. */
export function unsaidIn({ paths }: ApiDocument): { operations: number; unsaid: string[] } {
  const operations = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method, name: `${method.toUpperCase()} ${path}`, operation })),
    );
  return {
    operations: operations.length,
    unsaid: operations.flatMap(({ method, name, operation }) => gapsOf(method, operation).map((gap) => `${name}: ${gap}`)),
  };
}

/** What says all in its headers has no body, and a HEAD never one. */
function gapsOf(method: string, { summary = '', tags = [], responses }: Operation): string[] {
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const shaped = answers.length > 0 && answers.every(([status, { content, headers }]) => status === '204' || headers || hasSchema(content));
  const refusals = Object.keys(responses).filter((status) => status.startsWith('4'));
  return [
    ...(/^[A-Z]/.test(summary) ? [] : ['summary']),
    ...(tags.length > 0 && tags.every((tag) => /^[a-z -]+$/.test(tag)) ? [] : ['tag']),
    ...(shaped ? [] : ['answer']),
    ...(refusals.length > 0 && (method === 'head' || refusals.every((status) => hasSchema(responses[status]?.content)))
      ? []
      : ['refusals']),
  ];
}

function hasSchema(content: Operation['responses'][string]['content'] = {}): boolean {
  const kinds = Object.values(content);
  return kinds.length > 0 && kinds.every(({ schema }) => schema !== undefined && Object.keys(schema).length > 0);
}
