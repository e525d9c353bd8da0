import type { ServiceDefinition } from '@dengke/service-kit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GatewayConfig } from './config';
import { forwardTheApi } from './forwarding/forwarding.routes';
import { endUnusedConnections } from './forwarding/unused-connections';
import { GatewayModule } from './gateway.module';
import { tellMetrics } from './metrics/metrics.server';
import { serveDocumentation } from './openapi/documentation';
import { servePortal } from './portal/portal.routes';
import { showTemporalUi } from './temporal-ui/temporal-ui.routes';

const nothingEmbedded = { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] };

/** All that makes the gateway: no database, no queue, everything public here because the services decide. */
export function gateway(config: GatewayConfig): ServiceDefinition<GatewayConfig> {
  const isHttps = config.publicUrl.startsWith('https:');
  return {
    title: 'gateway',
    module: GatewayModule,
    config,
    trustProxy: config.trustedProxies === '' ? false : config.trustedProxies.split(',').map((proxy) => proxy.trim()),
    helmet: {
      contentSecurityPolicy: { directives: nothingEmbedded, useDefaults: false },
      strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    },
    prepare: async (app: NestFastifyApplication) => {
      endUnusedConnections(app);
      await tellMetrics(app, config);
      serveDocumentation(app);
      await showTemporalUi(app, config);
      await servePortal(app, config);
      await forwardTheApi(app);
    },
  };
}
