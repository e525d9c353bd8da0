import { Module } from '@nestjs/common';
import { RoundService } from './round.service';

@Module({ providers: [RoundService] })
export class RoundModule {}
