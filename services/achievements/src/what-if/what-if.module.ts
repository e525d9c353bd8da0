import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { MovesModule } from '../moves/moves.module';
import { HouseWhatIfController } from './house-what-if.controller';
import { ShapeService } from './shape.service';
import { WhatIfController } from './what-if.controller';
import { WhatIfService } from './what-if.service';

@Module({
  imports: [DeadlinesModule, MovesModule],
  controllers: [WhatIfController, HouseWhatIfController],
  providers: [WhatIfService, ShapeService],
})
export class WhatIfModule {}
