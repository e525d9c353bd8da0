import fc from 'fast-check';
import { formBefore, merge, valueAt } from './merge';
import type { FieldChange, LoggedChange } from './merge';
import type { StoredForm } from './shape';

describe('changes made on an older version', () => {
  const form = { name: '甲', units: [{ name: '一' }, { name: '二' }] };

  it('merge with what others changed elsewhere, also in another cell of the same list', () => {
    const log = [
      { version: 2, field: 'name', former: '旧' },
      { version: 3, field: 'units.0.name', former: '壹' },
    ];
    const { form: merged, conflicts } = merge(form, log, [
      { field: 'summary', to: '新' },
      { field: 'units.1.name', to: '贰' },
    ]);
    expect([merged, conflicts]).toEqual([{ ...form, summary: '新', units: [{ name: '一' }, { name: '贰' }] }, []]);
  });

  it.each([
    ['the same field', 'name', 'name', '旧', '甲'],
    ['a cell of a list that came anew', 'units', 'units.0.name', undefined, '一'],
    ['a list of which a cell is another', 'units.0.name', 'units', undefined, form.units],
  ])('conflict in %s: base, mine and theirs are named and nothing is lost', (_, changed, field, base, theirs) => {
    const log = [{ version: 2, field: changed, ...(changed === 'name' ? { former: '旧' } : {}) }];
    const { conflicts } = merge(form, log, [{ field, to: '我' }]);
    expect(conflicts).toEqual([expect.objectContaining({ field, mine: '我', theirs, version: 2 })]);
    expect(changed === 'name' ? conflicts[0]?.base : base).toBe(base);
  });

  it('that say what stands there already are none', () => {
    const { applied, conflicts } = merge(form, [{ version: 2, field: 'name', former: '旧' }], [{ field: 'name', to: '甲' }]);
    expect([applied, conflicts]).toEqual([[], []]);
  });

  it('clear a field, and bring it back by what is logged', () => {
    const { form: cleared, applied } = merge(form, [], [{ field: 'name' }]);
    expect(cleared).toEqual({ units: form.units });
    expect(
      formBefore(
        cleared,
        applied.map((one) => ({ version: 2, ...one })),
      ),
    ).toEqual(form);
  });
});

/** One draft as the service keeps it: form, version and log. */
class Draft {
  version = 1;
  readonly log: (LoggedChange & { base: number; to: unknown })[] = [];
  constructor(public form: StoredForm) {}

  take(base: number, changes: FieldChange[]): ReturnType<typeof merge>['conflicts'] {
    const merged = merge(
      this.form,
      this.log.filter(({ version }) => version > base),
      changes,
    );
    if (merged.conflicts.length === 0 && merged.applied.length > 0) {
      this.version += 1;
      this.form = merged.form;
      this.log.push(
        ...merged.applied.map(({ field, former }) => ({
          ...{ version: this.version, field, former },
          base,
          to: valueAt(merged.form, field),
        })),
      );
    }
    return merged.conflicts;
  }
}

/** Somebody who types into his own copy and saves now and then; after a conflict he looks again and keeps either. */
class Editor {
  base = 1;
  readonly pending = new Map<string, string>();
  constructor(private readonly draft: Draft) {}

  save(keepsMine: boolean): void {
    const changes = [...this.pending].map(([field, to]) => ({ field, to }));
    const conflicts = this.draft.take(this.base, changes);
    this.base = this.draft.version;
    if (conflicts.length > 0) {
      conflicts.filter(() => !keepsMine).forEach(({ field }) => this.pending.delete(field));
      this.draft.take(
        this.base,
        [...this.pending].map(([field, to]) => ({ field, to })),
      );
      this.base = this.draft.version;
    }
    this.pending.clear();
  }
}

describe('two people on one draft', () => {
  const fields = ['name', 'summary', 'clcNumber', 'units.0.name', 'units.1.name', 'units.1.uscc'];
  const step = fc.record({
    who: fc.nat(1),
    does: fc.constantFrom('type', 'save'),
    field: fc.constantFrom(...fields),
    keepsMine: fc.boolean(),
  });

  it('lose no field in any order: whoever replaced something had seen it, and nobody’s last word is missing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const untouched = { keywords: ['不变'], units: [{}, { kind: 'other' }] };
        const draft = new Draft(untouched);
        const editors = [new Editor(draft), new Editor(draft)];
        const lastWords = new Map<string, string>();
        steps.forEach(({ who, does, field, keepsMine }, index) => {
          const editor = editors[who] as Editor;
          if (does === 'type') {
            editor.pending.set(field, `${who}-${index}`);
            return;
          }
          const before = new Map(editor.pending);
          const { length } = draft.log;
          editor.save(keepsMine);
          draft.log.slice(length).forEach((one) => lastWords.set(one.field, before.get(one.field) ?? '?'));
        });
        const seen = draft.log.every(({ field, former, base }) => {
          const after = draft.log.filter(({ version }) => version > base);
          return former === valueAt(formBefore(draft.form, after), field);
        });
        const kept = [...lastWords].every(([field, word]) => valueAt(draft.form, field) === word);
        const whole = valueAt(draft.form, 'units.1.kind') === 'other' && JSON.stringify(draft.form['keywords']) === '["不变"]';
        return seen && kept && whole;
      }),
      { numRuns: 2_000 },
    );
  });
});
