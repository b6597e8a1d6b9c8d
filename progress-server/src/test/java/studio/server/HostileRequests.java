package studio.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that no honest client sends, by what is wrong with them. */
final class HostileRequests {
    private static final String API = "/api/v2";
    private static final String START = API + "/training/start";
    private static final String HUGE = "9".repeat(90);
    private static final String SQL = "x';DROP TABLE training_jobs;--";
    private static final long GIGABYTE = 1L << 30;

    private HostileRequests() {}

    static List<RawRequest> all() {
        List<RawRequest> all = new ArrayList<>();
        wrongTypes(all);
        bodies(all);
        largeBodies(all);
        queries(all);
        paths(all);
        strategies(all);
        headers(all);
        protocol(all);
        return all;
    }

    private static void wrongTypes(List<RawRequest> all) {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (String text : List.of("strategy", "symbol", "exchange", "timeframe", "optimizer", "objective")) {
            wrong.put(text, List.of("1", "true", "[]", "{}", "\"" + SQL + "\"", "\"\\u0000\"", "\"<script>\"", HUGE));
        }
        for (String whole : List.of("n_iterations", "lookback_days", "lookback_candles", "min_trades")) {
            wrong.put(whole, List.of("\"1\"", "true", "[]", "{}", "-1", HUGE, "1e400", "\"NaN\"", "\"Infinity\""));
        }
        wrong.put("seed", List.of("\"1\"", "1.5", HUGE, "1e400", "[]", "true"));
        wrong.put("run_validation", List.of("1", "\"true\"", "[]", "{}", "0"));
        for (String object : List.of("costs", "validation", "data_quality", "parameter_space")) {
            wrong.put(object, List.of("1", "\"x\"", "[]", "true", "{\"" + SQL + "\": 1}", "{\"__proto__\": 1}"));
        }
        for (String text : List.of("name", "note", "created_by")) {
            wrong.put(text, List.of("1", "[]", "{}", "\"\\u0000\"", "\"" + "x".repeat(100_000) + "\"", "\"\\ud800\""));
        }
        wrong.put("tags", List.of("1", "\"x\"", "{}", "[1]", "[null]", "[[\"x\"]]", "[\"\\u0000\"]"));
        wrong.put("constructor", List.of("1"));
        wrong.put("job_id", List.of("\"mine\""));
        wrong.put("status", List.of("\"COMPLETED\""));
        wrong.forEach((field, values) ->
                values.forEach(value -> all.add(RawRequest.post(START, request(field, value)))));
    }

    private static void strategies(List<RawRequest> all) {
        String text = "\"strategy \\\"S\\\"\\nenter long when close > open\"";
        for (String body : List.of(
                "{\"text\": \"\\u0000\"}",
                "{\"text\": 1}",
                "{\"text\": \"" + "(".repeat(60_000) + "\"}",
                "{\"text\": \"" + "x".repeat(70_000) + "\"}",
                "{\"text\": " + text + ", \"note\": \"\\u0000\"}",
                "{\"text\": " + text + ", \"created_by\": \"\\u0000\"}",
                "{\"text\": " + text + ", \"copied_from\": {\"name\": \"\\u0000\"}}",
                "{\"text\": " + text + ", \"copied_from\": {\"name\": \"A\", \"version\": -1}}",
                "{\"text\": " + text + ", \"based_on\": 1}")) {
            all.add(RawRequest.post(API + "/strategies", body));
        }
        for (String more : List.of(
                "\"symbol\": \"\\u0000\", \"exchange\": \"test\", \"timeframe\": \"5m\"",
                "\"name\": \"\\u0000\"",
                "\"lookback_candles\": -1",
                "\"lookback_candles\": 2000000000",
                "\"exchange\": \"test\"",
                "\"parameters\": {\"x\": []}",
                "\"costs\": {\"fee_rate\": 7}")) {
            all.add(RawRequest.post(API + "/strategies/check", "{\"text\": " + text + ", " + more + "}"));
        }
        all.add(RawRequest.post(API + "/strategies/%00/versions", "{\"text\": " + text + ", \"based_on\": 1}"));
        all.add(RawRequest.get(API + "/strategies/MA_CROSS/versions/99999999999999999999"));
    }

