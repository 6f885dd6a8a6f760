package gaitd.bench.cases;

import gaitd.robot.cli.Inputs;
import picocli.CommandLine.Option;

/** How many walks of a benchmark go on at once; changes its duration only. */
public final class ThreadsOption {
    private static final String NAME = "--threads";
    private static final int THREADS_MAX = 256;

    @Option(
            names = NAME,
            paramLabel = "N",
            defaultValue = "2",
            description = "simulations at once (default ${DEFAULT-VALUE})")
    private int threads;

    /** Made by the command line. */
    public ThreadsOption() {}

    /**
     * The number, in range.
     *
     * @return 1 or more
     * @throws gaitd.runtime.config.ConfigException in one line when it is out of range
     */
    public int count() {
        Inputs.inRange(NAME, threads, 1, THREADS_MAX, "");
        return threads;
    }
}
