/** A scenario as its JSON has it, so far as the oracle reads it, and what it says must come of it. Days and times are Shanghai's, as text. */
export type Day = string;
export type Time = string;

export const limited = ['unit', 'municipal', 'organiser', 'department', 'ministry', 'returned'] as const;
export type Limited = (typeof limited)[number];

export interface Unit {
  /** The bureau of its city, where there is that door. */
  municipal: string | null;
  organiser: string;
  /** One person alone is the whole unit: he may release what he submitted. */
  alone: boolean;
}

export interface Desk {
  /** Who sits there, by login. */
  people: string[];
  superAdmins: string[];
}

export interface World {
  /** Days off on weekdays and worked days on weekends; every other day is as its weekday. */
  calendar: { off: Day[]; madeUp: Day[] };
  /** Working days. */
  limits: Record<Limited, number>;
  department: string;
  ministry: string;
  units: Record<string, Unit>;
  /** Of organisations and units. */
  desks: Record<string, Desk>;
}

export interface Planned {
  unit: string;
  completer: string;
  door?: string;
  category: string;
  name: string;
  evidence: [kind: string, issuedOn: Day][];
}

export interface Window {
  id: string;
  registrationYear: number;
  resultFrom: Day;
  resultTo: Day;
  opensOn: Day;
  cutOffOn: Day;
  paperFrom: Day;
  paperTo: Day;
}

export type Step = [time: Time, who: string, what: string, refs: string[]];

export interface Scenario {
  from: Time;
  until: Time;
  world: World;
  windows: Window[];
  submissions: Record<string, Planned>;
  steps: Step[];
}

export type Outcome = 'transmitted' | 'carried-over' | 'returned' | 'withdrawn' | 'rejected';
export type Account = Record<Outcome | 'entered' | 'residual', number>;

export interface End {
  refs: string[];
  state: string;
  mode: string;
  windowOutcome: string | null;
  registrationYear: number;
  approvedOn: string | null;
}

export interface Prediction {
  windows: Record<
    string,
    {
      events: [act: string, time: Time][];
      account: Account & { refusedAtSubmit: Record<string, number> };
      accounts: Record<string, Account>;
      sheets: Record<string, string[]>;
    }
  >;
  refused: string[];
  ends: End[];
  byTime: [act: string, time: Time, refs: string[]][];
  deadlines: { refs: string[]; due: string[] }[];
  reminders: [on: Day, rung: string, refs: string[], logins: string[]][];
}
