package studio.server.marketdata.file;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that programs, vendors and exchanges give to columns, in the languages that spreadsheets are kept in. */
final class ColumnNames {
    /** Times in order of preference: what is surely the open before what may be the close. */
    static final List<String> TIMES = List.of(
            "open time",
            "opentime",
            "timeopen",
            "time open",
            "open timestamp",
            "opentimestamp",
            "candle begin time",
            "period start",
            "time period start",
            "start time",
            "starttime",
            "start",
            "begin",
            "timestamp",
            "unix",
            "unix timestamp",
            "unixtime",
            "unix time",
            "ts",
            "ts event",
            "epoch",
            "datetime",
            "date time",
            "gmt time",
            "utc time",
            "local time",
            "date",
            "time",
            "t",
            "day",
            "datum",
            "zeit",
            "zeitstempel",
            "zeitpunkt",
            "datum uhrzeit",
            "datum zeit",
            "horodatage",
            "date heure",
            "fecha",
            "fecha hora",
            "data",
            "data ora",
            "data hora",
            "datetime utc",
            "time utc",
            "date utc",
            "timestamp utc");

    /** The time of day where the date stands alone. */
    static final List<String> TIMES_OF_DAY =
            List.of("time", "time of day", "hour", "uhrzeit", "zeit", "heure", "hora", "ora", "timestamp");

    static final List<String> OPEN = List.of(
            "open",
            "open price",
            "openprice",
            "price open",
            "o",
            "mid o",
            "eroffnung",
            "eroffnungskurs",
            "eroffnungspreis",
            "eroffnen",
            "erster",
            "ouverture",
            "ouv",
            "premier",
            "apertura",
            "abertura",
            "opening",
            "opening price",
            "first");
    static final List<String> HIGH = List.of(
            "high",
            "high price",
            "highprice",
            "price high",
            "h",
            "max",
            "mid h",
            "hoch",
            "hochst",
            "hochstkurs",
            "tageshoch",
            "haut",
            "plus haut",
            "+ haut",
            "maximo",
            "massimo",
            "maxima",
            "alto",
            "highest",
            "highest price");
    static final List<String> LOW = List.of(
            "low",
            "low price",
            "lowprice",
            "price low",
            "l",
            "min",
            "mid l",
            "tief",
            "tiefst",
            "tiefstkurs",
            "tagestief",
            "bas",
            "plus bas",
            "+ bas",
            "minimo",
            "minima",
            "bajo",
            "lowest",
            "lowest price");
    static final List<String> CLOSE = List.of(
            "close",
            "close price",
            "closeprice",
            "price close",
            "c",
            "mid c",
            "close/last",
            "last",
            "last price",
            "schluss",
            "schlusskurs",
            "schlusspreis",
            "letzter",
            "zuletzt",
            "cloture",
            "fermeture",
            "dernier",
            "clot",
            "cierre",
            "ultimo",
            "chiusura",
            "fechamento",
            "closing",
            "closing price",
            "price",
            "latest");
    static final List<String> VOLUMES = List.of(
            "volume",
            "base volume",
            "basevolume",
            "volume base",
            "volumefrom",
            "tickvol",
            "tick volume",
            "tickvolume",
            "stuck",
            "stucke",
            "stuecke",
            "shares",
            "vol",
            "v",
            "volumen",
            "volumes",
            "quantity",
            "qty",
            "total volume",
            "base asset volume",
            "trade volume",
            "volume traded",
            "umsatz stuck",
            "quantidade",
            "cantidad");
    /** Amounts in the quote currency, where the name says it. */
    static final List<String> QUOTE_VOLUMES = List.of(
            "quote volume",
            "quotevolume",
            "quote asset volume",
            "volume quote",
            "quote av",
            "volumeto",
            "turnover",
            "amount",
            "umsatz",
            "q",
            "volume currency",
            "value",
            "sum");

    static final List<String> ADJUSTED_CLOSE =
            List.of("adj close", "adjclose", "adjusted close", "adjustedclose", "close adj", "closeadj");
    /** What parts instruments, exchanges and timeframes that one file holds. */
    static final Set<String> INSTRUMENTS = Set.of(
            "symbol",
            "symbols",
            "ticker",
            "tic",
            "pair",
            "pairs",
            "currency pair",
            "instrument",
            "instrument id",
            "market",
            "product",
            "product id",
            "coin",
            "asset",
            "security",
            "isin",
            "wkn",
            "cusip",
            "sedol",
            "figi",
            "ric",
            "code",
            "stock",
            "stock code",
            "ts code",
            "contract",
            "name",
            "company",
            "act symbol",
            "base",
            "quote",
            "base currency",
            "currency",
            "token",
            "crypto",
            "slug",
            "s",
            "exchange",
            "venue",
            "interval",
            "timeframe",
            "period",
            "per",
            "granularity",
            "resolution",
            "i",
            "wertpapier",
            "titel",
            "symbole",
            "simbolo",
            "valeur",
            "titre",
            "id coin",
            "underlying",
            "series",
            "series id",
            "sym",
            "inst id",
            "instid");
    /** Flags of candles that are over; the value of one that is not. */
    static final Set<String> FINISHED = Set.of(
            "confirm",
            "confirmed",
            "complete",
            "completed",
            "closed",
            "is closed",
            "isclosed",
            "is final",
            "isfinal",
            "final",
            "finished",
            "is complete",
            "window close",
            "x");

    /** Currencies that things are priced in, as they end the names of volumes. */
    private static final Set<String> QUOTES = Set.of(
            "usd",
            "usdt",
            "usdc",
            "busd",
            "tusd",
            "dai",
            "eur",
            "gbp",
            "jpy",
            "krw",
            "try",
            "aud",
            "cad",
            "chf",
            "brl",
            "fdusd",
            "inr",
            "rub",
            "cny",
            "currency",
            "quote");

    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,2}[a-z]?\\.\\s*");
    private static final Pattern BRACKETED = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private ColumnNames() {}

    /** In lower case without accents, numbers in front, brackets behind, and the angle brackets of MetaTrader. */
    static String plain(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<") && text.endsWith(">") && text.length() > 2) {
            text = text.substring(1, text.length() - 1);
        }
        text = BRACKETED.matcher(text).replaceAll("");
        text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss");
        return NUMBERED.matcher(text)
                .replaceAll("")
                .replaceAll("[._\\-\\s/]+", " ")
                .replace("close last", "close/last")
                .strip();
    }

    /** Whether a plain name is one of a candle's figures or its time. */
    static boolean isOfCandle(String plain) {
        return List.of(TIMES, OPEN, HIGH, LOW, CLOSE, VOLUMES).stream().anyMatch(names -> names.contains(plain));
    }

    /** Whether the end of a volume's name is a currency that things are priced in. */
    static boolean isInQuote(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceAll("[()_\\-]", " ").strip();
        return QUOTES.contains(lower.substring(lower.lastIndexOf(' ') + 1));
    }
}
