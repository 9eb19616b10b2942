/** Passwords and keys in calls that take them at a known place: what opens a connection, logs in, signs or encrypts. */
import type { Candidate, Rule, Verdict } from '../rule.js';
import { inPlace, made, sample } from './_in-place.js';
import { checkPassword } from './_likely-secret.js';
import { none } from './_samples.js';

/** Algorithms and encodings, where a key would stand. */
const NO_KEY = /^(?:HS|RS|ES|PS)\d{3}$|^(?:utf-?8|hex|base64|ascii|binary|latin1)$/i;

/** The key of a call: any text there is one, as it is used for nothing else. */
function checkKey(candidate: Candidate): Verdict | null {
  return NO_KEY.test(candidate.value) ? null : checkPassword(candidate);
}

const rules: readonly Rule[] = [
  {
    ...inPlace,
    id: 'connect-call-password',
    title: 'Password in the call that opens a connection',
    opens: 'the database or server of the call',
    boundary: 'anywhere',
    keywords: [
      'getconnection(',
      'mysql_connect(',
      'mysql_pconnect(',
      'mysqli_connect(',
      'mysqli(',
      'pdo(',
      'usernamepasswordcredentials(',
      'networkcredential(',
      'usernamepasswordauthenticationtoken(',
      'passwordauthentication(',
      'httpbasicauth(',
      'basicauth(',
      'setbasicauth(',
      'convertto-securestring',
      '.login(',
      'auth=(',
      'b64encode(',
      'base64_encode(',
      'base64.encode(',
      'btoa(',
      'buffer.from(',
    ],
    find: [
      /(?:getConnection|mysqli?_p?connect|mysqli|PDO)\([ \t\r\n]{0,20}(?:[^\s,;(){}]{1,200}|"[^"\n]{1,200}"|'[^'\n]{1,200}')[ \t]{0,4},\s{0,20}(?:\$?[A-Za-z_.]{1,40}|"[^"\n]{0,60}"|'[^'\n]{0,60}')[ \t]{0,4},\s{0,20}["'](?<secret>[^\s"'`]{4,100})["']/i,
      /(?:UsernamePasswordCredentials|NetworkCredential|UsernamePasswordAuthenticationToken|PasswordAuthentication|HTTPBasicAuth|basicAuth|\.login)\([ \t]{0,4}(?:"[^"\n]{1,80}"|'[^'\n]{1,80}')[ \t]{0,4},[ \t]{0,4}["'](?<secret>[^\s"'`]{4,100})["']/i,
      /auth=\([ \t]{0,4}(?:"[^"\n]{1,80}"|'[^'\n]{1,80}')[ \t]{0,4},[ \t]{0,4}["'](?<secret>[^\s"'`]{4,100})["'][ \t]{0,4}\)/i,
      /(?:b64encode|base64_encode|base64\.encode|btoa|Buffer\.from)\([ \t]{0,4}b?["'`][A-Za-z0-9_.@-]{2,60}:(?<secret>[^\s"'`:,;/]{4,100})["'`]/i,
      /ConvertTo-SecureString(?:[ \t]{1,4}-(?:String|AsPlainText|Force)){0,3}[ \t]{1,4}["'](?<secret>[^\s"'`]{4,100})["']/i,
    ],
    reference: 'https://cwe.mitre.org/data/definitions/259.html',
    matches: () => [
      sample('DriverManager.getConnection("jdbc:mysql://db1/shop", "shop", "', made(31), '");\n'),
      sample("$db = mysql_connect('db1', 'shop', '", made(32), "');\n"),
      sample("$db = mysql_pconnect('db1', 'shop', '", made(33), "');\n"),
      sample('$db = mysqli_connect("db1", "shop", "', made(34), '", "shop");\n'),
      sample('$db = new mysqli("db1", "shop", "', made(35), '");\n'),
      sample("$db = new PDO('mysql:host=db1;dbname=shop', 'shop', '", made(36), "');\n"),
      sample('new UsernamePasswordCredentials("shop", "', made(37), '")\n'),
      sample('new NetworkCredential("shop", "', made(38), '")\n'),
      sample('new UsernamePasswordAuthenticationToken("shop", "', made(39), '")\n'),
      sample('new PasswordAuthentication("shop", "', made(40), '")\n'),
      sample("requests.get(url, auth=HTTPBasicAuth('shop', '", made(41), "'))\n"),
      sample('headers.setBasicAuth("shop", "', made(42), '");\n'),
      sample('$p = ConvertTo-SecureString "', made(43), '" -AsPlainText -Force\n'),
      sample("server.login('shop@acme.io', '", made(44), "')\n"),
      sample("requests.get(url, auth=('shop', '", made(45), "'))\n"),
      sample('session.auth=("shop", "', made(46), '")\n'),
      sample("headers['Authorization'] = 'Basic ' + btoa('shop:", made(47), "');\n"),
      sample("'Basic ' + Buffer.from('shop:", made(48), "').toString('base64')\n"),
      sample('"Basic " . base64_encode("shop:', made(49), '")\n'),
      sample('"Basic " + base64.b64encode(b"shop:', made(50), '").decode()\n'),
      sample("'Basic ' + base64.encode('shop:", made(51), "'),\n"),
    ],
    ignores: () =>
      none(
        'DriverManager.getConnection(url, user, password);',
        'mysql_connect("localhost", "root", "password")',
        'mysqli_connect("localhost", "root", "")',
        'new NetworkCredential("user", "password")',
        'ConvertTo-SecureString "$env:PASSWORD" -AsPlainText',
        'page.login("user", "passwordField")',
        "requests.get(url, auth=('user', 'password'))",
        'auth=("shop", token)',
        "btoa('user:password')",
        "Buffer.from('data:image/png')",
      ),
  },
  {
    ...inPlace,
    id: 'crypto-call-key',
    version: 1,
    title: 'Key in the call that signs or encrypts',
    opens: 'what is signed or encrypted with it: sessions of any user, stored data',
    rank: 'format',
    boundary: 'anywhere',
    check: checkKey,
    keywords: [
      'jwt.sign(',
      'jwt.verify(',
      'jwt.encode(',
      'jwt.decode(',
      'createhmac(',
      'createcipher',
      'createdecipher',
      'aes.encrypt(',
      'aes.decrypt(',
      'secretkeyspec(',
      'setsigningkey(',
      'signwith(',
    ],
    find: [
      /jwt\.(?:sign|verify|encode|decode)\([^"'`\n]{1,160},\s{0,20}["'`](?<secret>[^\s"'`]{4,200})["'`]/i,
      /create(?:Hmac|(?:de)?cipher(?:iv)?)\([ \t]{0,4}["'`][A-Za-z0-9_-]{2,30}["'`][ \t]{0,4},[ \t]{0,4}["'`](?<secret>[^\s"'`]{4,200})["'`]/i,
      /aes\.(?:en|de)crypt\([A-Za-z0-9_.()$[\] ]{1,80},[ \t]{0,4}["'`](?<secret>[^\s"'`]{4,200})["'`]/i,
      /(?:SecretKeySpec|setSigningKey)\([ \t]{0,4}["'](?<secret>[^\s"'`]{4,200})["']/i,
      /signWith\([ \t]{0,4}SignatureAlgorithm\.[A-Z0-9]{2,8}[ \t]{0,4},[ \t]{0,4}["'](?<secret>[^\s"'`]{4,200})["']/i,
    ],
    reference: 'https://cwe.mitre.org/data/definitions/321.html',
    runbook: 'generic-key',
    matches: () => [
      sample("jwt.sign({ id: user.id }, '", made(61), "', { expiresIn: '1h' });\n"),
      sample('jwt.verify(token, "', made(62), '");\n'),
      sample('jwt.encode(payload, "', made(63), '", algorithm="HS256")\n'),
      sample("jwt.decode(token, '", made(64), "', algorithms=['HS256'])\n"),
      sample("crypto.createHmac('sha256', '", made(65), "').update(body)\n"),
      sample("crypto.createCipheriv('aes-256-cbc', '", made(66), "', iv)\n"),
      sample("crypto.createDecipher('aes192', '", made(67), "')\n"),
      sample("CryptoJS.AES.encrypt(data, '", made(68), "')\n"),
      sample("CryptoJS.AES.decrypt(data.toString(), '", made(69), "')\n"),
      sample('new SecretKeySpec("', made(70), '".getBytes(), "AES")\n'),
      sample('Jwts.parser().setSigningKey("', made(71), '").parseClaimsJws(token)\n'),
      sample('.signWith(SignatureAlgorithm.HS512, "', made(72), '")\n'),
    ],
    ignores: () =>
      none(
        `jwt.sign(payload, ${['process', 'env', 'JWT_SECRET'].join('.')})`,
        "jwt.sign(payload, secret, 'HS256')",
        "crypto.createHmac('sha256', secret)",
        "crypto.createHmac('sha256', 'your-secret-key')",
        'new SecretKeySpec(key, "AES")',
        'jwt.verify(token, publicKey, "RS256")',
      ),
  },
];

export default rules;
