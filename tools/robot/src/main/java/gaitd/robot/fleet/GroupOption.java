package gaitd.robot.fleet;

import gaitd.runtime.config.ConfigException;
import picocli.CommandLine.Option;

/** Option of which group of robots. */
final class GroupOption {
    @Option(names = "--to", paramLabel = "GROUP", required = true, description = "group of robots, as in their files")
    private String group;

    GroupOption() {}

    /** The group; refused in one line when it cannot be part of topics. */
    String name() {
        if (!group.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw new ConfigException("--to " + group + ": expected 1 to 64 of the letters A-Z a-z, digits, - _ and .");
        }
        return group;
    }
}
