import { Controller, Get, Module, Post, Put } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { aCaller, anEnvironment, httpOf, someTokens } from '@dengke/test-kit';
import type { TestTokens } from '@dengke/test-kit';
import type { Caller, Duty } from '@dengke/contract';
import { createService } from '../boot/create-service';
import { readConfig } from '../config/config';
import { HouseConfig } from '../config/service-config';
import { Act, OpenWhile, Public, SignedIn, StepUp } from '../http/access';

@Controller('doors')
@SignedIn()
class DoorsController {
  @Get('ordinary') ordinary() {
    return {};
  }
  @Get('enrolment') @OpenWhile('enrol') enrolment() {
    return {};
  }
  @Get('me') @OpenWhile('change-password', 'enrol', 'second-factor') me() {
    return {};
  }
  @Get('rights') @StepUp() rights() {
    return {};
  }
  @Post('approval') @Act() @StepUp() approval() {
    return {};
  }
  @Put('note') @OpenWhile('enrol') note() {
    return {};
  }
}
@Module({ controllers: [DoorsController] })
class DoorsModule {}

@Controller('forgotten')
class ForgottenController {
  @Get() @Public() @StepUp() nobody() {
    return {};
  }
  @Get('file') @SignedIn() @ApiProduces('application/pdf') file() {
    return {};
  }
}
@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

const inMinutes = (minutes: number): string => new Date(Date.parse('2026-03-02T01:00:00.000Z') + minutes * 60_000).toISOString();

describe('the guard', () => {
  let tokens: TestTokens;
  let app: NestFastifyApplication;
  const definition = (module: typeof DoorsModule) => ({
    title: 'doors',
    module,
    config: readConfig(HouseConfig, anEnvironment()),
    authority: tokens.authority,
  });
  beforeAll(async () => {
    jest.useFakeTimers({ now: new Date(inMinutes(0)), advanceTimers: true });
    tokens = await someTokens();
    app = await createService(definition(DoorsModule));
  });
  afterAll(async () => {
    await app.close();
    jest.useRealTimers();
  });
  const ask = async (caller: Caller, door: string) => (await httpOf(app, tokens).as(caller).get(`/doors/${door}`)).body.code ?? 'open';

  it.each<[Duty, string, string]>([
    ['change-password', 'PASSWORD_MUST_CHANGE', 'PASSWORD_MUST_CHANGE'],
    ['enrol', 'SECOND_FACTOR_NOT_ENROLLED', 'open'],
    ['second-factor', 'SECOND_FACTOR_NEEDED', 'SECOND_FACTOR_NEEDED'],
  ])('opens to who must do something first (%s) only what does it', async (must, ordinary, enrolment) => {
    const caller = { ...aCaller(), must };

    expect([await ask(caller, 'ordinary'), await ask(caller, 'enrolment'), await ask(caller, 'me')]).toEqual([ordinary, enrolment, 'open']);
  });

  it('asks for the second factor where it was shown too long ago, and not of those who have none', async () => {
    const shown = (steppedUpUntil: string): Caller => ({ ...aCaller(), steppedUpUntil });

    expect(await ask(shown(inMinutes(1)), 'rights')).toBe('open');
    expect(await ask(shown(inMinutes(0)), 'rights')).toBe('STEP_UP_NEEDED');
    expect(await ask(shown(inMinutes(-5)), 'ordinary')).toBe('open');
    expect(await ask(aCaller(), 'rights')).toBe('open');
    const act = await httpOf(app, tokens)
      .as(shown(inMinutes(-5)))
      .post('/doors/approval', {}, { key: 'key-00000001' });
    expect(act.body).toMatchObject({ code: 'STEP_UP_NEEDED', status: 403 });
  });

  it('asks accounts again for whatever does more than read, though it is no act and the token has not run out', async () => {
    const write = async (caller: Caller) => (await httpOf(app, tokens).as(caller).put('/doors/note', {})).body.code ?? 'open';
    const [caller, enrolling] = [aCaller({}, 'person-leaving'), { ...aCaller({}, 'person-enrolling'), must: 'enrol' as const }];
    expect([await write(caller), await write(enrolling)]).toEqual(['open', 'open']);

    tokens.revoke('person-leaving');
    expect([await write(caller), await ask(caller, 'ordinary')]).toEqual(['NOT_SIGNED_IN', 'open']);
  });

  it('does not boot where nobody in particular would have to step up, or a file stays open to who has left', async () => {
    await expect(createService(definition(ForgottenModule))).rejects.toThrow(
      /ForgottenController\.nobody is an act of nobody.*ForgottenController\.file answers a file without asking accounts again/,
    );
  });
});
