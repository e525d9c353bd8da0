import { hasCode, ProblemError, unreachable } from '../api/problem';
import { valueAt, withValue } from './form-values';
import type { FormValues } from './form-values';

/** What the page shows of saving. `refused`: some fields hold what cannot be stored; `stuck`: nothing is reached. */
export type Saving = 'saved' | 'waiting' | 'saving' | 'refused' | 'stuck';

export interface Conflict {
  field: string;
  mine: unknown;
  theirs: unknown;
  version: number;
}

export interface EditingState {
  form: FormValues;
  version: number;
  saving: Saving;
  /** By field, the rule that its value breaks, or the code with which it is refused. */
  faults: Readonly<Record<string, string>>;
  conflicts: readonly Conflict[];
}

export interface Saved {
  version: number;
  form: FormValues;
}

type Store = (base: number, changes: { field: string; to: unknown }[]) => Promise<Saved>;

const pauseMillis = 700;

/**
 * Keeps a draft while it is typed: single fields go to the system a moment after they changed, one request at a time, on the version they were
 * made on. What the system refuses stays on the page with its fault; what somebody else changed meanwhile waits for a choice.
 */
export class Autosave {
  private pending = new Map<string, unknown>();
  /** Lists that were refused for one of their cells: until they are stored, their rows stand on this page alone, and go whole. */
  private readonly aside = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<void> | null = null;
  private stuckBy: ProblemError | null = null;
  private isGone = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private state: EditingState,
    private readonly store: Store,
    private readonly onSaved: (saved: Saved) => void,
  ) {}

  static of(draft: Saved, store: Store, onSaved: (saved: Saved) => void): Autosave {
    return new Autosave({ form: draft.form, version: draft.version, saving: 'saved', faults: {}, conflicts: [] }, store, onSaved);
  }

  readonly current = (): EditingState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A field (`name`, `units`) or a cell (`units.0.name`); undefined empties it. */
  change(field: string, to: unknown): void {
    const form = withValue(this.state.form, field, to);
    const faults = without(this.state.faults, [field]);
    const list = listOf(field);
    if (list !== field && (this.pending.has(list) || this.aside.has(list))) {
      this.pending.set(list, form[list]);
    } else {
      [...this.pending.keys()].filter((key) => key.startsWith(`${field}.`)).forEach((key) => this.pending.delete(key));
      this.pending.set(field, to);
    }
    this.tell({ form, faults, saving: 'waiting' });
    this.later(pauseMillis);
  }

  /** Mine stays on theirs, or theirs replaces it here. */
  settle(field: string, keep: 'mine' | 'theirs'): void {
    const conflict = this.state.conflicts.find((one) => one.field === field);
    if (conflict === undefined) {
      return;
    }
    const version = Math.max(this.state.version, conflict.version);
    const conflicts = this.state.conflicts.filter((one) => one !== conflict);
    if (keep === 'mine') {
      // It is pending still, with what was typed into it since.
      this.tell({ conflicts, version, saving: 'waiting' });
    } else {
      this.pending.delete(field);
      this.aside.delete(field);
      this.tell({ faults: without(this.state.faults, [field]) });
      this.tell({ conflicts, version, form: withValue(this.state.form, field, conflict.theirs), saving: this.restOf(conflicts) });
    }
    this.later(0);
  }

  /** All that was typed, now; resolves when it is stored or has its fault. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.underWay;
    if (!this.isGone && this.pending.size > 0 && this.state.conflicts.length === 0) {
      await this.send();
    }
  }

  /** All that was typed, stored. @throws what keeps some of it on this page alone */
  async storeAll(): Promise<void> {
    await this.flush();
    if (this.state.conflicts.length > 0) {
      throw new ProblemError({ status: 409, code: 'FIELD_CONFLICT', traceId: '' });
    }
    if (this.hasFaults) {
      throw new ProblemError({ status: 422, code: 'INVALID_INPUT', traceId: '' });
    }
    if (this.isUnsaved) {
      throw this.stuckBy ?? unreachable();
    }
  }

  /** What an act upon the whole draft has made of it; what is still being typed stays. */
  became(saved: Saved): void {
    this.took(saved, []);
  }

  /** The draft is no more: nothing goes to it, and nothing of it is unsaved. */
  letGo(): void {
    this.isGone = true;
    clearTimeout(this.timer);
  }

  /** A value that was refused stands on this page alone, too. */
  get isUnsaved(): boolean {
    return !this.isGone && (this.pending.size > 0 || this.underWay !== null || this.hasFaults);
  }

  private later(millis: number): void {
    clearTimeout(this.timer);
    if (!this.isGone) {
      this.timer = setTimeout(() => void this.flush(), millis);
    }
  }

  private send(): Promise<void> {
    this.underWay ??= this.sendPending().finally(() => (this.underWay = null));
    return this.underWay;
  }

  private async sendPending(): Promise<void> {
    const sent = this.pending;
    this.pending = new Map();
    this.tell({ saving: 'saving' });
    try {
      const saved = await this.store(
        this.state.version,
        [...sent].map(([field, to]) => ({ field, to: to ?? null })),
      );
      this.took(saved, [...sent.keys()]);
    } catch (error) {
      const since = [...this.pending.keys()];
      this.pending = this.together(sent);
      this.wasRefused(error, [...sent.keys()], since);
    }
  }

  /** What was sent and what was typed since; a cell goes within its list. */
  private together(sent: ReadonlyMap<string, unknown>): Map<string, unknown> {
    const all = new Map([...sent, ...this.pending]);
    for (const field of [...all.keys()].filter((one) => listOf(one) !== one && all.has(listOf(one)))) {
      all.delete(field);
      all.set(listOf(field), this.state.form[listOf(field)]);
    }
    return all;
  }

  /** What is still to be done, when nothing is under way. */
  private restOf(conflicts: readonly Conflict[]): Saving {
    if (this.pending.size > 0 || conflicts.length > 0) {
      return 'waiting';
    }
    return this.hasFaults ? 'refused' : 'saved';
  }

  private get hasFaults(): boolean {
    return Object.keys(this.state.faults).length > 0;
  }

  /** What others have stored meanwhile comes in beside what is still being typed here. */
  private took(saved: Saved, sent: readonly string[]): void {
    sent.forEach((field) => this.aside.delete(field));
    this.tell({ faults: without(this.state.faults, sent) });
    const form = [...this.pending].reduce((now, [field, to]) => withValue(now, field, to), this.withRefused(saved.form));
    this.tell({ form, version: saved.version, saving: this.restOf([]) });
    this.onSaved(saved);
    if (this.pending.size > 0) {
      this.later(pauseMillis);
    }
  }

  /** Values that cannot be stored stay to be mended, and the rows among which they stand. */
  private withRefused(form: FormValues): FormValues {
    const here = [...this.aside, ...Object.keys(this.state.faults)];
    return here.reduce((now, field) => withValue(now, field, valueAt(this.state.form, field)), form);
  }

  private wasRefused(error: unknown, sent: readonly string[], since: readonly string[]): void {
    if (hasCode(error, 'FIELD_CONFLICT')) {
      this.tell({ saving: 'waiting', conflicts: error.detail<Conflict[]>('conflicts') ?? [] });
    } else if (error instanceof ProblemError && refusedBy(error).length > 0) {
      this.setAside(refusedBy(error), sent, since);
    } else {
      this.stuckBy = error instanceof ProblemError ? error : null;
      this.tell({ saving: 'stuck' });
      this.later(hasCode(error, 'UNREACHABLE', 'BUSY', 'UNAVAILABLE') ? 5_000 : 60_000);
    }
  }

  /** A value that breaks its rule waits for its next change; the others go on without it, and what was typed since is judged anew. */
  private setAside(named: readonly Refused[], sent: readonly string[], since: readonly string[]): void {
    const faults = named
      .map(({ field, reason }): [string, string] => [pathOf(field, sent), reason])
      .filter(([path]) => !since.some((typed) => isWithin(typed, path) || isWithin(path, typed)));
    const before = this.pending.size;
    for (const [path] of faults) {
      if (!this.pending.delete(path) && this.pending.delete(listOf(path))) {
        this.aside.add(listOf(path));
      }
    }
    this.tell({ faults: { ...without(this.state.faults, sent), ...Object.fromEntries(faults) }, saving: 'refused' });
    if (this.pending.size > 0 && (this.pending.size < before || since.length > 0)) {
      this.later(0);
    }
  }

  private tell(change: Partial<EditingState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

const listOf = (path: string): string => path.split('.')[0] ?? path;

const isWithin = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);

/** The faults but those of these fields, and of what is in them. */
const without = (faults: EditingState['faults'], fields: readonly string[]): EditingState['faults'] =>
  Object.fromEntries(Object.entries(faults).filter(([faulty]) => !fields.some((field) => isWithin(faulty, field))));

interface Refused {
  field: string;
  reason: string;
}

/** Which values are refused: each by the rule that it breaks, or one by the code of the refusal. */
function refusedBy(error: ProblemError): Refused[] {
  const field = error.detail<string>('field');
  return error.detail<Refused[]>('fields') ?? (field === undefined ? [] : [{ field, reason: error.code }]);
}

/** `changes[0].to`, `form.units[0].name`, `units[0].name` and `units.0.name` name the same place. */
function pathOf(field: string, sent: readonly string[]): string {
  const [, index, rest = ''] = /^changes\[(\d+)\](?:\.to)?(.*)$/.exec(field) ?? [];
  const path = index === undefined ? field.replace(/^form\./, '') : `${sent[Number(index)] ?? field}${rest}`;
  return path.replace(/\[(\d+)\]/g, '.$1');
}
