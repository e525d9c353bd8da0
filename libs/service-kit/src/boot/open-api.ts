import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeDtos } from './dto-schemas';

/** The service's OpenAPI 3.0 document, from its controllers and DTOs. */
export function openApiOf(app: INestApplication, title: string): OpenAPIObject {
  const about = new DocumentBuilder().setTitle(`Dengke 登科: ${title}`).setVersion('1').addBearerAuth().build();
  describeDtos();
  return SwaggerModule.createDocument(app, about);
}
