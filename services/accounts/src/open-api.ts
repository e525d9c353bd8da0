import { readConfig, writeOpenApi } from '@dengke/service-kit';
import { AccountsConfig } from './config';
import { accounts } from './service';

void writeOpenApi(accounts(readConfig(AccountsConfig)), process.argv[2] ?? 'accounts.json');
