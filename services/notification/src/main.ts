// Notification as a process: who is told what, and the sandbox outbox.
import { hostService } from '#platform/host';
import { notificationRows } from './config';
import { createNotification } from './service';

export const service = hostService('notification', createNotification, { rows: notificationRows });
