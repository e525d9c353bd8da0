import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { FeedFollowers } from '../feed/feed-followers';
import { Checkpoints } from '../ledger/checkpoints';
import { Relay } from '../ledger/relay';

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
