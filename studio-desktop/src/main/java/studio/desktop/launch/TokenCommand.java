package studio.desktop.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.desktop.cli.CommandFailedException;
import studio.desktop.cli.Console;
import studio.desktop.cli.ExitCodes;
import studio.desktop.cli.GlobalOptions;
import studio.server.Administration;
import studio.server.ServerStartException;
import studio.server.security.AccessToken;
import studio.server.security.Role;
import studio.server.security.TokenService;

/** Makes, lists and revokes the tokens that a server beyond loopback demands. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Make, list and revoke the tokens that a server demands when it listens beyond this machine.",
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand implements Callable<Integer> {
    private static final String ROW = "%-14s %-8s %-10s %-20s %-20s %s%n";

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    TokenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli gives the spec");
        }
        throw new ParameterException(spec.commandLine(), "Say what to do: create, list or revoke.");
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Make a token; it is shown this once.")
    int create(
            @Mixin GlobalOptions options,
            @Parameters(paramLabel = "NAME", description = "Whose it is, or what for.") String name,
            @Option(
                            names = "--role",
                            defaultValue = "analyst",
                            description = "viewer, analyst or admin; default: analyst.")
                    String role,
            @Option(names = "--days", paramLabel = "N", description = "It expires after so many days; default: never.")
                    @Nullable
                    Integer days) {
        Role wanted = Role.find(role)
                .orElseThrow(() -> new CommandFailedException(
                        "--role: '" + role + "' is not one of viewer, analyst, admin", null));
        try (Administration administration = open(options)) {
            TokenService.Created created =
                    administration.tokens().create(name, wanted, days == null ? null : Duration.ofDays(days));
            if (!options.quiet()) {
                console.err()
                        .println(
                                "Token " + created.token().tokenId() + " for "
                                        + created.token().name() + ", role " + wanted.wireName()
                                        + ". It is not shown again. Give it to commands as STUDIO_TOKEN, to the app in Settings.");
            }
            console.out().println(created.secret());
            return ExitCodes.DONE;
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Every token, newest first; no secrets.")
    int list(@Mixin GlobalOptions options) {
        try (Administration administration = open(options)) {
            console.out().printf(ROW, "ID", "ROLE", "STATE", "CREATED", "LAST USED", "NAME");
            Instant now = administration.clock().instant();
            for (AccessToken token : administration.tokens().list()) {
                console.out()
                        .printf(
                                ROW,
                                token.tokenId(),
                                token.role().wireName(),
                                state(token, now),
                                seconds(token.createdAt()),
                                seconds(token.lastUsedAt()),
                                token.name());
            }
        }
        return ExitCodes.DONE;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Make a token worthless, within seconds.")
    int revoke(
            @Mixin GlobalOptions options, @Parameters(paramLabel = "ID", description = "As list shows it.") String id) {
        try (Administration administration = open(options)) {
            if (!administration.tokens().revoke(id)) {
                throw new CommandFailedException("There is no token " + id + " that is good.", null);
            }
            if (!options.quiet()) {
                console.err().println("Token " + id + " is revoked.");
            }
        }
        return ExitCodes.DONE;
    }

    static Administration open(GlobalOptions options) {
        try {
            return Administration.open(DataFolders.data(options.dataDir()), ServerFinder.database(options));
        } catch (ServerStartException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String state(AccessToken token, Instant now) {
        if (token.revokedAt() != null) {
            return "revoked";
        }
        return token.isGoodAt(now) ? "good" : "expired";
    }

    private static String seconds(@Nullable Instant time) {
        return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
