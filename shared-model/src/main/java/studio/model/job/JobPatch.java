package studio.model.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The analyst's own marks on a job; a null field is left as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobPatch(
        @Nullable String name,
        @Nullable String note,
        @Nullable List<String> tags,
        @Nullable Boolean pinned) {}
