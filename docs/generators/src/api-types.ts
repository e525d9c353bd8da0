import openapiTs, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import type { PublicApi } from './public-api';

const prefix = '/api/v1';
const header = '/** The public API as types, for the portal’s client. Written by `npm run docs`; never edited. */\n';

/** What the portal's client knows of the public API; keys of acts and refusals are the client's own business. */
export async function apiTypes(api: PublicApi, path: string): Promise<string> {
  const ast = await openapiTs(forClient(api) as never, {
    transform: ({ format: kind, nullable }) => (isText(kind) ? (nullable === true ? textOrNull : text) : undefined),
  });
  return format(`${header}${astToString(ast)}`, { ...(await resolveConfig(path)), filepath: path });
}

const text = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
const textOrNull = ts.factory.createUnionTypeNode([text, ts.factory.createLiteralTypeNode(ts.factory.createNull())]);

/** A day or an instant is a text in JSON, whatever class the service keeps it in. */
const isText = (name: string | undefined): boolean => name === 'date' || name === 'date-time';

function forClient({ paths, components }: PublicApi): object {
  const ours = Object.entries(paths).map(([path, operations]) => [
    path.slice(prefix.length),
    Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, trimmed(operation)])),
  ]);
  return { openapi: '3.0.3', info: { title: 'dengke', version: '1' }, paths: Object.fromEntries(ours) as object, components };
}

function trimmed({ parameters = [], responses, ...operation }: PublicApi['paths'][string][string]): object {
  return {
    ...operation,
    parameters: parameters.filter(({ name }) => name.toLowerCase() !== 'idempotency-key'),
    responses: Object.fromEntries(Object.entries(responses).filter(([status]) => status < '400')),
  };
}
