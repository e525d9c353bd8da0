import type { ApplicationRule } from './application-rule';
import { isApplicationOver } from './applications';
import type { ApplicationState } from './applications';
import { credentialApplicationRules, credentialApplicationStates } from './credential-application';
import { organiserApplicationRules, organiserApplicationStates, organiserDeclaration, organiserKinds } from './organiser-application';

const kinds = [
  ['for a login', credentialApplicationStates, credentialApplicationRules, 'applied'],
  ['to be an organiser', organiserApplicationStates, organiserApplicationRules, 'received'],
] as const;

/** Everything that can come of a state, by whatever acts. */
function reachableFrom(start: string, rules: Record<string, ApplicationRule<string>>): Set<string> {
  const reached = new Set([start]);
  for (const state of reached) {
    Object.values(rules)
      .filter(({ from }) => from.includes(state))
      .forEach(({ to }) => reached.add(to === 'same' ? state : to));
  }
  return reached;
}

describe.each(kinds)('the states of an application %s', (_, states, rules, first) => {
  const all = Object.entries(states) as Array<[ApplicationState, { whenLate: string | null }]>;
  const acts = Object.entries(rules) as Array<[string, ApplicationRule<string>]>;

  it('are all reached from the first, and each unfinished one has a way out', () => {
    const unfinished = all.filter(([state]) => !isApplicationOver(state));

    expect([...reachableFrom(first, rules)].sort()).toEqual(all.map(([state]) => state).sort());
    for (const [state] of unfinished) {
      expect([...reachableFrom(state, rules)].some((reached) => isApplicationOver(reached as ApplicationState))).toBe(true);
    }
  });

  it('are left by no act once it is over', () => {
    const over = all.map(([state]) => state).filter(isApplicationOver);

    expect(acts.filter(([, { from }]) => from.some((state) => over.includes(state as ApplicationState)))).toEqual([]);
  });

  it('are watched by time while it is not, and time decides nothing [P31]', () => {
    for (const [state, { whenLate }] of all.filter(([state]) => !isApplicationOver(state))) {
      expect(acts.find(([act]) => act === whenLate)?.[1]).toMatchObject({
        by: 'workflow',
        from: expect.arrayContaining([state]) as unknown,
      });
    }
    const byTime = acts.filter(([, { by, to }]) => by === 'workflow' && to !== 'same').map(([act]) => act);
    expect(byTime).toEqual(acts.map(([act]) => act).filter((act) => act === 'expire'));
  });

  it('are refused only with a reason', () => {
    expect(acts.find(([act]) => act === 'refuse')?.[1].reason).toBe('required');
  });
});

describe('the form of an organiser', () => {
  it('has S54’s list of kinds, in its words and order [P9]', () => {
    expect(Object.values(organiserKinds).join('、')).toBe(
      '各市人民政府科技管理部门、省政府有关组成部门、直属特设机构、直属机构、部门管理机构、派出机构、直属事业单位、驻晋有关中央科研院所和国有企业、经省科技厅批准的其他组织机构',
    );
  });

  it('has the declaration word for word [S18 S85]', () => {
    expect(organiserDeclaration).toBe(
      '本单位按照山西省开展国家科技成果登记的有关规定，遵守组织管理部门规则和程序，对登记材料的真实性和准确性负责，并在开展成果登记工作中承担相应责任。',
    );
  });
});
