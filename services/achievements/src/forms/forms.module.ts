import { Module } from '@nestjs/common';
import { FormEditions } from './form-editions';
import { FormsController } from './forms.controller';

@Module({ controllers: [FormsController], providers: [FormEditions], exports: [FormEditions] })
export class FormsModule {}
