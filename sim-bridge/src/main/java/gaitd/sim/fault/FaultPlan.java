package gaitd.sim.fault;

import java.util.List;
import java.util.stream.Stream;

/**
 * Faults that a simulated robot is to have.
 *
 * @param faults in the order in which they are applied
 */
public record FaultPlan(List<InjectedFault> faults) {
    /** A robot that works. */
    public static final FaultPlan NONE = new FaultPlan(List.of());

    /** Copies the list. */
    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /**
     * Reads requests.
     *
     * @param requests as {@link FaultGrammar} has them
     * @return the plan
     * @throws gaitd.runtime.config.ConfigException in one line
     */
    public static FaultPlan of(final List<String> requests) {
        return new FaultPlan(requests.stream().map(FaultGrammar::parse).toList());
    }

    /**
     * These faults, and others after them.
     *
     * @param others the others
     * @return all of them
     */
    public FaultPlan and(final FaultPlan others) {
        return new FaultPlan(
                Stream.concat(faults.stream(), others.faults.stream()).toList());
    }

    /**
     * The requests that mean it, for reports.
     *
     * @return one for each fault
     */
    public List<String> texts() {
        return faults.stream().map(InjectedFault::text).toList();
    }
}
