package gaitd.policies.bundle;

/**
 * Where a policy comes from.
 *
 * @param command the command that made it
 * @param seed its seed
 * @param version version of the program that made it
 */
public record Provenance(String command, long seed, String version) {}
