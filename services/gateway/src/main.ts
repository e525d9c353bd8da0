import { bootService, readConfig } from '@dengke/service-kit';
import { GatewayConfig } from './config';
import { gateway } from './gateway';

void bootService(gateway(readConfig(GatewayConfig)));
