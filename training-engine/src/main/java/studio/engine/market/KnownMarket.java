package studio.engine.market;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where candles of the world usually open: a zone, and the time of its day at which a day or a session begins. The order
 * decides between places that the times at hand cannot tell apart, such as a winter's worth of 22:00 UTC.
 *
 * @param opens minute of the zone's day
 * @param closes the same; equal to {@code opens} for a day that is traded around the clock, or of which only the date counts
 */
record KnownMarket(ZoneId zone, int opens, int closes) {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    static final int US_OPEN = 9 * 60 + 30;
    static final int US_CLOSE = 16 * 60;
    static final int CURRENCY_TURN = 17 * 60;

    /** Sessions of exchanges; their hours as of 2024. */
    static final List<KnownMarket> SESSIONS = List.of(
            new KnownMarket(NEW_YORK, US_OPEN, US_CLOSE),
            new KnownMarket(NEW_YORK, 4 * 60, 20 * 60),
            new KnownMarket(LONDON, 8 * 60, 16 * 60 + 30),
            new KnownMarket(BERLIN, 9 * 60, 17 * 60 + 30),
            new KnownMarket(BERLIN, 8 * 60, 22 * 60),
            new KnownMarket(KOLKATA, 9 * 60 + 15, 15 * 60 + 30),
            new KnownMarket(TOKYO, 9 * 60, 15 * 60),
            new KnownMarket(TOKYO, 9 * 60, 15 * 60 + 30),
            new KnownMarket(HONG_KONG, 9 * 60 + 30, 16 * 60),
            new KnownMarket(HONG_KONG, 9 * 60 + 30, 15 * 60),
            new KnownMarket(SYDNEY, 10 * 60, 16 * 60),
            new KnownMarket(SAO_PAULO, 10 * 60, 17 * 60));

    /** Turns of the day, and what else candles of a day are stamped with. */
    static final List<KnownMarket> DAYS = Stream.concat(
                    Stream.of(
                            day(ZoneOffset.UTC, 0),
                            day(NEW_YORK, 0),
                            day(NEW_YORK, CURRENCY_TURN),
                            day(NEW_YORK, US_OPEN),
                            day(LONDON, 0),
                            day(BERLIN, 0),
                            day(ATHENS, 0),
                            day(KOLKATA, 0),
                            day(TOKYO, 0),
                            day(HONG_KONG, 0),
                            day(SYDNEY, 0),
                            day(CHICAGO, CURRENCY_TURN),
                            day(CHICAGO, 0),
                            day(SAO_PAULO, 0)),
                    SESSIONS.stream().map(m -> day(m.zone(), m.opens())))
            .distinct()
            .toList();

    /** Every zone of them once, UTC first. */
    static final List<ZoneId> ZONES =
            DAYS.stream().map(KnownMarket::zone).distinct().toList();

    private static KnownMarket day(ZoneId zone, int opens) {
        return new KnownMarket(zone, opens, opens);
    }
}
