/**
 * Passwords that meet length and classes and are guessed first all the same. Few, since five guesses lock (docs/security/v06-authentication.md, 6.2.4); compared
 * without regard to case.
 */
const guessedFirst = [
  'P@ssw0rd P@ssword1 Passw0rd Password1 Password12 Password123 Password1234 Password@123 P@ssw0rd123 P@ssw0rd1234',
  'Admin123 Admin@123 Admin1234 Admin@1234 Admin12345 Admin@12345 Admin123456 Admin@123456 Administrator1 Root@123456',
  'Aa123456 Aa123456. Aa123456! Aa@123456 Aa12345678 Aa1234567890 Abc12345 Abc123456 Abc@123456 Abc123456789 Abcd1234 Abcd@1234 Abcd12345678',
  'Qwer1234 Qwer@1234 Qwer12345678 Qwe123456 Qwerty123 Qwerty123456 Asdf1234 Zxcv1234 Qq123456 Qq123456789 Woaini1314 Woaini@1314',
  '1qaz@WSX 1qaz2wsx3EDC 1qaz@WSX3edc 1q2w3e4R 1q2w3e4R5t6y !QAZ2wsx !QAZ2wsx#EDC Zaq12wsx Zaq1@WSX',
  'Huawei@123 Test1234 Test@1234 Test@123456 Welcome1 Welcome123 Welcome@123 Changeme1 Changeme123 Changeme@123 Letmein123',
  'Shanxi123 Shanxi@123 Shanxi@2023 Taiyuan@123 Keji@123456 Dengke123 Dengke@123 Dengke@2023 Dengke123456',
];

const commonPasswords: ReadonlySet<string> = new Set(guessedFirst.flatMap((line) => line.toLowerCase().split(' ')));

export const isCommonPassword = (password: string): boolean => commonPasswords.has(password.toLowerCase());
