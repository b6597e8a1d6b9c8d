package studio.server.strategy.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyList;
import studio.model.strategy.StrategyVersion;
import studio.model.strategy.StrategyVersionList;
import studio.server.shared.web.Answers;
import studio.server.shared.web.BodyReader;
import studio.server.shared.web.BodyReader.Body;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.Idempotency;
import studio.server.shared.web.ObjectReader;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.Routes;
import studio.server.strategy.RemovalOutcome;
import studio.server.strategy.SaveOutcome;
import studio.server.strategy.Strategies;
import studio.server.strategy.WrittenStrategies;

/** The strategies that can be trained, and the versions of those that analysts write. */
public final class StrategyRoutes implements Routes {
    private final Strategies strategies;
    private final WrittenStrategies written;
    private final Idempotency idempotency;
    private final BodyReader bodies;
    private final Answers answers;

    public StrategyRoutes(
            Strategies strategies,
            WrittenStrategies written,
            Idempotency idempotency,
            BodyReader bodies,
            Answers answers) {
        this.strategies = strategies;
        this.written = written;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/strategies", ctx -> answers.tagged(ctx, new StrategyList(strategies.list())));
        api.post(BASE + "/strategies", this::create);
        api.get(BASE + "/strategies/{name}", ctx -> answers.tagged(ctx, require(ctx)));
        api.patch(BASE + "/strategies/{name}", this::patch);
        api.delete(BASE + "/strategies/{name}", this::delete);
        api.get(BASE + "/strategies/{name}/versions", this::versions);
        api.post(BASE + "/strategies/{name}/versions", this::save);
        api.get(BASE + "/strategies/{name}/versions/{version}", this::version);
    }

    private StrategyInfo require(Context ctx) {
        String name = ctx.pathParam("name");
        return strategies.info(name).orElseThrow(() -> noSuchStrategy(name));
    }

    /** The identifier of a written strategy that is named by it or by its title. */
    private String requireWritten(Context ctx) {
        StrategyInfo info = require(ctx);
        if (info.version() == null) {
            throw ProblemException.conflict(
                    info.name() + " comes with the server and has no versions; copy it as a strategy of your own.");
        }
        return info.name();
    }

    private void versions(Context ctx) {
        answers.tagged(ctx, new StrategyVersionList(written.versions(requireWritten(ctx))));
    }

    private void version(Context ctx) {
        String name = requireWritten(ctx);
        String number = ctx.pathParam("version");
        StrategyVersion found = (number.matches("[1-9][0-9]{0,8}")
                        ? written.version(name, Integer.parseInt(number))
                        : Optional.<StrategyVersion>empty())
                .orElseThrow(() -> ProblemException.notFound(name + " has no version " + number + "."));
        answers.tagged(ctx, found);
    }

    private void create(Context ctx) {
        Body body = bodies.object(ctx);
        saved(ctx, body, new Saving(body, null));
    }

    private void save(Context ctx) {
        Body body = bodies.object(ctx);
        saved(ctx, body, new Saving(body, requireWritten(ctx)));
    }

    private void saved(Context ctx, Body body, Saving saving) {
        String id = idempotency.once(ctx, body.bytes(), saving);
        // A text that is the newest version already was not saved again, so nothing has the id.
        StrategyVersion version = written.saved(id).or(saving::known).orElseThrow(() -> noSuchStrategy(id));
        ctx.header("Location", BASE + "/strategies/" + version.name() + "/versions/" + version.version());
        answers.json(ctx, 201, version);
    }

    /** A version to be made of a request that is read when it is made. */
    private final class Saving implements Idempotency.Making {
        private final Body body;
        private final @Nullable String name;
        private @Nullable StrategyVersion made;

        Saving(Body body, @Nullable String name) {
            this.body = body;
            this.name = name;
        }

        @Override
        public String newId() {
            return written.newId();
        }

        @Override
        public boolean exists(String id) {
            return written.saved(id).isPresent();
        }

        @Override
        public void make(String id) {
            SaveStrategyRequest request = SaveRequestReader.read(body.tree(), name != null, written::problems);
            String text = String.valueOf(request.text());
            String note = request.note() == null ? "" : request.note();
            String author = request.createdBy() == null ? "" : request.createdBy();
            SaveOutcome outcome = name == null
                    ? written.create(id, text, note, author, request.copiedFrom())
                    : written.save(name, id, text, note, author, request.basedOn() == null ? 0 : request.basedOn());
            refuseUnlessSaved(outcome);
            made = outcome instanceof SaveOutcome.Saved done ? done.version() : null;
        }

        Optional<StrategyVersion> known() {
            return Optional.ofNullable(made);
        }
    }

    private void refuseUnlessSaved(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Stale stale) {
            String by = stale.author().isEmpty() ? "" : " by " + stale.author();
            throw ProblemException.conflict("Version " + stale.newest() + " was saved" + by
                    + " in the meantime. Look at it, then save on top of it or as a copy.");
        }
        if (outcome instanceof SaveOutcome.TitleTaken taken) {
            FieldErrors errors = new FieldErrors();
            errors.add(
                    "text",
                    "has the title " + FieldErrors.quoted(taken.title()) + ", which " + taken.by()
                            + (taken.archived() ? " (archived)" : "") + " has already; choose another title");
            errors.throwIfAny();
        }
        if (outcome instanceof SaveOutcome.TooMany many) {
            throw ProblemException.tooMany(many.sentence());
        }
        if (outcome instanceof SaveOutcome.NotFound) {
            throw ProblemException.notFound("The strategy was deleted in the meantime; save the text as a new one.");
        }
    }

    private void patch(Context ctx) {
        Body body = bodies.object(ctx);
        FieldErrors errors = new FieldErrors();
        ObjectReader in = new ObjectReader(body.tree(), errors);
        Boolean archived = in.yesOrNo("archived");
        in.finish();
        if (archived == null && !errors.has("archived")) {
            errors.add("archived", "is required: true or false");
        }
        errors.throwIfAny();
        String name = requireWritten(ctx);
        answers.json(ctx, written.archive(name, Boolean.TRUE.equals(archived)).orElseThrow(() -> noSuchStrategy(name)));
    }

    private void delete(Context ctx) {
        String name = requireWritten(ctx);
        RemovalOutcome outcome = written.remove(name);
        if (outcome instanceof RemovalOutcome.Removed) {
            ctx.status(204);
        } else if (outcome instanceof RemovalOutcome.InUse used) {
            throw ProblemException.conflict(name + " cannot be deleted: " + used.trainings()
                    + (used.trainings() == 1 ? " run refers" : " runs refer") + " to it ("
                    + String.join(", ", used.jobIds())
                    + (used.trainings() > used.jobIds().size() ? ", …" : "")
                    + "). Archive it instead.");
        } else {
            throw noSuchStrategy(name);
        }
    }

    private static ProblemException noSuchStrategy(String name) {
        return ProblemException.notFound("There is no strategy " + name + ".");
    }
}
