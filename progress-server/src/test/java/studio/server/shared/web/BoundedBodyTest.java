package studio.server.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
    private final AtomicLong nanos = new AtomicLong();

    private InputStream bounded(InputStream in, long largest) {
        return new BoundedBody(in, largest, Duration.ofSeconds(10), nanos::get);
    }

    @Test
    void as_much_as_is_allowed_passes_and_one_byte_more_does_not() throws IOException {
        assertThat(bounded(new ByteArrayInputStream(new byte[1_000]), 1_000).readAllBytes())
                .hasSize(1_000);
        assertThatThrownBy(() -> bounded(new ByteArrayInputStream(new byte[1_001]), 1_000)
                        .readAllBytes())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(413));
    }

    @Test
    void whoever_sends_a_byte_now_and_then_is_given_up() {
        InputStream dripping = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int most) {
                nanos.addAndGet(Duration.ofSeconds(3).toNanos());
                return 1;
            }
        };

        assertThatThrownBy(() -> bounded(dripping, 1_000_000).readAllBytes())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(408));
        assertThat(Duration.ofNanos(nanos.get())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_connection_that_timed_out_is_told_as_such_and_another_failure_as_it_is() {
        assertThatThrownBy(() -> bounded(failing(new IOException(new TimeoutException("idle"))), 10)
                        .readAllBytes())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(408));
        assertThatThrownBy(() -> bounded(failing(new IOException("broken")), 10).readAllBytes())
                .isInstanceOf(IOException.class);
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                throw failure;
            }
        };
    }
}
