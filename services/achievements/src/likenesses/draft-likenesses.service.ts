import type { Evidence, PartialForm } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { warns } from './likeness-rows';
import type { DraftLikeness, DraftLikenesses } from './likenesses.dto';
import { publicRows, twinsOf } from './public-rows';
import { TitleWatch } from './title-watch.service';
import { marksOf } from './marks';
import { reasonsOf } from './reasons';

interface OfDraft {
  draftId: string;
  unitId: string;
  form: PartialForm;
  evidence: readonly Evidence[];
}

/** Looked at are more than are shown: some of the nearest are not for the completer's eyes. */
const LOOKED_AT = 20;
const SHOWN = 5;

/**
 * What a draft is like, for its completer before submit: of his own unit, and what is registered. What others have under way is theirs until it is
 * registered, and a draft can be given any name: not even that it exists is told (decision 0014).
 */
@Injectable()
export class DraftLikenessesService {
  constructor(
    private readonly database: DataSource,
    private readonly titles: TitleWatch,
  ) {}

  async of({ draftId, unitId, form, evidence }: OfDraft): Promise<DraftLikenesses> {
    const { manager } = this.database;
    const { name = '' } = form;
    const near = new Map(this.titles.like(name, unitId, LOOKED_AT).map(({ serial, score }) => [serial, score]));
    const marks = marksOf(form, evidence);
    const twins = await twinsOf(manager, marks);
    const rows = await publicRows(manager, [...near.keys(), ...twins.map(({ serial }) => serial)], { unitId, draftId });
    const items = rows.map(({ isOwn, ...row }): DraftLikeness => {
      const score = near.get(row.serial) ?? null;
      const same = marks.filter((mark) =>
        twins.some(({ serial, kind, value }) => serial === row.serial && kind === mark.kind && value === mark.value),
      );
      const serial = isOwn ? row.serial : null;
      return {
        ...row,
        serial,
        score,
        warns: warns({ score, sameNumber: same.length > 0 }),
        reasons: reasonsOf(name, row.name, score, same),
      };
    });
    items.sort((a, b) => b.reasons.length - a.reasons.length || (b.score ?? 0) - (a.score ?? 0));
    return { namesCompared: this.titles.isReady, items: items.slice(0, SHOWN) };
  }
}
