import { bootService, readConfig } from '@dengke/service-kit';
import { NotificationsConfig } from './config';
import { notifications } from './notifications';

void bootService(notifications(readConfig(NotificationsConfig)));
