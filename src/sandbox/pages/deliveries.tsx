/** The webhook deliveries of the App, newest first, each with a button to send it again. */
import { Layout, type Visit } from './layout.js';
import { Empty, When } from './parts.js';
import type { DeliveryRow } from './view.js';

interface DeliveriesProps {
  readonly deliveries: readonly DeliveryRow[];
  readonly visit: Visit;
}

export function Deliveries({ deliveries, visit }: DeliveriesProps) {
  return (
    <Layout title="Webhooks" visit={visit}>
      <h1>Webhook deliveries</h1>
      {deliveries.length === 0 ? <Empty>Nothing has been delivered yet.</Empty> : null}
      <ul class="rows">
        {deliveries.map((delivery) => (
          <li>
            <span class={`check ${delivery.statusCode >= 200 && delivery.statusCode < 300 ? 'good' : 'bad'}`}>
              {delivery.statusCode === 0 ? '–' : delivery.statusCode}
            </span>
            <strong>{delivery.action === null ? delivery.event : `${delivery.event}.${delivery.action}`}</strong>
            {delivery.redelivery ? <span class="tag">redelivery</span> : null}
            <span class="mono muted grow">{delivery.guid}</span>
            <span class="muted">
              <When at={delivery.deliveredAt} /> · {delivery.durationMs} ms
            </span>
            <form method="post" action={`/_sandbox/deliveries/${delivery.id}/redeliver`}>
              <button type="submit" class="small">
                Redeliver
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
