import type { NodeProcess } from './house';
import { nodeProcesses } from './house';

/** What `.env.example` says of a variable. */
export interface Setting {
  readonly about: string;
  readonly example: string;
  readonly for: readonly NodeProcess[];
}

const services = ['accounts', 'achievements', 'notifications'] as const;

/** What an operator may set and a process has a default for; handed on when it stands in the environment of `npm start`. */
export const optionalSettings: Readonly<Record<`DENGKE_${string}`, Setting>> = {
  DENGKE_CALL_TIMEOUT_MS: { about: 'How long another service may take to answer', example: '2000', for: [...services, 'gateway'] },
  DENGKE_SESSION_IDLE_MINUTES: { about: 'A session that nobody used for so long ends', example: '15', for: ['accounts'] },
  DENGKE_SESSION_HOURS: { about: 'A session ends after so long, however busy it is', example: '8', for: ['accounts'] },
  DENGKE_STEP_UP_MINUTES: {
    about: 'So long after the second factor was shown, acts marked for step-up are open without it',
    example: '10',
    for: ['accounts'],
  },
  DENGKE_OBJECTS_URL: {
    about: 'S3-compatible store for files instead of the folder: bucket, and a folder of the service’s own, in the path',
    example: '',
    for: services,
  },
  DENGKE_OBJECTS_REGION: { about: 'Region of that store', example: 'us-east-1', for: services },
  DENGKE_OBJECTS_KEY_ID: { about: 'Access key of that store', example: '', for: services },
  DENGKE_OBJECTS_SECRET: { about: 'Secret of that key', example: '', for: services },
  DENGKE_CLAMD_ADDRESS: {
    about: 'clamd that scans files for viruses, tcp://host:port or unix:/path; without it nothing is scanned, and /health/ready says so',
    example: '',
    for: services,
  },
  DENGKE_OTLP_URL: {
    about: 'OpenTelemetry collector that takes spans as OTLP over HTTP, without /v1/traces; without it no spans are kept',
    example: '',
    for: nodeProcesses,
  },
  DENGKE_METRICS_ADDRESS: {
    about: 'Address inside the house where it tells a Prometheus what it does, without a secret; without it, it tells nobody',
    example: '',
    for: ['worker', 'gateway'],
  },
  DENGKE_TRAINING: { about: 'true: people only practise here; prints say so', example: 'false', for: [...services, 'gateway'] },
  DENGKE_EXTRA_EVIDENCE_REQUIRED: {
    about: 'true: what 542 art. 8 asks beside the evidence of the letter is required at submit, not only advised (P21)',
    example: 'false',
    for: ['achievements'],
  },
  DENGKE_MAIL_FROM: { about: 'Sender of our mail', example: '登科 <noreply@dengke.example>', for: ['notifications'] },
  DENGKE_MAIL_ATTEMPTS: { about: 'After so many refusals a mail is a dead letter', example: '8', for: ['notifications'] },
  DENGKE_MAIL_BACKOFF_SECONDS: {
    about: 'Rest after the first refusal of a mail, doubled with each',
    example: '10',
    for: ['notifications'],
  },
  DENGKE_REPORT_COLLECT_SECONDS: {
    about: 'A bundle takes what is registered for so long, in business time',
    example: '3600',
    for: ['achievements'],
  },
  DENGKE_REPORT_MOST_ITEMS: { about: 'With so many items a bundle is full and goes at once', example: '100', for: ['achievements'] },
  DENGKE_REPORT_PAUSE_SECONDS: {
    about: 'Rest after the first try that the registry did not answer, doubled with each up to an hour',
    example: '30',
    for: ['achievements'],
  },
  DENGKE_TRUSTED_PROXIES: {
    about: 'Proxies whose X-Forwarded-For is believed: addresses and networks, comma-separated',
    example: '',
    for: ['gateway'],
  },
  DENGKE_PORTAL_DIR: { about: 'Folder of the built portal', example: 'portal/dist', for: ['gateway'] },
  DENGKE_RATE_PER_SESSION: { about: 'Requests a second that one session may make for ever', example: '300', for: ['gateway'] },
  DENGKE_RATE_PER_ADDRESS: { about: 'Requests a second that one address may make for ever', example: '2000', for: ['gateway'] },
};
