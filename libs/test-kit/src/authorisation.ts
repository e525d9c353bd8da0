import { reported } from './report';

/** An answer as the matrix judges it. */
export interface Answered {
  status: number;
  body: unknown;
}
/** One call that was judged: who, which route, what, and how the caller is related to it. */
export interface Case {
  caller: string;
  route: string;
  target: string;
  relation: string;
}
export interface Leak extends Case {
  why: string;
}
export interface MatrixCounts {
  routes: number;
  relations: string[];
  cases: number;
  leaks: number;
}

/** What is left of an answer without what is its own: the trace, and the id that was asked for. */
const bare = ({ status, body }: Answered, target: string): string =>
  `${status} ${JSON.stringify(body, (key, value: unknown) => (key === 'traceId' ? '' : value)).replaceAll(target, '<id>')}`;

/** Every route × who calls × what it names. What is forbidden must look exactly like what does not exist. */
export class AuthorisationMatrix {
  readonly leaks: Leak[] = [];
  private readonly relations = new Set<string>();
  private readonly routes = new Set<string>();
  private cases = 0;

  /** The answer must be the one that a target that does not exist gets, a refusal, and without a word of what is kept. */
  hides(of: Case, answer: Answered, unknown: Answered, unknownTarget: string, kept: readonly string[] = [], silent = false): void {
    const text = JSON.stringify(answer.body) ?? '';
    const told = kept.filter((word) => text.includes(word));
    this.judge(of, [
      [silent || answer.status >= 400, `answered ${answer.status}`],
      [answer.status < 500, `failed with ${answer.status}`],
      [bare(answer, of.target) === bare(unknown, unknownTarget), `${bare(answer, of.target)} is not ${bare(unknown, unknownTarget)}`],
      [told.length === 0, `tells ${told.join(', ')}`],
    ]);
  }

  /** What is allowed is there: otherwise nothing would be proved by hiding. */
  shows(of: Case, { status }: Answered): void {
    this.judge(of, [[status >= 200 && status < 300, `is hidden: ${status}`]]);
  }

  /** One of these statuses, and without a word of what is kept. */
  refuses(of: Case, { status, body }: Answered, expected: readonly number[], kept: readonly string[] = []): void {
    const text = JSON.stringify(body) ?? '';
    this.judge(of, [
      [expected.includes(status), `answered ${status} ${text}, not ${expected.join(' or ')}`],
      [!kept.some((word) => text.includes(word)), `tells ${text}`],
    ]);
  }

  /** A list holds nothing but what the table allows. */
  holds(of: Case, found: readonly string[], allowed: (id: string) => boolean): void {
    const beyond = found.filter((id) => !allowed(id));
    this.judge(of, [[beyond.length === 0, `lists ${beyond.slice(0, 5).join(', ')}`]]);
  }

  get counts(): MatrixCounts {
    return { routes: this.routes.size, relations: [...this.relations].sort(), cases: this.cases, leaks: this.leaks.length };
  }

  private judge(of: Case, claims: readonly (readonly [holds: boolean, why: string])[]): void {
    this.cases += 1;
    this.relations.add(of.relation);
    this.routes.add(of.route);
    const broken = claims.filter(([holds]) => !holds).map(([, why]) => why);
    if (broken.length > 0) {
      this.leaks.push({ ...of, why: broken.join('; ') });
    }
  }
}

/** Runs so many at a time, in their order. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 8): Promise<void> {
  const waiting = [...items].reverse();
  const worker = async (): Promise<void> => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

interface Report {
  services: Record<string, MatrixCounts>;
}

/** Writes the service's part of docs/reports/authorisation.json, and the sums, where `DENGKE_REPORT=authorisation` asks for it. */
export function reportAuthorisation(service: string, counts: MatrixCounts, mariadb: string): void {
  reported<Report & MatrixCounts>('authorisation', mariadb, (before) => {
    const services = Object.fromEntries(
      Object.entries({ ...before?.services, [service]: counts }).sort(([one], [other]) => (one < other ? -1 : 1)),
    );
    const sum = (what: 'routes' | 'cases' | 'leaks'): number => Object.values(services).reduce((total, part) => total + part[what], 0);
    return {
      routes: sum('routes'),
      relations: [...new Set(Object.values(services).flatMap(({ relations }) => relations))].sort(),
      cases: sum('cases'),
      leaks: sum('leaks'),
      services,
    };
  });
}
