import { CredentialApplication } from './credential-applications/credential-application.entity';
import { Credential } from './credentials/credential.entity';
import { FormerPassword } from './credentials/former-password.entity';
import { FirstPasswordLink } from './first-passwords/first-password-link.entity';
import { PeopleAndGraphs2026112200000 } from './migrations/20261122-people-and-graphs';
import { SecondFactor2026112600000 } from './migrations/20261126-second-factor';
import { SealedContacts2026112700000 } from './migrations/20261127-sealed-contacts';
import { RightsAndDuties2026112800000 } from './migrations/20261128-rights-and-duties';
import { Applications2026112900000 } from './migrations/20261129-applications';
import { GraphChanges2026112900000 } from './migrations/20261129-graph-changes';
import { FirstPasswordLinks2026120800000 } from './migrations/20261208-first-password-links';
import { ApplicationLimits2027010100000 } from './migrations/20270101-application-limits';
import { LeavingFiles2027011800000 } from './migrations/20270118-leaving-files';
import { OutboxTrace2027011300000 } from './migrations/20270113-outbox-trace';
import { Organisation } from './organisations/organisation.entity';
import { Unit } from './organisations/unit.entity';
import { OrganiserApplication } from './organiser-applications/organiser-application.entity';
import { OrganiserScanRow } from './organiser-applications/organiser-scan.entity';
import { Person } from './people/person.entity';
import { PositionRow } from './people/position.entity';
import { PositionRight } from './rights/position-right.entity';
import { RouteLegRow } from './routes/route-leg.entity';
import { ReviewRouteRow } from './routes/route.entity';
import { Passkey } from './second-factor/passkey.entity';
import { RecoveryCode } from './second-factor/recovery-code.entity';
import { TotpSecret } from './second-factor/totp-secret.entity';
import { Session } from './sessions/session.entity';
import { AddressFailure } from './sign-in/address-failure.entity';
import { LoginAttempts } from './sign-in/login-attempts.entity';

/** The schema of accounts: nobody else reads it. */
export const database = {
  entities: [
    Organisation,
    Unit,
    Person,
    PositionRow,
    PositionRight,
    Credential,
    FormerPassword,
    FirstPasswordLink,
    TotpSecret,
    RecoveryCode,
    Passkey,
    Session,
    LoginAttempts,
    AddressFailure,
    ReviewRouteRow,
    RouteLegRow,
    CredentialApplication,
    OrganiserApplication,
    OrganiserScanRow,
  ],
  migrations: [
    PeopleAndGraphs2026112200000,
    SecondFactor2026112600000,
    SealedContacts2026112700000,
    RightsAndDuties2026112800000,
    Applications2026112900000,
    GraphChanges2026112900000,
    FirstPasswordLinks2026120800000,
    ApplicationLimits2027010100000,
    OutboxTrace2027011300000,
    LeavingFiles2027011800000,
  ],
};
