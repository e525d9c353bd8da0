import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { FeedFollowers } from '../feed/feed-followers';
import { Relay } from '../ledger/relay';

/** Starts what goes on beside the requests. */
@Injectable()
export class Background implements OnApplicationBootstrap {
  constructor(
    private readonly relay: Relay,
    private readonly followers: FeedFollowers,
  ) {}

  onApplicationBootstrap(): void {
    this.relay.start();
    this.followers.start();
  }
}
