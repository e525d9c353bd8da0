import { IsBoolean, IsInt, IsString, MinLength } from 'class-validator';
import { anEnvironment } from '@dengke/test-kit';
import { configNames, ConfigFault, Env, readConfig } from './config';
import { ServiceConfig } from './service-config';

class MailConfig extends ServiceConfig {
  @Env('DENGKE_SMTP_PORT') @IsInt() readonly smtpPort!: number;
  @Env('DENGKE_SMTP_TLS') @IsBoolean() readonly smtpTls: boolean = true;
  @Env('DENGKE_SMTP_PASSWORD') @IsString() @MinLength(8) readonly smtpPassword!: string;
}

describe('the configuration of a process', () => {
  const mail = { DENGKE_SMTP_PORT: '25', DENGKE_SMTP_TLS: 'false', DENGKE_SMTP_PASSWORD: 'correct horse' };

  it('is read by name, each in its type, with its defaults', () => {
    const environment = { ...anEnvironment(mail), DENGKE_HOST: '', DENGKE_ACCOUNTS_URL: 'http://one:3000, http://other:3000' };

    const config = readConfig(MailConfig, environment);

    expect(config).toMatchObject({ smtpPort: 25, smtpTls: false, port: 0, host: '127.0.0.1', clock: 'host' });
    expect(config.accountsUrls).toEqual(['http://one:3000', 'http://other:3000']);
  });

  it('stops with every missing or malformed name, and never a value', () => {
    const environment = {
      ...anEnvironment(mail),
      DENGKE_SMTP_PORT: 'smtp',
      DENGKE_SMTP_PASSWORD: 'short',
      DENGKE_SERVICE_SECRET: ' ',
      DENGKE_CLOCK: 'sundial',
      DENGKE_ACCOUNTS_URL: 'http://one:3000,elsewhere',
    };

    const fault = faultOf(() => readConfig(MailConfig, environment));

    expect([...fault.faults].sort()).toEqual([
      'DENGKE_ACCOUNTS_URL is malformed',
      'DENGKE_CLOCK is malformed',
      'DENGKE_SERVICE_SECRET is missing',
      'DENGKE_SMTP_PASSWORD is malformed',
      'DENGKE_SMTP_PORT is malformed',
    ]);
    expect(fault.message).not.toMatch(/sundial|short|smtp,|elsewhere/);
  });

  it.each([
    ['DENGKE_TLS_CERT_FILE', 'DENGKE_TLS_KEY_FILE'],
    ['DENGKE_TLS_KEY_FILE', 'DENGKE_TLS_CERT_FILE'],
  ])('stops where %s is given without %s: it would listen plainly', (given, missing) => {
    const fault = faultOf(() => readConfig(MailConfig, { ...anEnvironment(mail), [given]: '/run/secrets/one.pem' }));

    expect(fault.faults).toEqual([`${missing} is missing`]);
  });

  it('knows every name it reads, its own and the common ones', () => {
    const names = configNames(MailConfig);

    expect(names).toEqual(expect.arrayContaining(['DENGKE_SMTP_PORT', 'DENGKE_DATABASE_URL', 'DENGKE_SERVICE_SECRET']));
    expect(configNames(ServiceConfig)).not.toContain('DENGKE_SMTP_PORT');
  });
});

function faultOf(read: () => unknown): ConfigFault {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigFault) {
      return error;
    }
    throw error;
  }
  throw new Error('nothing was refused');
}
