import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { FeedFollowers } from '../feed/feed-followers';
import { Checkpoints } from '../ledger/checkpoints';
import { Relay } from '../ledger/relay';

/** Whether anything goes on beside the requests; a service with a loop of its own asks. False in specs. */
export const IN_BACKGROUND = 'IN_BACKGROUND';

/** Starts what goes on beside the requests. */
@Injectable()
export class Background implements OnApplicationBootstrap {
  constructor(
    private readonly relay: Relay,
    private readonly followers: FeedFollowers,
    private readonly checkpoints: Checkpoints,
  ) {}

  onApplicationBootstrap(): void {
    this.relay.start();
    this.followers.start();
    this.checkpoints.start();
  }
}
