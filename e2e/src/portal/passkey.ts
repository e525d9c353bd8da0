import type { Browser, Page } from 'playwright-core';
import type { DemonstrationPeople, DemonstrationPerson } from '../demonstration-people';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';

const keyName = '办公室的电脑';

/** Somebody adds a passkey of this device, leaves, and comes back in with it; given up, it is asked for no more. A passkey belongs to a name, so the address has one. */
export async function passkeyWalk(
  browser: Browser,
  settings: VisitSettings,
  findings: Findings,
  { people, person }: { people: DemonstrationPeople; person: DemonstrationPerson },
): Promise<void> {
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await aDeviceWithKeys(page);
  await visitor.open('/account');
  await visitor.signInAs(person, people.password);
  await page.getByLabel('新通行密钥的名称').fill(keyName);
  await visitor.act('添加通行密钥');
  await visitor.act('已妥善保管，继续');
  const added = page.getByText(`通行密钥：${keyName}`);
  await added.waitFor();
  await visitor.look('account-passkey');
  await visitor.loseSession();
  await page.reload();
  await visitor.signIn(person.login, people.password);
  await page.getByLabel('验证码').waitFor();
  await visitor.look('sign-in-passkey');
  await visitor.act('使用通行密钥');
  await added.waitFor();
  await visitor.act('移除');
  await added.waitFor({ state: 'detached' });
  await visitor.leave();
}

/** Stands in for the finger on the sensor: it keeps keys and says yes. */
async function aDeviceWithKeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}
