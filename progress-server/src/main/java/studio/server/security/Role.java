package studio.server.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token allows; each role may do all that the ones before it may. */
public enum Role {
    /** Reads everything. */
    VIEWER,
    /** Starts, cancels and marks trainings, and brings in candles. */
    ANALYST,
    /** Also deletes, which nobody can take back. */
    ADMIN;

    public boolean mayActAs(Role wanted) {
        return compareTo(wanted) >= 0;
    }

    /** As it is typed: {@code viewer}, {@code analyst}, {@code admin}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such role. */
    public static Optional<Role> find(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
