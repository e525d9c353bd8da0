/** @jest-environment ./portal/testing/dom-environment.cjs */
import type { ErrorCode } from '@dengke/contract';
import { ProblemError } from '../api/problem';
import { Autosave } from './autosave';
import type { Saved } from './autosave';
import type { FormValues } from './form-values';

type Change = { field: string; to: unknown };
const refusal = (code: ErrorCode, details: Record<string, unknown>): ProblemError =>
  new ProblemError({ status: 409, code, details, traceId: '' });

const unreachable = new ProblemError({ status: 0, code: 'UNREACHABLE', traceId: '' });

/** A draft of the system: takes what it is sent, or answers the next refusal; `meanwhile` is typed before the first answer. */
function aDraft(form: FormValues, ...refusals: ProblemError[]) {
  const sent: { base: number; changes: Change[] }[] = [];
  let [version, stored] = [1, form];
  let meanwhile = (): void => undefined;
  const store = async (base: number, changes: Change[]): Promise<Saved> => {
    sent.push({ base, changes });
    meanwhile();
    meanwhile = () => undefined;
    const refused = refusals.shift();
    if (refused !== undefined) {
      throw refused;
    }
    version += 1;
    stored = { ...stored, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
    return { version, form: stored };
  };
  const autosave = Autosave.of({ version, form }, store, () => undefined);
  return { sent, autosave, typedMeanwhile: (field: string, to: unknown) => (meanwhile = () => autosave.change(field, to)) };
}

describe('a form that is being filled in', () => {
  it('is what an act upon the whole of it has made, and goes on from there with what is being typed', async () => {
    const { sent, autosave } = aDraft({ researchForm: '01' });
    autosave.change('name', '某成果');
    autosave.became({ version: 7, form: { researchForm: undefined } });

    expect(autosave.current()).toMatchObject({ version: 7, form: { name: '某成果' } });
    await autosave.flush();
    expect(sent).toEqual([{ base: 7, changes: [{ field: 'name', to: '某成果' }] }]);
  });

  it('is sent nowhere once it is thrown away, and keeps nobody on its page', async () => {
    const { sent, autosave } = aDraft({});
    autosave.change('name', '某成果');
    expect(autosave.isUnsaved).toBe(true);
    autosave.letGo();
    autosave.change('name', '某成果二');
    await autosave.flush();

    expect([sent, autosave.isUnsaved]).toEqual([[], false]);
  });

  it('is kept field by field, what was typed last, in one request', async () => {
    const { sent, autosave } = aDraft({});

    autosave.change('name', '瓦');
    autosave.change('name', '瓦斯');
    autosave.change('sponsor', undefined);
    await autosave.flush();

    expect(sent).toEqual([
      {
        base: 1,
        changes: [
          { field: 'name', to: '瓦斯' },
          { field: 'sponsor', to: null },
        ],
      },
    ]);
    expect(autosave.current()).toMatchObject({ saving: 'saved', version: 2, form: { name: '瓦斯' } });
  });

  it('sends a list whole where rows came or went, with the cells typed since', async () => {
    const { sent, autosave } = aDraft({ units: [{ name: '甲' }] });

    autosave.change('units.0.name', '甲公司');
    autosave.change('units', [{ name: '甲公司' }, {}]);
    autosave.change('units.1.name', '乙公司');
    await autosave.flush();

    expect(sent[0]?.changes).toEqual([{ field: 'units', to: [{ name: '甲公司' }, { name: '乙公司' }] }]);
  });

  it('keeps on the page what cannot be stored, with its fault, and stores the rest', async () => {
    const refused = refusal('INVALID_INPUT', { fields: [{ field: 'form.contactPhone', reason: 'matches' }] });
    const { sent, autosave } = aDraft({}, refused);

    autosave.change('contactPhone', '12');
    autosave.change('name', '瓦斯');
    await autosave.flush();
    await autosave.flush();

    expect(sent[1]?.changes).toEqual([{ field: 'name', to: '瓦斯' }]);
    expect(autosave.current()).toMatchObject({
      saving: 'refused',
      faults: { contactPhone: 'matches' },
      form: { contactPhone: '12', name: '瓦斯' },
    });
    expect(autosave.isUnsaved).toBe(true);

    autosave.change('contactPhone', '0351-0000001');
    await autosave.flush();

    expect(autosave.current()).toMatchObject({ saving: 'saved', faults: {} });
  });

  it('says of a cell that cannot be stored which one it is', async () => {
    const { autosave } = aDraft(
      { units: [{}, {}] },
      refusal('INVALID_INPUT', { fields: [{ field: 'form.units[1].phone', reason: 'matches' }] }),
    );

    autosave.change('units.1.phone', '12');
    await autosave.flush();

    expect(autosave.current()).toMatchObject({ saving: 'refused', faults: { 'units.1.phone': 'matches' } });
  });

  it('says of what may not be stored at all why, and stores the rest', async () => {
    const { sent, autosave } = aDraft({ secrecy: 'public' }, refusal('CLASSIFIED_EXCLUDED', { rule: 'P17 S49', field: 'secrecy' }));

    autosave.change('secrecy', 'classified');
    autosave.change('name', '瓦斯');
    await autosave.flush();
    await autosave.flush();

    expect(sent[1]?.changes).toEqual([{ field: 'name', to: '瓦斯' }]);
    expect(autosave.current()).toMatchObject({ saving: 'refused', faults: { secrecy: 'CLASSIFIED_EXCLUDED' } });
  });

  it('sends a list that was refused for one of its cells whole again, and loses no row of it', async () => {
    const refused = refusal('INVALID_INPUT', { fields: [{ field: 'form.units[1].phone', reason: 'matches' }] });
    const { sent, autosave } = aDraft({ units: [{ name: '甲公司' }] }, refused);
    autosave.change('units', [{ name: '甲公司' }, {}]);
    autosave.change('units.1.name', '乙公司');
    autosave.change('units.1.phone', '12');
    await autosave.flush();

    autosave.change('name', '瓦斯');
    await autosave.flush();
    expect(autosave.current()).toMatchObject({ saving: 'refused', form: { units: [{ name: '甲公司' }, { name: '乙公司', phone: '12' }] } });

    autosave.change('units.1.phone', '0351-0000001');
    await autosave.flush();

    const units = [{ name: '甲公司' }, { name: '乙公司', phone: '0351-0000001' }];
    expect(sent[2]?.changes).toEqual([{ field: 'units', to: units }]);
    expect(autosave.current()).toMatchObject({ saving: 'saved', faults: {}, form: { name: '瓦斯', units } });
  });

  it('has no fault of a row that was taken out', async () => {
    const { autosave } = aDraft(
      { units: [{}, {}] },
      refusal('INVALID_INPUT', { fields: [{ field: 'form.units[1].phone', reason: 'matches' }] }),
    );
    autosave.change('units.1.phone', '12');
    await autosave.flush();

    autosave.change('units', [{}]);
    await autosave.flush();

    expect(autosave.current()).toMatchObject({ saving: 'saved', faults: {}, form: { units: [{}] } });
  });

  it('sends what was typed while the half of it was refused', async () => {
    const refused = refusal('INVALID_INPUT', { fields: [{ field: 'form.contactPhone', reason: 'matches' }] });
    const { sent, autosave, typedMeanwhile } = aDraft({}, refused);
    autosave.change('contactPhone', '0351-');
    typedMeanwhile('contactPhone', '0351-0000001');
    await autosave.flush();
    await autosave.flush();

    expect(sent[1]?.changes).toEqual([{ field: 'contactPhone', to: '0351-0000001' }]);
    expect(autosave.current()).toMatchObject({ saving: 'saved', faults: {} });
  });

  it('sends a cell that was typed while its list got lost within the list', async () => {
    const { sent, autosave, typedMeanwhile } = aDraft({}, unreachable);
    autosave.change('units', [{}]);
    typedMeanwhile('units.0.name', '甲公司');
    await autosave.flush();
    await autosave.flush();

    expect(sent[1]?.changes).toEqual([{ field: 'units', to: [{ name: '甲公司' }] }]);
  });

  it('keeps what was typed on where somebody else changed the same field', async () => {
    const conflict = { field: 'name', mine: '我的', theirs: '他的', version: 4 };
    const { sent, autosave } = aDraft({ name: '旧' }, refusal('FIELD_CONFLICT', { version: 4, conflicts: [conflict] }));
    autosave.change('name', '我的');
    await autosave.flush();

    autosave.change('name', '我的名称');
    autosave.settle('name', 'mine');
    await autosave.flush();

    expect(sent[1]?.changes).toEqual([{ field: 'name', to: '我的名称' }]);
    expect(autosave.current().form).toEqual({ name: '我的名称' });
  });

  it.each(['mine', 'theirs'] as const)('lets the person choose where somebody else changed the same field: %s', async (keep) => {
    const conflict = { field: 'name', mine: '我的', theirs: '他的', version: 4 };
    const { sent, autosave } = aDraft({ name: '旧' }, refusal('FIELD_CONFLICT', { version: 4, conflicts: [conflict] }));

    autosave.change('name', '我的');
    await autosave.flush();
    expect(autosave.current().conflicts).toEqual([conflict]);
    expect(autosave.current().form).toEqual({ name: '我的' });

    autosave.settle('name', keep);
    await autosave.flush();

    expect(autosave.current()).toMatchObject({ conflicts: [], saving: 'saved', form: { name: keep === 'mine' ? '我的' : '他的' } });
    expect(sent.slice(1)).toEqual(keep === 'mine' ? [{ base: 4, changes: [{ field: 'name', to: '我的' }] }] : []);
  });

  it('keeps what could not be sent, and has it still when the system is back', async () => {
    const { sent, autosave } = aDraft({}, unreachable);

    autosave.change('name', '瓦斯');
    await autosave.flush();
    expect(autosave.current()).toMatchObject({ saving: 'stuck', form: { name: '瓦斯' } });
    expect(autosave.isUnsaved).toBe(true);

    await autosave.flush();

    expect(sent[1]).toEqual(sent[0]);
    expect([autosave.current().saving, autosave.isUnsaved]).toEqual(['saved', false]);
  });
});
