import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Log } from '@dengke/service-kit';
import { isStructural, lintGraphs } from '../organisations/graph-lint';
import type { GraphFault } from '../organisations/graph-lint';
import { graphsIn } from './graphs';

/** A service with broken graphs does not start; a desk that somebody has left meanwhile is only said. */
@Injectable()
export class GraphCheck implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  /** @throws Error naming every fault of structure */
  async onModuleInit(): Promise<void> {
    const faults = await this.faults();
    refuseFaults(faults.filter(isStructural));
    for (const fault of faults) {
      this.log.warn('a graph has a gap', { ...fault });
    }
  }

  async faults(): Promise<GraphFault[]> {
    return lintGraphs(await graphsIn(this.database.manager));
  }
}

/** @throws Error naming all of them */
export function refuseFaults(faults: ReturnType<typeof lintGraphs>): void {
  if (faults.length > 0) {
    throw new Error(`The graphs are broken: ${faults.map((fault) => `${fault.organisationId} ${fault.fault} (${fault.in})`).join('; ')}`);
  }
}
