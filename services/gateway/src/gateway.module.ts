import { Module } from '@nestjs/common';
import { ForwardingService } from './forwarding/forwarding.service';
import { UpstreamsService } from './forwarding/upstreams.service';
import { LimitsService } from './limits/limits.service';
import { OpenApiController } from './openapi/openapi.controller';
import { OpenApiService } from './openapi/openapi.service';
import { TokensService } from './sessions/tokens.service';
import { TemporalUiService } from './temporal-ui/temporal-ui.service';

@Module({
  controllers: [OpenApiController],
  providers: [ForwardingService, UpstreamsService, TokensService, LimitsService, OpenApiService, TemporalUiService],
})
export class GatewayModule {}
