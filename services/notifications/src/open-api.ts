import { readConfig, writeOpenApi } from '@dengke/service-kit';
import { NotificationsConfig } from './config';
import { notifications } from './notifications';

void writeOpenApi(notifications(readConfig(NotificationsConfig)), process.argv[2] ?? 'notifications.json');
