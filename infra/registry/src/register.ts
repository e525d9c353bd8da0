import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleItem, PlainDate, RegistryAnswer, RegistryItemAnswer, ReportKind } from '@dengke/contract';
import type { ReadBundle } from './read-bundle';

/** How the registry behaves, on demand of a test. What has a number is used up by happening. */
export interface Behaviour {
  /** Answers only after so long. */
  slowMs: number;
  /** Refuses the next requests with a status, before it looks at them. */
  refuse: { status: number; times: number } | null;
  /** Takes in the next bundles and cuts the connection instead of answering. */
  loseReplies: number;
  /** Decides only when it has been asked so often about a bundle. */
  decidesAfterAsked: number;
  /** What it says of the next item of a number, once; it takes in everything else. */
  items: Record<string, { answer: 'returned' | 'refused'; reason: string }>;
}

export const goodNatured: Behaviour = { slowMs: 0, refuse: null, loseReplies: 0, decidesAfterAsked: 0, items: {} };

/** One achievement as the nation has it. */
export interface Registered {
  registrationNumber: string;
  name: string;
  receipt: string;
  /** The version that `name` is of. */
  certificateVersion: number;
  cancelledOn: PlainDate | null;
  /** What has taken effect, in order: the ids of the items, each once. */
  effects: { itemId: string; kind: ReportKind; bundleId: string }[];
}

/** Of an item, what the register needs. */
interface Told {
  itemId: string;
  kind: ReportKind;
  registrationNumber: string;
  /** None of what is cancelled as classified. */
  name: string | undefined;
  certificateVersion: number;
  cancelledOn: PlainDate | null;
}

interface TakenIn {
  sha256: string;
  asked: number;
  items: (Told & { said: RegistryItemAnswer })[];
}

interface State {
  behaviour: Behaviour;
  bundles: Record<string, TakenIn>;
  register: Record<string, Registered>;
}

/** What the registry knows, in one JSON file that survives its restarts. Everything happens in one go, so two requests never meet half-way. */
export class Register {
  private readonly file: string;
  private readonly state: State;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, 'registry.json');
    this.state = existsSync(this.file)
      ? (JSON.parse(readFileSync(this.file, 'utf8')) as State)
      : { behaviour: goodNatured, bundles: {}, register: {} };
  }

  get behaviour(): Behaviour {
    return this.state.behaviour;
  }

  behave(changes: Partial<Behaviour>): void {
    this.state.behaviour = { ...this.state.behaviour, ...changes };
    this.keep();
  }

  get entries(): Registered[] {
    return Object.values(this.state.register);
  }

  /** Whether this request is refused; that uses one of the times up. */
  refusal(): number | null {
    const { refuse } = this.behaviour;
    if (refuse === null || refuse.times <= 0) {
      return null;
    }
    this.behave({ refuse: { ...refuse, times: refuse.times - 1 } });
    return refuse.status;
  }

  losesReply(): boolean {
    const { loseReplies } = this.behaviour;
    if (loseReplies > 0) {
      this.behave({ loseReplies: loseReplies - 1 });
    }
    return loseReplies > 0;
  }

  /** The same bundle again changes nothing. @returns null where another content bears its id */
  takeIn({ manifest: { bundleId }, items, sha256 }: ReadBundle): RegistryAnswer | null {
    const known = this.state.bundles[bundleId];
    if (known !== undefined) {
      return known.sha256 === sha256 ? answerOf(bundleId, known) : null;
    }
    const taken: TakenIn = {
      ...{ sha256, asked: 0 },
      items: items.map((item) => ({ ...toldBy(item), said: { itemId: item.itemId, answer: 'waiting' as const } })),
    };
    this.state.bundles[bundleId] = taken;
    this.decideWhenAsked(bundleId, taken);
    this.keep();
    return answerOf(bundleId, taken);
  }

  answersTo(bundleId: string): RegistryAnswer | null {
    const known = this.state.bundles[bundleId];
    if (known === undefined) {
      return null;
    }
    known.asked += 1;
    this.decideWhenAsked(bundleId, known);
    this.keep();
    return answerOf(bundleId, known);
  }

  /** As if its disk had been lost. */
  forgetBundles(): void {
    this.state.bundles = {};
    this.keep();
  }

  private decideWhenAsked(bundleId: string, taken: TakenIn): void {
    if (taken.asked < this.behaviour.decidesAfterAsked) {
      return;
    }
    for (const item of taken.items.filter(({ said }) => said.answer === 'waiting')) {
      const { [item.registrationNumber]: ordered, ...others } = this.behaviour.items;
      this.state.behaviour = { ...this.behaviour, items: others };
      item.said = ordered === undefined ? this.registered(bundleId, item) : { itemId: item.itemId, ...ordered };
    }
  }

  /** One entry by number (P37): what is registered there already is not registered again, and what is not there cannot change. */
  private registered(bundleId: string, item: Told): RegistryItemAnswer {
    const { itemId, kind, registrationNumber, name, certificateVersion } = item;
    if (kind === 'registration') {
      const receipt = `N${String(this.entries.length + 1).padStart(8, '0')}`;
      const nothing = { receipt, certificateVersion: 0, cancelledOn: null, effects: [] };
      this.state.register[registrationNumber] ??= { registrationNumber, name: name ?? '', ...nothing };
    }
    const entry = this.state.register[registrationNumber];
    if (entry === undefined) {
      return { itemId, answer: 'refused', reason: '无此登记号' };
    }
    if (isNews(entry, item)) {
      Object.assign(entry, { name: name ?? entry.name, certificateVersion }, kind === 'cancellation' && { cancelledOn: item.cancelledOn });
      entry.effects.push({ itemId, kind, bundleId });
    }
    return { itemId, answer: 'acknowledged', receipt: entry.receipt };
  }

  private keep(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(this.state, undefined, 2));
    renameSync(`${this.file}.new`, this.file);
  }
}

/** A version that is older than what stands there changes nothing, nor does anything that is cancelled already. */
const isNews = ({ certificateVersion, cancelledOn }: Registered, told: Told): boolean =>
  cancelledOn === null && (told.kind === 'cancellation' || told.certificateVersion > certificateVersion);

const toldBy = (item: BundleItem): Told => ({
  ...{ itemId: item.itemId, kind: item.kind, registrationNumber: item.registrationNumber, name: item.registered?.name },
  ...{ certificateVersion: item.certificateVersion, cancelledOn: item.kind === 'cancellation' ? item.cancelledOn : null },
});

const answerOf = (bundleId: string, { items }: TakenIn): RegistryAnswer => ({ bundleId, items: items.map(({ said }) => said) });