    private static String request(String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "strategy", "\"MA_CROSS\"", "symbol", "\"TEST/USDT\"", "exchange", "\"test\"", "timeframe", "\"5m\""));
        fields.put(field, value);
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, of) -> pairs.add("\"" + name + "\": " + of));
        return "{" + String.join(", ", pairs) + "}";
    }

    private static void bodies(List<RawRequest> all) {
        for (String body : List.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "1",
                "\"x\"",
                "NaN",
                "{\"seed\": NaN}",
                "{\"seed\": Infinity}",
                "{\"seed\": -Infinity}",
                "{\"seed\": 0x10}",
                "{\"seed\": 01}",
                "{'seed': 1}",
                "{\"seed\": 1,}",
                "{\"seed\": 1} {\"seed\": 2}",
                "{\"seed\": 1, \"seed\": 2}",
                "/* x */ {}",
                "{\"a\":".repeat(100_000),
                "[".repeat(100_000),
                "{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}",
                "{\"\\ud800\": 1}",
                "{\"seed\": " + "1".repeat(200_000) + "}",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM" + " \"file:///etc/passwd\">]><x>&y;</x>",
                "seed=1&strategy=x",
                "\u0000\u0001\u0002")) {
            all.add(RawRequest.post(START, body));
            all.add(RawRequest.post(API + "/training/preflight", body));
        }
        all.add(RawRequest.of(
                "a body that is no JSON by its type",
                "POST " + START + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n"
                        + "Connection: close\r\n\r\n{}"));
        all.add(RawRequest.post(API + "/training/jobs/none/cancel", "{\"a\": 1}"));
        all.add(RawRequest.post(API + "/training/jobs/none/rerun", "{\"seed\": \"x\"}"));
    }

    private static void largeBodies(List<RawRequest> all) {
        byte[] part = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int chunks = (int) (GIGABYTE / 0x10000);
        for (String path : List.of(START, API + "/training/preflight", API + "/training/jobs/none/rerun")) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
            all.add(new RawRequest(
                    "a gigabyte in chunks to " + path,
                    (head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII),
                    part,
                    chunks));
            all.add(new RawRequest(
                    "a gigabyte announced to " + path,
                    (head + "Content-Length: " + GIGABYTE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII),
                    "x".repeat(0x10000).getBytes(StandardCharsets.US_ASCII),
                    chunks));
        }
        all.add(RawRequest.of(
                "a petabyte of candles announced",
                "POST " + API + "/market-data/import?exchange=test&symbol=TEST/USDT&timeframe=5m HTTP/1.1\r\nHost:"
                        + " localhost\r\nContent-Type: text/csv\r\nContent-Length: " + (1L << 50) + "\r\n\r\n"));
    }

    private static void queries(List<RawRequest> all) {
        for (String query : List.of(
                "limit=-1",
                "limit=0",
                "limit=501",
                "limit=" + HUGE,
                "limit=NaN",
                "limit=1e3",
                "limit=1;DROP",
                "limit=1&limit=2",
                "sort=created_at;DROP%20TABLE%20x",
                "sort=-",
                "sort=%00",
                "status=x'%20OR%20'1'='1",
                "status=RUNNING,%00",
                "cursor=%00",
                "cursor=" + "A".repeat(3_000),
                "cursor=..%2F..",
                "from=now",
                "from=2025-02-30T00:00:00Z",
                "to=-999999999-01-01T00:00:00Z",
                "timeframe=1",
                "optimizer=%3Cscript%3E",
                "unknown=1",
                "q=%00",
                "symbol=a%00b",
                "LIMIT=1")) {
            all.add(RawRequest.get(API + "/training/jobs?" + query));
        }
        for (String query :
                List.of("", "job_ids=", "job_ids=,,,", "job_ids=%00", "ids=a", "job_ids=" + "a,".repeat(501) + "b")) {
            all.add(RawRequest.get(API + "/training/progress?" + query));
        }
        for (String query : List.of("after=-1", "after=x", "limit=0", "limit=99999999", "after=" + HUGE)) {
            all.add(RawRequest.get(API + "/training/jobs/none/trials?" + query));
        }
        for (String query : List.of(
                "",
                "exchange=test",
                "exchange=test&symbol=TEST/USDT&timeframe=7m",
                "exchange=" + SQL.replace(" ", "%20").replace(";", "%3B") + "&symbol=TEST/USDT&timeframe=5m",
                "exchange=test&symbol=TEST/USDT&timeframe=5m&max_points=0",
                "exchange=test&symbol=TEST/USDT&timeframe=5m&max_points=1e9",
                "exchange=..%2F..%2Fetc&symbol=passwd&timeframe=5m")) {
            all.add(RawRequest.get(API + "/market-data/candles?" + query));
        }
    }

    private static void paths(List<RawRequest> all) {
        for (String path : List.of(
                "/",
                "/api",
                "/api/v1/training/jobs",
                "/api/v2/../../etc/passwd",
                "/api/v2/%2e%2e/%2e%2e/etc/passwd",
                "/api/v2/..%2f..%2fetc%2fpasswd",
                "/api/v2/training/jobs/..%5c..%5cwindows",
                "/api/v2//training//jobs//x",
                "/api/v2/training/jobs/%00",
                "/api/v2/training/jobs/none%0d%0aSet-Cookie:%20a=b",
                "/api/v2/training/jobs/" + SQL.replace(" ", "%20").replace(";", "%3B"),
                "/api/v2/training/jobs/" + "a".repeat(4_000),
                "/api/v2/training/jobs/%ff%fe",
                "/api/v2/training/jobs/%zz",
                "/api/v2/training/jobs/none;jsessionid=1/progress",
                "/api/v2/strategies/%00",
                "/api/v2/strategies/..%2F..%2Fsecrets",
                "/api/v2/configurations/%2e%2e%2f",
                "/actuator/env",
                "/.env",
                "/.git/config",
                "/wp-login.php",
                "/api/v2/training/jobs/%E2%80%AE",
                "\\api\\v2",
                "/api/v2/training/jobs/none/../none")) {
            all.add(RawRequest.get(path));
        }
        for (String method : List.of("PUT", "TRACE", "CONNECT", "PROPFIND", "DELETE", "OPTIONS")) {
            all.add(RawRequest.of(
                    method + " " + START,
                    method + " " + START + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        }
    }

    private static void headers(List<RawRequest> all) {
        for (String origin : List.of("http://evil.example", "https://localhost.evil.example", "null", "file://", "x")) {
            all.add(RawRequest.get(API + "/training/jobs", "Origin: " + origin));
            all.add(RawRequest.post(START, "{}", "Origin: " + origin));
        }
        String body = request("n_iterations", "1");
        all.add(RawRequest.post(START, body, "Idempotency-Key: " + "k".repeat(201)));
        all.add(RawRequest.post(START, body, "Idempotency-Key:  "));
        all.add(RawRequest.post(START, "{}", "Idempotency-Key: fine"));
        all.add(RawRequest.get(API + "/version", "X-Long: " + "x".repeat(70_000)));
        all.add(RawRequest.get(API + "/version", ("X: y\r\n").repeat(5_000) + "Z: 1"));
        all.add(RawRequest.get(API + "/version?" + "x".repeat(70_000)));
        all.add(RawRequest.get(API + "/version", "Bad Header: x"));
        all.add(RawRequest.get(API + "/version", "X: a\u0000b"));
    }

    private static void protocol(List<RawRequest> all) {
        for (String host :
                List.of("evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "a b", "10.0.0.1:80")) {
            all.add(RawRequest.of(
                    "Host: " + host,
                    "GET " + API + "/version HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"));
        }
        all.add(RawRequest.of("no host", "GET " + API + "/version HTTP/1.1\r\nConnection: close\r\n\r\n"));
        all.add(RawRequest.of(
                "two hosts",
                "GET " + API
                        + "/version HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        String smuggling = "POST " + START + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        all.add(RawRequest.of("two lengths", smuggling + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"));
        all.add(RawRequest.of("negative length", smuggling + "Content-Length: -1\r\n\r\n"));
        all.add(RawRequest.of("no number as length", smuggling + "Content-Length: two\r\n\r\n{}"));
        all.add(RawRequest.of(
                "length and chunks", smuggling + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
        all.add(RawRequest.of(
                "a wrong chunk",
                smuggling + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"));
        all.add(RawRequest.of(
                "an unknown coding", smuggling + "Transfer-Encoding: magic\r\nConnection: close\r\n\r\n{}"));
        all.add(RawRequest.of("another protocol", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\r\n\r\n"));
        all.add(RawRequest.of("no method", " /api HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }
}
