/** WeCom: the key of a group’s robot is a UUID in its address. */
import type { Rule } from '../rule.js';
import { following } from './_in-context.js';
import { uuid } from './_shapes.js';

const rule: Rule = {
  ...following(['/cgi-bin/webhook/send?key='], uuid),
  id: 'wecom-webhook',
  title: 'WeCom robot webhook',
  opens: 'posting into a group',
  severity: 'MEDIUM',
  version: 1,
  provider: 'WeCom',
  rank: 'vendor',
  reference: 'https://developer.work.weixin.qq.com/document/path/91770',
  runbook: 'wecom-webhook',
};

export default rule;
