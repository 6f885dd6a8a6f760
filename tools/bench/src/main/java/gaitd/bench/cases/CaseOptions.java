package gaitd.bench.cases;

import gaitd.robot.cli.Inputs;
import gaitd.robot.world.CaseOption;
import gaitd.robot.world.WorldInputs;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCases;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options of which robots walk in a benchmark: cases, seeds, engine. */
public final class CaseOptions {
    private static final int SEEDS_MAX = 1000;

    @Option(
            names = "--cases",
            paramLabel = "NAME[,NAME]",
            description = "only these, as eval --case takes them (default nominal and every case)")
    private String cases;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "walks of each case (default ${DEFAULT-VALUE})")
    private int seeds;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the first of them (default ${DEFAULT-VALUE})")
    private int firstSeed;

    @Option(names = "--engine", paramLabel = "NAME", description = "physics: embedded or mujoco (default embedded)")
    private String engine;

    /** Made by the command line. */
    public CaseOptions() {}

    /**
     * The cases by name, all of them known.
     *
     * @return as {@link CaseOption#of} takes them
     * @throws gaitd.runtime.config.ConfigException in one line when one is unknown
     */
    public List<String> names() {
        final List<String> names = cases == null
                ? Stream.concat(Stream.of("nominal"), FieldCases.names().stream())
                        .toList()
                : List.of(cases.split(",", -1));
        names.forEach(CaseOption::of);
        return names;
    }

    /**
     * The seeds, in range.
     *
     * @return from the first one up
     * @throws gaitd.runtime.config.ConfigException in one line when an option is out of range
     */
    public List<Long> seeds() {
        Inputs.inRange("--seeds", seeds, 1, SEEDS_MAX, "walks");
        Inputs.inRange("--first-seed", firstSeed, 0, Integer.MAX_VALUE - SEEDS_MAX, "");
        return LongStream.range(firstSeed, (long) firstSeed + seeds).boxed().toList();
    }

    /**
     * Physics.
     *
     * @return the engine
     * @throws gaitd.runtime.config.ConfigException in one line when it is unknown or not installed
     */
    public Engine engine() {
        return WorldInputs.engine(engine);
    }
}
