import { reminderRoundWorkflowId } from '@dengke/contract';
import type { Role } from '@dengke/contract';
import type { Visitor } from './visitor';

const shown = `/temporal/namespaces/default/workflows/${reminderRoundWorkflowId}`;
const workflow = `/temporal/api/v1/namespaces/default/workflows/${reminderRoundWorkflowId}`;

/** Signs somebody in at an organisation, from the address that was opened. */
export type Visiting = (organisationId: string, role: Role, path: string) => Promise<Visitor>;

/**
 * Who operates the house opens a workflow in the Temporal UI from the menu, with the keyboard alone: a workflow's details, which Temporal keeps sealed, are to be read there, and nothing can be changed. Whoever opens its address without being
 * signed in signs in first and gets there; a completer has no such page. All leave.
 */
export async function workflowsSeen(operator: Visitor, unitId: string, visit: Visiting): Promise<void> {
  const { page } = operator;
  await operator.enter('流程运行情况', 'back');
  await operator.reach(page.locator('tbody a[href*="/default/workflows/"]').first());
  await page.keyboard.press('Enter');
  await page.getByText('User Metadata').waitFor();
  await operator.wentWithKeys();
  await page.goBack();
  await page.getByRole('link', { name: reminderRoundWorkflowId }).first().click();
  await page.getByText('User Metadata').click();
  await page.frameLocator('iframe').last().getByText('Next round').waitFor();
  await requireRefusal(operator, 'POST', `${workflow}/terminate`, { reason: 'read-only' });
  await requireRefusal(operator, 'POST', `${workflow}/signal/refresh`, { reason: 'read-only' });
  await operator.leave();
  const stranger = await visit('org-sx-kjt', 'systemAdmin', shown);
  await stranger.page.getByText('User Metadata').waitFor();
  await stranger.leave();
  await notSeen(await visit(unitId, 'completer', '/achievements'));
}

/** A house that serves no Temporal UI, such as the production shape as processes, has no way to it for who operates it either. */
export async function noWorkflowsSeen(operator: Visitor): Promise<void> {
  await operator.wentWithKeys();
  await requireNoWay(operator);
  await requireRefusal(operator, 'GET', `${workflow}/history`, { status: 404, code: 'NOT_FOUND' });
  await operator.leave();
}

/** Neither in the menu nor by its address. */
async function notSeen(somebody: Visitor): Promise<void> {
  await somebody.page.getByRole('link', { name: '我的成果' }).first().waitFor();
  await requireNoWay(somebody);
  await requireRefusal(somebody, 'GET', shown);
  await requireRefusal(somebody, 'GET', `${workflow}/history`);
  await requireRefusal(somebody, 'POST', '/api/v1/temporal/decode');
  await somebody.leave();
}

async function requireNoWay({ page }: Visitor): Promise<void> {
  if ((await page.getByRole('link', { name: '流程运行情况' }).count()) > 0) {
    throw new Error('The menu leads to the Temporal UI');
  }
}

interface Refusal {
  status?: number;
  code?: string;
  reason?: string;
}

async function requireRefusal({ page }: Visitor, method: string, path: string, refusal: Refusal = {}): Promise<void> {
  const { status, problem } = await page.evaluate(
    async ([way, url]) => {
      const body = way === 'GET' ? null : '{"payloads":[]}';
      const answer = await fetch(url, { method: way, body, headers: { 'content-type': 'application/json' } });
      return { status: answer.status, problem: (await answer.json()) as { code?: string; details?: { reason?: string } } };
    },
    [method, path] as const,
  );
  if (
    status !== (refusal.status ?? 403) ||
    problem.code !== (refusal.code ?? 'NOT_ALLOWED') ||
    problem.details?.reason !== refusal.reason
  ) {
    throw new Error(`${method} ${path} was answered ${status} ${JSON.stringify(problem)}`);
  }
}
