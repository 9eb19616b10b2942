/** Azure Service Bus, Event Hubs, IoT Hub, SignalR and the like: keys of 32 bytes, in connection strings, by name, or with a mark. */
import type { Rule } from '../rule.js';
import { either, keyBytes } from './_bodies.js';
import { following } from './_in-context.js';
import { around, BASE64, none, random, UPPER } from './_samples.js';
import { alnum, base64, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Microsoft Azure',
  rank: 'vendor',
  reference: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
  runbook: 'azure-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...following(['SharedAccessKey=', 'SharedSecretValue=', 'SharedAccessKeyValue='], keyBytes(32)),
    id: 'azure-shared-access-key',
    title: 'Azure Service Bus, Event Hubs or IoT Hub shared access key',
    opens: 'sending and receiving what the policy of the key allows',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
  },
  {
    ...common,
    ...named(
      [
        'servicebus',
        'service_bus',
        'eventhub',
        'event_hub',
        'iothub',
        'iot_hub',
        'sharedaccesskey',
        'shared_access_key',
        'azure_relay',
        'event_grid',
        'eventgrid',
        'azure_maps',
        'signalr',
      ],
      either(keyBytes(32), base64(43)),
    ),
    id: 'azure-messaging-key',
    title: 'Azure messaging key',
    opens: 'sending and receiving what the policy of the key allows',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
  },
  {
    ...common,
    id: 'azure-signed-messaging-key',
    title: 'Azure Service Bus, Event Hubs, Relay or IoT key',
    opens: 'sending and receiving what the policy of the key allows',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['+asb', '+aeh', '+arm', 'aiot'],
    find: /(?<=(?:(?<![A-Za-z0-9+/])|\\[nrt])(?<head>[A-Za-z0-9+/]{33}))(?:\+ASb|\+AEh|\+ARm|AIoT)[A-P][A-Za-z0-9+/]{5}=(?![A-Za-z0-9+/=])/,
    matches: () =>
      around(
        ...['+ASb', '+AEh', '+ARm', 'AIoT'].map(
          (mark, seed) =>
            `${random(BASE64, 33, seed + 1)}${mark}${random(UPPER.slice(0, 16), 1, seed + 2)}${random(BASE64, 5, seed + 3)}=`,
        ),
      ),
    ignores: () =>
      none(
        'the marks +ASb, +AEh, +ARm and AIoT',
        `${random(BASE64, 33)}+ASb${random(BASE64, 5)}`,
        `${random(BASE64, 20)}AIoTA${random(BASE64, 5)}=`,
      ),
  },
  {
    ...common,
    ...following(
      ['service.signalr.net;AccessKey=', 'webpubsub.azure.com;AccessKey=', 'communication.azure.com/;accesskey='],
      either(keyBytes(32), alnum(84), keyBytes(64)),
    ),
    id: 'azure-realtime-connection',
    title: 'Azure SignalR, Web PubSub or Communication Services connection string',
    opens: 'the messages, calls and mail of a resource',
    severity: 'HIGH',
    reference: 'https://learn.microsoft.com/en-us/azure/azure-signalr/concept-connection-string',
  },
];

export default rules;
