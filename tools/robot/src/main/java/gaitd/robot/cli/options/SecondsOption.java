package gaitd.robot.cli.options;

import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import picocli.CommandLine.Option;

/** The option of every command that walks or measures for some time. */
public final class SecondsOption {
    private static final String NAME = "--seconds";

    @Option(
            names = NAME,
            paramLabel = "S",
            converter = GivenNumberReader.class,
            description = "duration in seconds, of each round where there are several (default ${DEFAULT-VALUE})")
    private GivenNumber seconds;

    /** A time by default, s. */
    public SecondsOption(final double defaultS) {
        seconds = GivenNumber.byDefault(defaultS);
    }

    /** No fixed time by default, as the help explains in these words. */
    public SecondsOption(final String otherwise) {
        seconds = GivenNumber.byDefault(Double.POSITIVE_INFINITY, otherwise);
    }

    public boolean given() {
        return seconds.given();
    }

    /** The time, s, within a range; one by default without a check. */
    public double value(final double min, final double max) {
        return given() ? Inputs.inRange(NAME, seconds.value(), min, max, "s") : seconds.value();
    }

    /** The time in whole seconds, within a range. */
    public int whole(final int min, final int max) {
        final double value = value(min, max);
        if (value != Math.rint(value)) {
            throw new ConfigException(NAME + " = " + Config.plain(value) + ": expected whole seconds");
        }
        return (int) value;
    }
}
