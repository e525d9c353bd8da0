import { Public, Timeless } from '@dengke/service-kit';
import { Controller, Get, Header } from '@nestjs/common';
import { landingPage } from './landing-page';

/** What stands at / until the portal does. */
@Controller()
@Public()
@Timeless()
export class LandingController {
  @Get()
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return landingPage;
  }
}
