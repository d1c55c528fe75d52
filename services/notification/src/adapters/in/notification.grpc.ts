// Notification's door: the messages of an appeal, or the latest of the visible outbox.
import {
  type ListDeliveriesRequest,
  type ListDeliveriesResponse,
  type ListMessagesRequest,
  type ListMessagesResponse,
  NotificationServiceService,
} from '#contracts/gen/zhitong/notification/v1/service';
import { type GrpcBinding, bindGrpc } from '#platform/edge/grpc-types';
import type { Deliveries } from '../out/delivery-log';
import { type ListMessagesPorts, listMessages } from '../../app/list-messages';

const MOST = 500;
const USUAL = 50;

/** Handlers by the methods of the contract. */
export interface NotificationHandlers {
  readonly listMessages: (request: ListMessagesRequest) => Promise<ListMessagesResponse>;
  readonly listDeliveries: (request: ListDeliveriesRequest) => Promise<ListDeliveriesResponse>;
}

/** Opens the door; a limit of 0 asks for 50, no list is longer than 500. */
export function notificationHandlers(
  ports: ListMessagesPorts & { readonly deliveries: Pick<Deliveries, 'latest'> },
): NotificationHandlers {
  const bounded = (limit: number) => (limit === 0 ? USUAL : Math.min(MOST, Math.max(1, limit)));
  return {
    listMessages: async ({ appealId, limit }) => {
      return { messages: [...(await listMessages(appealId, bounded(limit), ports))] };
    },
    listDeliveries: async ({ receiver, state, limit }) => {
      const rows = await ports.deliveries.latest(receiver, state, bounded(limit));
      return { deliveries: rows.map(({ id: messageId, ...row }) => ({ messageId, ...row })) };
    },
  };
}

/** The handlers under their contract. */
export function notificationBinding(handlers: NotificationHandlers): GrpcBinding {
  return bindGrpc(NotificationServiceService, { ...handlers });
}
