import { Module } from '@nestjs/common';
import { HouseController } from './house.controller';

/** How the house presents itself. */
@Module({ controllers: [HouseController] })
export class HouseModule {}
