import { isZone } from '../../../kernel/calendar/day.ts';
import { isNamedZone, zoneWords } from '../../../kernel/calendar/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { fieldId } from '../../../ui/index.ts';

/** One place for each offset that many live by; any other zone can be asked for in the address. */
const OFFERED = [
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Mexico_City',
  'America/New_York',
  'America/Santiago',
  'America/Montevideo',
  'Atlantic/Azores',
  'UTC',
  'Europe/London',
  'Africa/Lagos',
  'Europe/Paris',
  'Africa/Cairo',
  'Europe/Tallinn',
  'Asia/Jerusalem',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Seoul',
  'Australia/Sydney',
  'Pacific/Auckland',
] as const;

/** The zone that a reader asked for with `?zone=`; undefined where it is none. */
export function askedZone(asked: string | undefined): string | undefined {
  return asked !== undefined && asked.length <= 60 && isNamedZone(asked) && isZone(asked) ? asked : undefined;
}

interface ZonePickerProps {
  page: PageContext;
  action: string;
  chosen: string | undefined;
  /** Zones that belong to what is shown, the first before all others. */
  own: readonly string[];
  /** Words of the choice without a zone. */
  none: string;
  /** A moment at which offsets are said. */
  at: Date;
  /** Query parameters that stay. */
  keep?: Readonly<Record<string, string>>;
}

/** By whose clocks times are shown; a GET form, so that the answer has an address. */
export function ZonePicker({ page, action, chosen, own, none, at, keep = {} }: ZonePickerProps) {
  const zones = [...new Set([...own, ...(chosen === undefined ? [] : [chosen]), ...OFFERED])];
  return (
    <form class="kn-search" method="get" action={action}>
      <label class="ds-label" for={fieldId('zone')}>
        {page.t('events.zone.label')}
      </label>
      <div>
        <select class="ds-input" id={fieldId('zone')} name="zone">
          <option value="">{none}</option>
          {zones.map((zone) => (
            <option value={zone} selected={zone === chosen || undefined}>
              {zoneWords(zone, at, page.locale)}
            </option>
          ))}
        </select>
        <button class="ds-button" type="submit" data-variant="secondary">
          {page.t('events.zone.button')}
        </button>
      </div>
      {Object.entries(keep).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </form>
  );
}
