import { IsOptional, IsString, IsUrl, Matches, ValidateIf } from 'class-validator';
import { Env } from './config';
import { ServiceConfig } from './service-config';

const HTTP = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };
const isElsewhere = ({ objectsUrl }: FilesConfig): boolean => objectsUrl !== undefined;

/** What a service that takes files is given beside. */
export class FilesConfig extends ServiceConfig {
  /** Where what arrives is staged, and, without an object store, lies content-addressed. */
  @Env('DENGKE_FILES_DIR') @IsString() readonly filesDir!: string;

  /** An S3-compatible store, its bucket (and a folder of this service's own) in the path; then blobs lie there. */
  @Env('DENGKE_OBJECTS_URL') @IsOptional() @IsUrl(HTTP) readonly objectsUrl?: string;
  @Env('DENGKE_OBJECTS_REGION') @IsString() readonly objectsRegion: string = 'us-east-1';
  @Env('DENGKE_OBJECTS_KEY_ID') @ValidateIf(isElsewhere) @IsString() readonly objectsKeyId?: string;
  @Env('DENGKE_OBJECTS_SECRET') @ValidateIf(isElsewhere) @IsString() readonly objectsSecret?: string;

  /** clamd: `tcp://host:port` or `unix:/path`. Without it nothing is scanned. */
  @Env('DENGKE_CLAMD_ADDRESS')
  @IsOptional()
  @Matches(/^(tcp:\/\/[\w.[\]:-]+:\d+|unix:\/.+)$/)
  readonly clamdAddress?: string;
}
