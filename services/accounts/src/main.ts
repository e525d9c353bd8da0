import { bootService, readConfig } from '@dengke/service-kit';
import { AccountsConfig } from './config';
import { accounts } from './service';

void bootService(accounts(readConfig(AccountsConfig)));
