package studio.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many HTTP clients on one thread, each with a connection of its own, kept open, polling every 2 s at a moment of its own.
 * Latency counts from the moment that the poll was due, so that a stall is not hidden by the polls that it held up. Cheap
 * on purpose: it shares the machine with what it measures.
 */
final class PollingClients implements AutoCloseable {
    private static final long EVERY_NANOS = 2_000_000_000L;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Pattern TAG = Pattern.compile("(?i)\r\netag: *(\"[^\"]*\")");

    private final Selector selector;
    private final List<Client> clients = new ArrayList<>();

    /** Statuses and latencies of one or more runs. */
    static final class Result {
        private float[] millis = new float[1 << 16];
        private int answers;
        private int errors;
        private final int[] statuses = new int[600];
        private boolean sorted;

        void answered(int status, double took) {
            if (answers == millis.length) {
                millis = Arrays.copyOf(millis, 2 * answers);
            }
            millis[answers++] = (float) took;
            statuses[status]++;
            errors += status == 200 || status == 304 ? 0 : 1;
            sorted = false;
        }

        void failed() {
            errors++;
        }

        void add(Result other) {
            for (int i = 0; i < other.answers; i++) {
                if (answers == millis.length) {
                    millis = Arrays.copyOf(millis, 2 * answers);
                }
                millis[answers++] = other.millis[i];
            }
            for (int i = 0; i < statuses.length; i++) {
                statuses[i] += other.statuses[i];
            }
            errors += other.errors;
            sorted = false;
        }

        int answers() {
            return answers;
        }

        int errors() {
            return errors;
        }

        double share(int status) {
            return statuses[status] / (double) Math.max(1, answers);
        }

        /** In milliseconds. */
        double percentile(double percent) {
            if (!sorted) {
                Arrays.sort(millis, 0, answers);
                sorted = true;
            }
            return answers == 0 ? Double.NaN : millis[(int) Math.min(answers - 1L, (long) (answers * percent / 100))];
        }
    }

    private final class Client {
        private final InetSocketAddress server;
        final String head;
        SocketChannel channel;
        final ByteBuffer in = ByteBuffer.allocate(8_192);
        String tag = "\"none\"";
        long due;
        boolean waiting;

        Client(InetSocketAddress server, String head) throws IOException {
            this.server = server;
            this.head = head;
            channel = connect();
        }

        private SocketChannel connect() throws IOException {
            SocketChannel opened = SocketChannel.open(server);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ, this);
            return opened;
        }

        /** A server closes connections that say nothing for long; every client opens another one then. */
        void connectAnew() {
            try {
                channel.close();
                channel = connect();
                waiting = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void ask() throws IOException {
            waiting = true;
            in.clear();
            channel.write(ByteBuffer.wrap((head + tag + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
        }

        /** The status once the whole answer is there; 0 before. */
        int read() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the server closed the connection");
            }
            String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return 0;
            }
            int status = Integer.parseInt(text.substring(9, 12));
            Matcher length = LENGTH.matcher(text.substring(0, end));
            int body = status != 304 && length.find() ? Integer.parseInt(length.group(1)) : 0;
            if (in.position() < end + 4 + body) {
                return 0;
            }
            Matcher found = TAG.matcher(text.substring(0, end));
            if (found.find()) {
                tag = found.group(1);
            }
            waiting = false;
            return status;
        }
    }

    /**
     * @param paths what the clients ask for, in turn
     */
    PollingClients(URI server, List<String> paths, int count) throws IOException {
        selector = Selector.open();
        InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
        for (int i = 0; i < count; i++) {
            String head = "GET " + paths.get(i % paths.size()) + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nIf-None-Match: ";
            clients.add(new Client(address, head));
        }
    }

    Result run(long millis) throws IOException {
        Result result = new Result();
        long now = System.nanoTime();
        long until = now + millis * 1_000_000;
        for (int i = 0; i < clients.size(); i++) {
            // Evenly over the 2 s, as clients that started at random moments are.
            clients.get(i).due = now + EVERY_NANOS * i / clients.size();
        }
        int next = 0;
        while (now < until) {
            while (clients.get(next).due <= now) {
                Client client = clients.get(next);
                if (client.waiting) {
                    // Not answered within 2 s.
                    result.failed();
                } else {
                    client.ask();
                }
                client.due += EVERY_NANOS;
                next = (next + 1) % clients.size();
            }
            selector.select(key -> take((Client) key.attachment(), result), 1);
            now = System.nanoTime();
        }
        long patience = now + EVERY_NANOS;
        while (clients.stream().anyMatch(client -> client.waiting) && System.nanoTime() < patience) {
            selector.select(key -> take((Client) key.attachment(), result), 10);
        }
        return result;
    }

    private static void take(Client client, Result result) {
        try {
            int status = client.read();
            if (status != 0) {
                result.answered(status, (System.nanoTime() - (client.due - EVERY_NANOS)) / 1e6);
            }
        } catch (IOException e) {
            if (client.waiting) {
                result.failed();
            }
            client.connectAnew();
        }
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.channel.close();
        }
        selector.close();
    }
}
