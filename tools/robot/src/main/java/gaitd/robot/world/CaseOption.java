package gaitd.robot.world;

import gaitd.runtime.config.ConfigException;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.cases.FieldCases;
import java.util.Iterator;
import picocli.CommandLine.Option;

/** The option that lets something happen to simulated robots. */
public final class CaseOption {
    /** Its name. */
    public static final String NAME = "--case";

    @Option(
            names = NAME,
            paramLabel = "NAME[+NAME]",
            description =
                    "what happened to the simulated robot in the field: ${COMPLETION-CANDIDATES}; several at once with +",
            completionCandidates = CaseNames.class)
    private String given;

    /** Made by the command line. */
    public CaseOption() {}

    /**
     * What was asked for.
     *
     * @return the case, nominal where none was
     * @throws ConfigException in one line when there is no such case
     */
    public FieldCase value() {
        return given == null ? FieldCase.NOMINAL : of(given);
    }

    /**
     * A case by its name.
     *
     * @param name as given
     * @return the case
     * @throws ConfigException in one line when there is none
     */
    public static FieldCase of(final String name) {
        try {
            return FieldCases.parse(name);
        } catch (final ConfigException e) {
            throw new ConfigException("--" + e.getMessage());
        }
    }

    /**
     * The ground of a case, unless another one was asked for.
     *
     * @param what the case
     * @param terrain name given with {@code --terrain}, or null
     * @return a name, or null where neither says
     * @throws ConfigException in one line when both do
     */
    public static String terrain(final FieldCase what, final String terrain) {
        if (terrain != null && what.terrain() != null) {
            throw new ConfigException("--terrain " + terrain + " contradicts --case " + what.name()
                    + ", which is about " + what.terrain() + ": leave one of them out");
        }
        return terrain == null ? what.terrain() : terrain;
    }

    /** Whether one was asked for. */
    boolean isGiven() {
        return given != null;
    }

    /** Names of the cases, for help. */
    public static final class CaseNames implements Iterable<String> {
        /** Made by the command line. */
        public CaseNames() {}

        @Override
        public Iterator<String> iterator() {
            return FieldCases.names().iterator();
        }
    }
}
