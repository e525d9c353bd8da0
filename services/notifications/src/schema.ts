import { CalendarFeed } from './calendar-feed/calendar-feed.entity';
import { BouncedAddress } from './channels/bounced-address.entity';
import { ChannelChoice } from './channels/channel-choice.entity';
import { QuietHours } from './channels/quiet-hours.entity';
import { Message } from './inbox/message.entity';
import { Mail } from './mail/mail.entity';
import { Notifications20261123000000 } from './migrations/20261123-notifications';
import { SealedAddresses20261127000000 } from './migrations/20261127-sealed-addresses';
import { Deputies20261129000000 } from './migrations/20261129-deputies';
import { OneTimeLinks20261208000000 } from './migrations/20261208-one-time-links';
import { Notices20261209000000 } from './migrations/20261209-notices';
import { NoticeAnswer } from './notices/notice-answer.entity';
import { NoticeCopy } from './notices/notice-copy.entity';
import { NoticeFile } from './notices/notice-file.entity';
import { Notice } from './notices/notice.entity';
import { Channels20261210000000 } from './migrations/20261210-channels';
import { LinkIssuers20261220000000 } from './migrations/20261220-link-issuers';
import { CalendarFeed20261225000000 } from './migrations/20261225-calendar-feed';
import { LateLetters20261227010000 } from './migrations/20261227-late-letters';
import { UntoldByRecipient20261228000000 } from './migrations/20261228-untold-by-recipient';
import { ProvisionalReminders20270102010000 } from './migrations/20270102-provisional-reminders';
import { UrgedCopies20270101010000 } from './migrations/20270101-urged-copies';
import { AppendOnlyReminders20270112000000 } from './migrations/20270112-append-only-reminders';
import { LeavingFiles20270118000000 } from './migrations/20270118-leaving-files';
import { OutboxTrace20270113000000 } from './migrations/20270113-outbox-trace';
import { Organisation } from './recipients/organisation.entity';
import { RecipientPosition } from './recipients/recipient-position.entity';
import { Recipient } from './recipients/recipient.entity';
import { Digest } from './reminders/digest.entity';
import { DigestMark } from './reminders/digest-mark.entity';
import { Reminder } from './reminders/reminder.entity';
import { Sms } from './sms/sms.entity';

export const entities = [
  Organisation,
  Recipient,
  RecipientPosition,
  Message,
  Mail,
  Reminder,
  Digest,
  DigestMark,
  ChannelChoice,
  QuietHours,
  BouncedAddress,
  Sms,
  CalendarFeed,
  ...[Notice, NoticeCopy, NoticeAnswer, NoticeFile],
];
export const migrations = [
  Notifications20261123000000,
  SealedAddresses20261127000000,
  Deputies20261129000000,
  OneTimeLinks20261208000000,
  Notices20261209000000,
  Channels20261210000000,
  LinkIssuers20261220000000,
  CalendarFeed20261225000000,
  LateLetters20261227010000,
  UntoldByRecipient20261228000000,
  UrgedCopies20270101010000,
  ProvisionalReminders20270102010000,
  AppendOnlyReminders20270112000000,
  OutboxTrace20270113000000,
  LeavingFiles20270118000000,
];
