import { Module } from '@nestjs/common';
import { AccountsConfig } from '../config';
import { SessionsModule } from '../sessions/sessions.module';
import { AccountsAuthority } from './accounts-authority';
import { KeysController } from './keys.controller';
import { KeysService } from './keys.service';
import { SigningKey } from './signing-key';

@Module({
  imports: [SessionsModule],
  controllers: [KeysController],
  providers: [
    {
      provide: SigningKey,
      inject: [AccountsConfig],
      useFactory: ({ signingKeyFile }: AccountsConfig) => SigningKey.fromFile(signingKeyFile),
    },
    KeysService,
    AccountsAuthority,
  ],
})
export class KeysModule {}
