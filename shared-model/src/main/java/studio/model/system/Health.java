package studio.model.system;

import java.util.Map;

/** {@code status} is UP or DOWN; {@code checks} tells each part (database, migrations, worker) in a word or sentence. */
public record Health(String status, Map<String, String> checks) {}
