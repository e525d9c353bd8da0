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
    this.accounts = new ServiceClient(config.accountsUrls, config.serviceSecret, config.callTimeoutMs);
    this.achievements = new ServiceClient(config.achievementsUrls, config.serviceSecret, config.callTimeoutMs);
    this.notifications = new ServiceClient(config.notificationsUrls, config.serviceSecret, config.callTimeoutMs);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.accounts.close(), this.achievements.close(), this.notifications.close()]);
  }
}
