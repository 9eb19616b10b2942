/** Agora: certificates of an app are 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['agora_app_cert', 'agora_cert', 'agoraappcert', 'agoracert', 'app_certificate', 'appcertificate'],
    lowerHex(32),
  ),
  id: 'agora-app-certificate',
  title: 'Agora app certificate',
  opens: 'making tokens for every channel of an app',
  severity: 'HIGH',
  version: 1,
  provider: 'Agora',
  rank: 'vendor',
  reference: 'https://docs.agora.io/en/video-calling/token-authentication/deploy-token-server',
  runbook: 'agora-app-certificate',
};

export default rule;
