import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { refusals } from '@dengke/contract';
import { describeDtos } from './dto-schemas';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The body of every refusal, `Problem` of the contract. */
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(refusals) },
    detail: { type: 'string' },
    details: { type: 'object', additionalProperties: true },
    traceId: { type: 'string' },
  },
};
const refused = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The service's OpenAPI 3.0 document, from its controllers and DTOs. */
export function openApiOf(app: INestApplication, title: string): OpenAPIObject {
  const about = new DocumentBuilder().setTitle(`Dengke 登科: ${title}`).setVersion('1').addBearerAuth().build();
  describeDtos();
  const document = SwaggerModule.createDocument(app, about);
  for (const { get, post, put, patch, delete: remove } of Object.values(document.paths)) {
    [get, post, put, patch, remove].forEach((operation) => operation && describeRefusals(operation));
  }
  return { ...document, components: { ...document.components, schemas: { ...document.components?.schemas, Problem: problemSchema } } };
}

/** Refusals that follow from what an operation takes, beside those its decorators name; all of one shape. */
function describeRefusals(operation: Operation): void {
  const places = new Set((operation.parameters ?? []).flatMap((parameter) => ('in' in parameter ? [parameter.in] : [])));
  const statuses = [
    ...(places.has('path') ? [404, 422] : []),
    ...(places.has('query') ? [422] : []),
    ...(operation.requestBody ? [400, 415, 422] : []),
    ...Object.keys(operation.responses).map(Number),
  ];
  for (const status of statuses.filter((one) => one >= 400)) {
    operation.responses[String(status)] = refused;
  }
}
