import { Module } from '@nestjs/common';
import { PublicityController } from './publicity.controller';
import { PublicityService } from './publicity.service';

@Module({ controllers: [PublicityController], providers: [PublicityService] })
export class PublicityModule {}
