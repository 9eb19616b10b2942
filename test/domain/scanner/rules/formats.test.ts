/** Settings files of common tools, each with its path: what opens something is found, what is encrypted or public is not. */
import { ALNUM, BASE64, BASE64URL, random } from '../../../../src/domain/scanner/rules/_samples.js';
import { engine } from '../_samples.js';

const password = `Tr${random(ALNUM, 10, 3)}!7`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const DASHES = '-'.repeat(5);
const pem = `${DASHES}BEGIN RSA PRIVATE KEY${DASHES}\n${(random(BASE64, 800, 4).match(/.{1,64}/g) ?? []).join('\n')}\n${DASHES}END RSA PRIVATE KEY${DASHES}\n`;
const found = (text: string, path: string): number => engine.scanText(text, { path }).matches.length;

test.each([
  ['client key of a kubeconfig', '.kube/config', `users:\n- name: a\n  user:\n    client-key-data: ${base64(pem)}\n`],
  ['token of a kubeconfig', '.kube/config', `users:\n- name: a\n  user:\n    token: ${random(ALNUM, 48)}\n`],
  [
    'password of a kubeconfig',
    '.kube/config',
    `users:\n- name: a\n  user:\n    username: admin\n    password: ${password}\n`,
  ],
  ['login of Docker', '.docker/config.json', `{"auths":{"r.acme.io":{"auth":"${base64(`ci:${password}`)}"}}}`],
  ['short login of Docker', '.docker/config.json', `{"auths":{"r.acme.io":{"auth":"${base64('ci:x9Kq')}"}}}`],
  [
    'login of an old Docker',
    '.dockercfg',
    `{"https://r.acme.io/v1/":{"auth":"${base64(`ci:${password}`)}","email":"a@acme.io"}}`,
  ],
  [
    'identity token of Docker',
    '.docker/config.json',
    `{"auths":{"r.acme.io":{"identitytoken":"${random(BASE64URL, 60)}"}}}`,
  ],
  ['short Basic header', 'notes.http', `Authorization: Basic ${base64('ci:x9Kq')}\n`],
  ['plain password of Jenkins', 'credentials.xml', `<username>ci</username>\n<password>${password}</password>\n`],
  [
    'server of Maven',
    '.m2/settings.xml',
    `<server><id>r</id><username>ci</username><password>${password}</password></server>\n`,
  ],
  [
    'obscured password of rclone',
    'rclone.conf',
    `[nas]\ntype = sftp\nhost = nas.acme.io\nuser = ci\npass = ${random(BASE64URL, 36, 5)}\n`,
  ],
  ['key of s3cmd', '.s3cfg', `[default]\nsecret_key = ${random(BASE64, 40, 6)}\n`],
  ['password of twine', '.pypirc', `[pypi]\nusername = ci\npassword = ${password}\n`],
  ['password of MySQL', '.my.cnf', `[client]\nuser=root\npassword=${password}\n`],
])('%s is found', (_, path, text) => {
  expect(found(text, path)).toBeGreaterThan(0);
});

test.each([
  ['encrypted password of Jenkins', 'credentials.xml', `<password>{${random(BASE64, 44)}}</password>\n`],
  ['encrypted password of Maven', '.m2/settings.xml', `<password>{${random(BASE64, 43)}=}</password>\n`],
  [
    'certificate of a kubeconfig',
    '.kube/config',
    `    client-certificate-data: ${base64(pem.replaceAll('RSA PRIVATE KEY', 'CERTIFICATE'))}\n`,
  ],
  ['credential store of Docker', '.docker/config.json', '{"auths":{"r.acme.io":{}},"credsStore":"desktop"}'],
])('%s is none', (_, path, text) => {
  expect(found(text, path)).toBe(0);
});
