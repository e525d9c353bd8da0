import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { creatableKinds, doors, graphChangeKinds, roles } from '@dengke/contract';
import type {
  Appointment,
  AreaChange,
  Door,
  GraphChange,
  GraphChangeKind,
  NewOrganisation,
  NewPlace,
  Role,
  UnitDetails,
} from '@dengke/contract';

type Change<K extends GraphChangeKind> = Extract<GraphChange, { kind: K }>;

const together =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) =>
    decorators.forEach((decorate) => decorate(target, property));

/** May be left out, but is not null. */
const Given = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
const Nullable = (): PropertyDecorator => ValidateIf((_, value) => value !== null);
const Id = (): PropertyDecorator => together(IsString(), Length(1, 64));
const Ids = (): PropertyDecorator =>
  together(IsArray(), ArrayMaxSize(1000), ArrayUnique(), IsString({ each: true }), MaxLength(64, { each: true }));
const Words = (most: number): PropertyDecorator => together(IsString(), Length(1, most), Matches(/\S/));
const AreaCode = (): PropertyDecorator => Matches(/^\d{2}(\d{2}){0,2}$/);
const Doors = (): PropertyDecorator => together(IsArray(), ArrayMinSize(1), ArrayUnique(), IsIn(doors, { each: true }));

class UnitDetailsDto implements UnitDetails {
  @Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/) uscc!: string;
  @Words(20) unitKind!: string;
  @Id() organiserId!: string;
  @Nullable() @Words(20) field!: string | null;
  @Doors() doors!: Door[];
  @IsBoolean() ownOrganiser!: boolean;
  @IsBoolean() singlePerson!: boolean;
}

class NewOrganisationDto implements NewOrganisation {
  @Words(200) name!: string;
  @IsIn(creatableKinds) kind!: NewOrganisation['kind'];
  @AreaCode() areaCode!: string;
  @Id() credentialParentId!: string;
  @Id() noticeParentId!: string;
  @Given() @Words(60) organiserKind?: string;
  @Words(60) contactOffice!: string;
  @Words(30) contactPhone!: string;
  @Given() @ValidateNested() @Type(() => UnitDetailsDto) unit?: UnitDetailsDto;
}

class NewPlaceDto implements NewPlace {
  @Given() @Id() credentialParentId?: string;
  @Given() @Id() noticeParentId?: string;
  @Given() @Id() organiserId?: string;
  @Given() @AreaCode() areaCode?: string;
  @Given() @Nullable() @Words(20) field?: string | null;
  @Given() @Doors() doors?: Door[];
  @Given() @IsBoolean() ownOrganiser?: boolean;
}

class RoleInNewDto implements Omit<Appointment, 'organisationId'> {
  @Id() personId!: string;
  @IsIn(roles) role!: Role;
}

class AppointmentDto extends RoleInNewDto implements Appointment {
  @Id() organisationId!: string;
}

class AreaChangeDto implements AreaChange {
  @AreaCode() from!: string;
  @AreaCode() to!: string;
}

/** The kind says which of the others it is. */
class AnyChangeDto {
  @IsIn(graphChangeKinds) kind!: GraphChangeKind;
}

class CreateDto extends AnyChangeDto implements Change<'create'> {
  declare kind: 'create';
  @IsDefined() @ValidateNested() @Type(() => NewOrganisationDto) organisation!: NewOrganisationDto;
}
class TransferDto extends AnyChangeDto implements Change<'transfer'> {
  declare kind: 'transfer';
  @Id() organisationId!: string;
  @IsDefined() @ValidateNested() @Type(() => NewPlaceDto) to!: NewPlaceDto;
}
class RenameDto extends AnyChangeDto implements Change<'rename'> {
  declare kind: 'rename';
  @Id() organisationId!: string;
  @Given() @Words(200) name?: string;
  @Given() @Words(60) contactOffice?: string;
  @Given() @Words(30) contactPhone?: string;
}
class MergeDto extends AnyChangeDto implements Change<'merge'> {
  declare kind: 'merge';
  @Id() organisationId!: string;
  @Id() intoId!: string;
  @Given() @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => AreaChangeDto) areas?: AreaChangeDto[];
}
class SplitDto extends AnyChangeDto implements Change<'split'> {
  declare kind: 'split';
  @Id() organisationId!: string;
  @IsDefined() @ValidateNested() @Type(() => NewOrganisationDto) organisation!: NewOrganisationDto;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => RoleInNewDto) people!: RoleInNewDto[];
  @Ids() organisationIds!: string[];
}
class CloseDto extends AnyChangeDto implements Change<'close'> {
  declare kind: 'close';
  @Id() organisationId!: string;
  @Nullable() @Id() successorId!: string | null;
}
class RevokeDto extends AnyChangeDto implements Change<'revoke'> {
  declare kind: 'revoke';
  @Id() organisationId!: string;
  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => AppointmentDto) appointments!: AppointmentDto[];
}
class HandOverDto extends AnyChangeDto implements Change<'handOver'> {
  declare kind: 'handOver';
  @Id() organisationId!: string;
  @Id() toId!: string;
  @Given() @Ids() organisationIds?: string[];
}

const kinds: Record<GraphChangeKind, new () => AnyChangeDto> = {
  create: CreateDto,
  transfer: TransferDto,
  rename: RenameDto,
  merge: MergeDto,
  split: SplitDto,
  close: CloseDto,
  revoke: RevokeDto,
  handOver: HandOverDto,
};
const subTypes = graphChangeKinds.map((name) => ({ name, value: kinds[name] }));
const mapping = Object.fromEntries(subTypes.map(({ name, value }) => [name, getSchemaPath(value)]));

@ApiExtraModels(...subTypes.map(({ value }) => value))
export class PreviewChangeDto {
  @ApiProperty({ oneOf: subTypes.map(({ value }) => ({ $ref: getSchemaPath(value) })), discriminator: { propertyName: 'kind', mapping } })
  @IsDefined()
  @ValidateNested()
  @Type(() => AnyChangeDto, { discriminator: { property: 'kind', subTypes }, keepDiscriminatorProperty: true })
  change!: GraphChange;
}

export class ChangeGraphDto extends PreviewChangeDto {
  /** As the preview answered it: whoever decides has seen what the change does. */
  @Matches(/^[0-9a-f]{64}$/) version!: string;
  @Words(2000) reason!: string;
}
