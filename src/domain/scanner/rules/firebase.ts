/** Firebase: server keys of Cloud Messaging begin with `AAAA` and hold `:APA91b`; the API keys of its apps are public. */
import type { Rule } from '../rule.js';
import { BASE64URL, none, random } from './_samples.js';
import { alnum, named } from './_shapes.js';

const common = { version: 2, provider: 'Firebase', rank: 'vendor' } as const;

const serverKey = (seed: number): string =>
  `AAAA${random(BASE64URL, 7, seed)}:APA91b${random(BASE64URL, 133, seed + 1)}Q`;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'firebase-messaging-key',
    title: 'Firebase Cloud Messaging server key (legacy)',
    opens: 'sending notifications to every user of an app',
    severity: 'HIGH',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: [':apa91b'],
    find: /(?<=(?<!(?<!\\)[A-Za-z0-9_-])(?<head>AAAA[A-Za-z0-9_-]{7})):APA91b[A-Za-z0-9_-]{134}(?![A-Za-z0-9_-])/,
    reference: 'https://firebase.google.com/docs/cloud-messaging/migrate-v1',
    runbook: 'firebase-messaging',
    matches: () =>
      [1, 2, 3].map((seed) => ({ text: `Authorization: key=${serverKey(seed)}\n`, value: serverKey(seed) })),
    ignores: () =>
      none(
        `device token ${random(BASE64URL, 22)}:APA91b${random(BASE64URL, 134)}`,
        serverKey(4).slice(0, 80),
        `x${serverKey(5)}`,
      ),
  },
  {
    ...common,
    ...named(['firebase_secret', 'firebase_db', 'firebase_database', 'firebase-secret', 'firebasesecret'], alnum(40)),
    id: 'firebase-database-secret',
    title: 'Firebase database secret (legacy)',
    opens: 'all data of a realtime database, past its rules',
    severity: 'MAXIMUM',
    reference: 'https://firebase.google.com/docs/database/rest/auth',
    runbook: 'firebase-database-secret',
  },
];

export default rules;
