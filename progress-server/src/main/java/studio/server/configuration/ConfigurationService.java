package studio.server.configuration;

import java.util.Optional;
import studio.model.result.Configuration;
import studio.model.result.ConfigurationList;
import studio.server.configuration.sql.ConfigurationRepository;

/** What trainings have saved. Thread-safe. */
public final class ConfigurationService {
    private final ConfigurationRepository configurations;

    public ConfigurationService(ConfigurationRepository configurations) {
        this.configurations = configurations;
    }

    /** Saved configurations that pass the filter, newest first. */
    public ConfigurationList list(ConfigurationFilter filter) {
        return new ConfigurationList(configurations.list(filter));
    }

    /** The configuration of that id; empty when there is none. */
    public Optional<Configuration> find(String configId) {
        return configurations.find(configId);
    }
}
