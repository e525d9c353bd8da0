import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { HouseConfig } from '../config/service-config';
import { ServiceClient } from './service-client';

export type ServiceName = 'accounts' | 'achievements' | 'notifications';

/** The other services of the house. `services.accounts.get<Route>('/route', { asPerson: true })` */
@Injectable()
export class Services implements Record<ServiceName, ServiceClient>, OnApplicationShutdown {
  readonly accounts: ServiceClient;
  readonly achievements: ServiceClient;
  readonly notifications: ServiceClient;

  constructor(config: HouseConfig) {
    const ca = config.tlsCaFile === undefined ? undefined : readFileSync(config.tlsCaFile, 'utf8');
    const client = (addresses: readonly string[]) => new ServiceClient(addresses, config.serviceSecret, config.callTimeoutMs, ca);
    this.accounts = client(config.accountsUrls);
    this.achievements = client(config.achievementsUrls);
    this.notifications = client(config.notificationsUrls);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.accounts.close(), this.achievements.close(), this.notifications.close()]);
  }
}
