/** Lark and Feishu: the address of a group’s bot ends in its UUID. */
import type { Rule } from '../rule.js';
import { following } from './_in-context.js';
import { uuid } from './_shapes.js';

const rule: Rule = {
  ...following(['/open-apis/bot/v2/hook/'], uuid),
  id: 'lark-webhook',
  title: 'Lark bot webhook',
  opens: 'posting into a group',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Lark',
  rank: 'vendor',
  reference: 'https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot',
  runbook: 'lark-webhook',
};

export default rule;
