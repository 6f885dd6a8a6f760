package gaitd.robot.cli.options;

import picocli.CommandLine.Option;

/** The option of every command that draws random numbers. */
public final class SeedOption {
    public static final String NAME = "--seed";
    private static final long BY_DEFAULT = 1;

    @Option(
            names = NAME,
            paramLabel = "N",
            description = "decides everything that is drawn at random (default " + BY_DEFAULT + ")")
    private Long seed;

    SeedOption() {}

    public boolean given() {
        return seed != null;
    }

    public long value() {
        return seed == null ? BY_DEFAULT : seed;
    }
}
