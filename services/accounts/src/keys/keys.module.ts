import { Module } from '@nestjs/common';
import { AccountsConfig } from '../config';
import { SignInModule } from '../sign-in/sign-in.module';
import { AccountsAuthority } from './accounts-authority';
import { KeysController } from './keys.controller';
import { KeysService } from './keys.service';
import { SigningKey } from './signing-key';

@Module({
  imports: [SignInModule],
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
