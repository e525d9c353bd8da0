import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { traces } from './traces';

/** What a service did last is handed over too. */
@Injectable()
export class TracesEnd implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return traces.flush();
  }
}
