import { faultLines } from './fault-lines';

describe('What is wrong with an organisation', () => {
  it('is one line, with the graphs and doors it is in', () => {
    const lines = faultLines([
      { organisationId: 'unit-a', fault: 'orphan', in: 'credential' },
      { organisationId: 'unit-a', fault: 'orphan', in: 'notice' },
      { organisationId: 'unit-b', fault: 'orphan', in: 'notice' },
      { organisationId: 'unit-a', fault: 'noRoute', in: 'municipal' },
    ]);
    expect(lines).toEqual([
      { organisationId: 'unit-a', fault: 'orphan', places: ['credential', 'notice'] },
      { organisationId: 'unit-b', fault: 'orphan', places: ['notice'] },
      { organisationId: 'unit-a', fault: 'noRoute', places: ['municipal'] },
    ]);
  });

  it('names no place where one desk is in many routes', () => {
    const fault = { organisationId: 'unit-a', fault: 'deskUnstaffed' } as const;
    expect(
      faultLines([
        { ...fault, in: 'route-1' },
        { ...fault, in: 'route-2' },
      ]),
    ).toEqual([{ ...fault, places: [] }]);
  });
});
