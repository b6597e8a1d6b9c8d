package studio.desktop.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.JobQuery;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Debounce;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.model.job.JobPage;
import studio.model.job.JobSummary;

/** Commands that match what is typed, and after them the strategies and the trainings that do. For one thread. */
final class PaletteViewModel {
    private static final int MOST_JOBS = 8;
    private static final int MOST_STRATEGIES = 8;
    private static final Duration QUIET = Duration.ofMillis(200);

    private final DesktopContext context;
    private final List<Command> all;
    private final Debounce searching;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private @Nullable Ticket asked;
    private @Nullable Ticket askedForStrategies;

    PaletteViewModel(DesktopContext context, List<Command> commands) {
        this.context = context;
        this.all = List.copyOf(commands);
        this.searching = new Debounce(context.delay(), QUIET);
        found.setAll(all);
        typed.addListener((o, was, is) -> search(is));
    }

    private void search(String words) {
        letGo();
        found.setAll(all.stream().filter(c -> c.matches(words)).toList());
        if (words.strip().length() > 1) {
            searching.ask(() -> {
                askForStrategies(words);
                askForJobs(words.strip());
            });
        }
    }

    private void askForStrategies(String words) {
        askedForStrategies = context.background()
                .call(() -> context.client().written().list().strategies())
                .onSuccess(all -> all.stream()
                        .filter(strategy -> !strategy.archived())
                        .map(strategy -> new Command(
                                Texts.get("palette.strategy", strategy.title()),
                                "",
                                () -> context.navigation().openStrategy(strategy.name())))
                        .filter(command -> command.matches(words))
                        .limit(MOST_STRATEGIES)
                        .forEach(found::add))
                .onError(e -> {})
                .start();
    }

    private void askForJobs(String words) {
        JobQuery query = new JobQuery(Map.of("q", words), "-created_at", MOST_JOBS, null);
        asked = context.background()
                .call(() -> context.client().jobs(query))
                .onSuccess(this::addJobs)
                // Commands are there without the server; that it is away is told by the banner.
                .onError(e -> {})
                .start();
    }

    private void addJobs(JobPage page) {
        for (JobSummary job : page.jobs()) {
            String name = job.name().isBlank() ? VersionedTitle.of(job.strategy(), job.strategyVersion()) : job.name();
            String title = Texts.get(
                    "palette.job", name, job.symbol(), context.formats().dateTime(job.createdAt()));
            found.add(new Command(title, "", () -> {
                if (job.status().isEnded()) {
                    context.navigation().openResults(job.jobId());
                } else {
                    context.navigation().openProgress(job.jobId());
                }
            }));
        }
    }

    void letGo() {
        searching.cancel();
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
        if (askedForStrategies != null) {
            askedForStrategies.cancel();
            askedForStrategies = null;
        }
    }

    StringProperty typedProperty() {
        return typed;
    }

    ObservableList<Command> found() {
        return found;
    }
}
