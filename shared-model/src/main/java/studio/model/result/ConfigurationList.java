package studio.model.result;

import java.util.List;

/** Saved configurations, newest first. */
public record ConfigurationList(List<Configuration> configurations) {}
