import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { Transform, Type } from 'class-transformer';
import type { FeedPage, Rest } from '@dengke/contract';
import { Internal, Timeless } from '../http/access';
import { FeedService } from './feed.service';
import { FEED_LIMIT } from './feed-numbers';

export class FeedQuery {
  @Type(() => Number) @IsInt() @Min(0) after: number = 0;
  @Type(() => Number) @IsInt() @Min(1) @Max(FEED_LIMIT) limit: number = FEED_LIMIT;
}

export class RestQuery {
  /** What waits is relayed and read now, and not when it would have come to it. */
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value))
  @IsBoolean()
  hurry: boolean = false;
}

@Controller('internal')
@Internal()
@Timeless()
export class FeedController {
  constructor(private readonly feed: FeedService) {}

  @Get('feed')
  @ApiOperation({ summary: 'The ledger after a cursor, ids only, for the other services' })
  page(@Query() query: FeedQuery): Promise<FeedPage> {
    return this.feed.page(query.after, query.limit);
  }

  @Get('rest')
  @ApiOperation({ summary: 'Whether nothing waits to be relayed, numbered or read' })
  rest(@Query() { hurry }: RestQuery): Promise<Rest> {
    return this.feed.rest(hurry);
  }
}
