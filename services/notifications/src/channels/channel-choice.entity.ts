import type { MessageTopic } from '@dengke/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How one person wants the messages of one topic, beside the inbox. Written by himself, or through the link of a mail; who has no row
 * has made no choice.
 */
@Entity('channel_choice')
export class ChannelChoice {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @PrimaryColumn({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin' })
  topic!: MessageTopic;

  @Column({ type: 'boolean' })
  mail!: boolean;

  @Column({ type: 'boolean' })
  sms!: boolean;
}
