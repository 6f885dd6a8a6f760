package gaitd.robot.cli.options;

import gaitd.runtime.config.ConfigException;

/** Options that had another name before: it works for one version more, and the help does not show it. */
final class OldName {
    static final String TEXT = "old name of another option";

    private OldName() {}

    /**
     * The value that was given, under whichever name.
     *
     * @throws ConfigException when both were given
     */
    static <T> T either(final String name, final T value, final String oldName, final T old) {
        if (value != null && old != null) {
            throw new ConfigException(name + " contradicts " + oldName + ", its old name: leave " + oldName + " out");
        }
        return value == null ? old : value;
    }
}
